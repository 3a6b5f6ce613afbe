// Checks of reported figures, declared by a form; grading::CheckFigures runs them.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/decimal.h"
#include "core/model/field_path.h"
#include "core/model/text.h"

namespace pingshen::model {

// Parts add up to their total: 49 = 22 + 17 is a finding.
struct PartsCheck {
  std::string total;  // item, or "item:field"
  std::vector<std::string> parts;
};
// No later figure is above an earlier one: 任务 ≥ 完成 ≥ 异常 ≥ 干预.
struct ChainCheck {
  std::vector<std::string> figures;
};
// This period against the last one, as change in percent of the last.
struct PeriodCheck {
  std::string now;
  std::string before;
  std::optional<Decimal> most_rise;  // percent
  std::optional<Decimal> most_fall;
};
// A reported composite of stages: `reported` of that ratio item is explained by the mean.
struct StagesExplanation {
  std::string ratio;
  std::vector<std::string> reached;  // figures of the stages, over the ratio's denominator
};
// Dates of these items lie in [first, last], both "2026-01-01".
struct DatesCheck {
  std::vector<std::string> items;
  std::string first;
  std::string last;
};
struct FigureCheck {
  std::string code;
  Text label;
  std::variant<PartsCheck, ChainCheck, PeriodCheck, StagesExplanation, DatesCheck> rule;
};

// What a check found. The figures are decimal strings with their names, as they were compared.
struct FigureFinding {
  struct Figure {
    std::string name;  // "numerator", "denominator", "reported", an item's code …
    std::string value;
    bool operator==(const Figure&) const = default;
  };
  std::string code;  // stable, one for each kind: see docs/grading.md
  FieldPath path;    // where to look; empty item: the whole form
  Text sentence;
  std::vector<Figure> figures;
  bool note = false;  // explains rather than objects
};

}  // namespace pingshen::model
