#include "core/evaluation/live_evaluation.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/core/evaluation/sheet_builder.h"
#include "tests/core/evaluation/test_form.h"

namespace pingshen::evaluation {
namespace {

void Dump(const ItemState& state, std::string& out) {
  out += state.path.ToString() + (state.relevant ? " r" : " -") + (state.required ? "q" : "-") +
         (state.answered ? "a" : "-") + (state.applicable ? "p" : "-") +
         (state.earned ? state.earned->ToString() : "") + "\n";
  for (const ItemState& child : state.children) Dump(child, out);
  for (const ItemState::Instance& instance : state.instances) {
    out += "#" + std::to_string(instance.number) + "\n";
    for (const ItemState& child : instance.children) Dump(child, out);
  }
}
void Dump(const SectionState& section, std::string& out) {
  out += section.section->code + " " + std::to_string(section.answered) + "/" +
         std::to_string(section.total) + " " + section.earned.ToString() + "/" +
         section.attainable.ToString() + "\n";
  for (const ItemState& item : section.items) Dump(item, out);
  for (const SectionState& inner : section.sections) Dump(inner, out);
}
std::string Dump(const Evaluation& evaluation) {
  std::string out = std::to_string(evaluation.answered) + "/" + std::to_string(evaluation.total) +
                    (evaluation.complete ? " complete\n" : " open\n");
  for (const SectionState& section : evaluation.sections) Dump(section, out);
  for (const model::Finding* finding : evaluation.Findings())
    out += finding->path.ToString() + " " + finding->sentence.zh + "\n";
  if (evaluation.points) {
    const model::PointsVerdict& points = *evaluation.points;
    out += points.earned.ToString() + "/" + points.attainable.ToString() + " " +
           points.band.value_or("?");
    for (const std::string& code : points.missing) out += " " + code;
    for (const std::string& code : points.vetoes) out += " !" + code;
  }
  return out;
}

// Anything that a person could enter into the test form, and some that nobody could.
model::AnswerRecord RandomRecord(std::mt19937& random, const AnswerSheet& sheet) {
  static const std::vector<std::pair<const char*, std::vector<model::Value>>> kAnswers = {
      {"open", {Choice("yes"), Choice("no"), Choice("na"), {}}},
      {"why", {Text("else"), Text("停业"), {}}},
      {"whyelse", {Text("x"), {}}},
      {"area", {Number("80"), Number("50"), Number("13"), Number("3"), {}}},
      {"multi", {model::Value::Choices({"a"}), model::Value::Choices({"a", "b"}), Choice("none")}},
      {"ded", {Choice("full"), Choice("na"), {}}},
      {"ded:x", {Count(0), Count(1), Count(2), {}}},
      {"pop", {Count(0), Count(1500), {}}},
      {"staff", {Count(1), Count(3), {}}},
      {"people", {Choice("none"), {}}},
      {"people#1/name", {Text("张三"), Text("guest"), {}}},
      {"people#2/name", {Text("李四"), Text("guest"), {}}},
      {"people#1/reg", {Choice("yes"), Choice("no"), {}}},
      {"people#2/reg", {Choice("yes"), Choice("no"), {}}},
      {"people#1/id", {Text("11010519491231002X"), Text("1"), {}}},
      {"people#1/certs#1/no", {Text("A12"), Text("A"), {}}},
      {"people#2/certs#1/level", {Choice("low"), {}}},
      {"day", {Date("2026-11-01"), Date("2027-01-01"), {}}},
      {"people#1", {}},
      {"people#2", {}},
      {"people#1/certs#1", {}},
      {"people#2/certs#1", {}}};
  const auto& [text, values] = kAnswers[random() % kAnswers.size()];
  const model::FieldPath path = Path(text);
  const model::Value value = values.empty() ? model::Value::Presence(!sheet.HasInstance(path))
                                            : values[random() % values.size()];
  return {1, path, value, "王评审", 0};
}

TEST(LiveEvaluation, EqualsTheWholeAfterEveryAnswer) {
  const std::string today = "2026-11-22";
  for (unsigned seed = 0; seed < 20; ++seed) {
    std::mt19937 random(seed);
    AnswerSheet sheet;
    FormInstance instance(TestForm(), sheet, today);
    LiveEvaluation live(instance);
    std::vector<std::string> log;
    for (int i = 0; i < 120; ++i) {
      const model::AnswerRecord record = RandomRecord(random, sheet);
      // Nobody can answer where nothing is.
      model::FieldPath place = record.path;
      place.field.clear();
      if (place.item.empty()) place = RepeatOfInstance(place);
      if (!instance.engine().Find(place)) continue;
      log.push_back(record.path.ToString() + " = " + record.value.text());
      sheet.Apply(record);
      live.Update(instance.Update(std::span(&record, 1)));
      ASSERT_EQ(Dump(live.evaluation()), Dump(Evaluate(TestForm(), sheet, today)))
          << "seed " << seed << ", " << log.size() << " answers, the last: " << log.back();
    }
  }
}

}  // namespace
}  // namespace pingshen::evaluation
