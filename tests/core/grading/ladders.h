// The 2012 edition's scheme for 二级 hospitals, and counts in one line.
#pragma once

#include <string>

#include "core/grading/ladder.h"
#include "tests/core/grading/schemes.h"

namespace pingshen::grading {

inline model::LadderGrade MakeGrade(std::string code, int c, int b, int a, int core_c, int core_b,
                                    int core_a) {
  const auto share = [](int percent) { return std::optional(Decimal::FromInteger(percent)); };
  model::LadderGrade grade;
  grade.code = std::move(code);
  grade.all = {share(c), share(b), share(a)};
  grade.core = {share(core_c), share(core_b), share(core_a)};
  return grade;
}

inline model::LadderScheme Secondary2012() {
  model::LadderScheme scheme;
  scheme.grades = {MakeGrade("甲等", 90, 60, 20, 100, 70, 20),
                   MakeGrade("乙等", 80, 50, 10, 100, 60, 10)};
  scheme.grades.emplace_back().code = "不合格";
  return scheme;
}

inline model::MarkCounts Counts(std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d,
                                std::int64_t e = 0) {
  model::MarkCounts counts;
  counts.of = {a, b, c, d, e};
  return counts;
}

}  // namespace pingshen::grading
