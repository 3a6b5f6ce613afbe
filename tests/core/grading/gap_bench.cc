// How long the whole result of a ladder takes, gap and candidates included: 583 items, 33 of them ★
// unless told otherwise.
//   gap_bench [ROUNDS [STRIDE]]   prints mean and worst time in microseconds; every STRIDE-th item
//                                 is ★
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>

#include "tests/core/grading/ladders.h"

using namespace pingshen;

int main(int count, char** values) {
  const int rounds = count > 1 ? std::atoi(values[1]) : 200;
  const auto stride = static_cast<std::size_t>(count > 2 ? std::max(1, std::atoi(values[2])) : 18);
  std::mt19937 dice(583);
  const std::vector<std::string> sections = {"1", "2", "3", "4", "5", "6"};
  const model::LadderScheme scheme = grading::Secondary2012();
  double sum_us = 0;
  double worst_us = 0;
  std::int64_t items = 0;
  for (int round = 0; round < rounds; ++round) {
    std::vector<grading::LadderRow> rows(583);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      rows[i].item = "item-" + std::to_string(i);
      rows[i].section = sections[i % sections.size()];
      rows[i].core = i % stride == 0;
      // From hopeless to nearly there.
      const auto roll = static_cast<unsigned>(dice() % 100);
      const unsigned good = static_cast<unsigned>(round * 60 / rounds);
      rows[i].mark = roll < good / 3    ? model::Mark::kA
                     : roll < good      ? model::Mark::kB
                     : roll < good + 30 ? model::Mark::kC
                                        : model::Mark::kD;
    }
    // The best of five: what the program takes, not what else the machine does.
    std::optional<model::SchemeResult> result;
    double took_us = 0;
    for (int run = 0; run < 5; ++run) {
      const auto start = std::chrono::steady_clock::now();
      result = grading::GradeLadder(scheme, sections, rows, {}, {});
      const std::chrono::duration<double, std::micro> took =
          std::chrono::steady_clock::now() - start;
      took_us = run == 0 ? took.count() : std::min(took_us, took.count());
    }
    sum_us += took_us;
    worst_us = std::max(worst_us, took_us);
    if (result->gap) items += result->gap->items;
  }
  std::printf("%d results of 583 items: mean %.0f us, worst %.0f us (%lld items to raise in all)\n",
              rounds, sum_us / rounds, worst_us, static_cast<long long>(items));
}
