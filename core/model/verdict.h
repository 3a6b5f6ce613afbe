// The result of an assessment, as shown, claimed in the manifest and recomputed by the desk.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/decimal.h"

namespace pingshen::model {

struct SectionScore {
  std::string section;  // code
  Decimal earned;
  Decimal attainable;  // without items that do not apply
  bool operator==(const SectionScore&) const = default;
};

struct PointsVerdict {
  Decimal earned;
  Decimal attainable;  // points of the items that apply and are scored
  Decimal
      total;  // full score of the scheme; score = earned × total / attainable + bonus, compared exactly
  Decimal bonus;                       // 加分, after the cap of the scheme
  std::vector<SectionScore> sections;  // top-level sections in form order
  std::vector<std::string> vetoes;     // codes of the vetoes that hold
  std::vector<std::string> failed;     // codes of the must-pass items that are not met
  std::vector<std::string>
      missing;  // codes of required items without a valid answer, in form order
  // The band's code; nullopt while anything is missing (a veto alone does not close an unfinished assessment).
  std::optional<std::string> band;
  bool operator==(const PointsVerdict&) const = default;

  // earned × total / attainable + bonus, rounded half up to two places. Display only. "0" when nothing is attainable,
  // "" when the figures are beyond 128 bits (no real form).
  std::string DisplayScore() const;
};

}  // namespace pingshen::model
