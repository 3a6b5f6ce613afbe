// The scheme `ladder`: marks A … E of graded items in, verdict by cumulative shares out.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/model/grading_result.h"
#include "core/model/scheme.h"

namespace pingshen::grading {

// The answers to the sub-points of one level: nullopt = unanswered.
using SubPointAnswers = std::vector<std::optional<bool>>;

// The mark by the ladder: all of C gives C, all of B too gives B, all of A too gives A; any C that
// is not met gives D. Levels without sub-points are passed over but never given. nullopt while an
// unanswered sub-point could still change the mark, or when there are none at all.
std::optional<model::Mark> DeriveMark(const SubPointAnswers& c, const SubPointAnswers& b,
                                      const SubPointAnswers& a);

struct LadderRow {
  std::string item;
  std::string section;              // top-level section's code
  std::optional<model::Mark> mark;  // nullopt: unanswered
  bool core = false;                // ★
  bool may_be_e = true;             // E without it counts as unanswered
  std::int64_t open_points = 0;     // sub-points that are not met, to order candidates; 0 = unknown
};

// `sections`: top-level codes in form order. `missing`: further codes that block the verdict.
// `vetoes`: codes that hold. Items not answered are in the denominators, in `missing`, and block
// the verdict; so does a table in which nothing applies. A column "core" without items is met.
model::SchemeResult GradeLadder(const model::LadderScheme& scheme,
                                std::span<const std::string> sections,
                                std::span<const LadderRow> rows,
                                std::span<const std::string> missing,
                                std::span<const std::string> vetoes);

// The same from bare counts; `all` includes the ★ items. Without chapters and candidates.
model::SchemeResult GradeCounts(const model::LadderScheme& scheme, const model::MarkCounts& all,
                                const model::MarkCounts& core, std::span<const std::string> vetoes);

}  // namespace pingshen::grading
