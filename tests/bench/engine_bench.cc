// Times of the form engine, a row for each size of form. Every result is checked; a wrong one ends
// the program. On a busy machine the least of the load times says more than their median.
//   engine_bench [ANSWERS = 2000] [LOADS = 15]
// load: forms::Load of the JSON text: read, checked, every expression compiled, planned.
// start: an engine for it, everything computed once. answer: Engine::Apply and Recalculate.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <vector>

#include "core/forms/engine.h"
#include "core/forms/loader.h"
#include "tests/bench/grading_form.h"

namespace pingshen::bench {
namespace {

using Clock = std::chrono::steady_clock;

double MicrosecondsSince(Clock::time_point start) {
  return std::chrono::duration<double, std::micro>(Clock::now() - start).count();
}

double Percentile(std::vector<double> times, double part) {
  std::ranges::sort(times);
  return times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1))];
}

class BenchWorld final : public forms::World {
 public:
  std::int64_t NowUtcMs() const override { return 1'795'276'800'000; }
};

double NumberAt(const forms::Engine& engine, std::string_view code) {
  return engine.At({engine.plan().Find(code), 0}).seen.number;
}

GradingResult ResultOf(const forms::Engine& engine) {
  GradingResult result;
  for (std::size_t i = 0; i < kGrades.size(); ++i)
    result.counts[i] = static_cast<int>(NumberAt(engine, std::string("t_") + kGrades[i]));
  result.shares = {NumberAt(engine, "pC"), NumberAt(engine, "pB"), NumberAt(engine, "pA")};
  result.core_share = NumberAt(engine, "kC");
  result.verdict = engine.At({engine.plan().Find("verdict"), 0}).seen.text;
  return result;
}

void Measure(std::size_t items, int answer_count, int load_count) {
  const GradingSpec spec = MakeSpec(items);
  const std::string json = FormJson(spec);
  std::vector<double> loads;
  std::vector<double> starts;
  std::shared_ptr<const forms::LoadedForm> form;
  BenchWorld world;
  std::unique_ptr<forms::Engine> engine;
  for (int i = 0; i < load_count; ++i) {
    const auto before_load = Clock::now();
    auto loaded = forms::Load(json);
    loads.push_back(MicrosecondsSince(before_load));
    if (!loaded) {
      std::printf("%s\n", loaded.error().context.c_str());
      std::exit(1);
    }
    form = *loaded;
    const auto before_start = Clock::now();
    engine = std::make_unique<forms::Engine>(form->plan, form->form, world);
    engine->RecalculateAll();
    starts.push_back(MicrosecondsSince(before_start));
  }

  std::mt19937 random(42);
  std::vector<char> answers(spec.items.size(), 0);
  std::vector<double> times;
  const std::uint64_t before = engine->evaluations();
  while (times.size() < static_cast<std::size_t>(answer_count)) {
    const std::size_t item = random() % spec.items.size();
    const char grade = kGrades[random() % kGrades.size()];
    if (answers[item] == grade || !IsRelevant(spec, answers, item)) continue;
    answers[item] = grade;
    const model::FieldPath path = model::FieldPath::Of(spec.items[item].code);
    const model::Value value = model::Value::Choice(std::string(1, grade));
    const auto start = Clock::now();
    engine->Apply(path, value);
    engine->Recalculate();
    times.push_back(MicrosecondsSince(start));
    const GradingResult expected = Oracle(spec, answers);
    const GradingResult got = ResultOf(*engine);
    if (!(got == expected)) {
      std::printf("wrong after answer %zu: %s, expected %s\n", times.size(), got.verdict.c_str(),
                  expected.verdict.c_str());
      std::exit(1);
    }
  }
  const double evaluations =
      static_cast<double>(engine->evaluations() - before) / static_cast<double>(times.size());
  std::printf("%5zu %11zu %5zu %9.1f %9.1f %9.1f %9.1f %9.1f %9.1f %9.1f %11.0f\n", items,
              form->plan->tasks.size(), json.size() / 1024, Percentile(loads, 0.5) / 1000,
              Percentile(loads, 0) / 1000, Percentile(starts, 0.5) / 1000,
              Percentile(starts, 0) / 1000, Percentile(times, 0.5), Percentile(times, 0.95),
              Percentile(times, 1), evaluations);
}

}  // namespace
}  // namespace pingshen::bench

int main(int argc, char** argv) {
  const int answers = argc > 1 ? std::atoi(argv[1]) : 2000;
  const int loads = argc > 2 ? std::atoi(argv[2]) : 15;
  if (answers < 1 || loads < 1) {
    std::printf("usage: engine_bench [ANSWERS] [LOADS]\n");
    return 2;
  }
  std::printf("%5s %11s %5s %9s %9s %9s %9s %9s %9s %9s %11s\n", "items", "expressions", "kB",
              "load ms", "least", "start ms", "least", "answer µs", " p95 µs", " max µs",
              "evaluations");
  for (const std::size_t items : {60, 600, 5000}) pingshen::bench::Measure(items, answers, loads);
  return 0;
}
