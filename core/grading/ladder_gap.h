// The smallest set of changes that lifts an assessment on the ladder to a given grade.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "core/grading/ladder.h"

namespace pingshen::grading {

// Raised items of one class (★ or not), by the bounds that they cross upwards: D→C, C→B, B→A. An
// item may cross several.
struct Crossings {
  std::int64_t to_c = 0;
  std::int64_t to_b = 0;
  std::int64_t to_a = 0;
  std::int64_t Steps() const { return to_c + to_b + to_a; }
  // The fewest items that make these crossings: those that cross one bound cross the next first.
  std::int64_t Items() const;
};
// Items of one class by the mark they have now: B, C, D.
struct Below {
  std::int64_t b = 0;
  std::int64_t c = 0;
  std::int64_t d = 0;
};
struct LadderPlan {
  Crossings core;
  Crossings other;
  std::int64_t Items() const { return core.Items() + other.Items(); }
  std::int64_t Steps() const { return core.Steps() + other.Steps(); }
};

// The plan with the fewest raised items and, among those, the fewest steps. `all_needed`: what the
// column "all" lacks (C, B, A), which crossings of ★ items fill, too, when core_in_all; negative
// counts as 0. nullopt: not even with everything at A. Exact.
std::optional<LadderPlan> PlanRaises(const Below& core, const Below& other,
                                     const Crossings& core_needed, const Crossings& all_needed,
                                     bool core_in_all);

// What it takes to reach scheme.grades[target]. Items not answered count as D. `rows` name the
// candidates; without rows there are none, and the groups stand by their counts alone.
model::Gap LadderGap(const model::LadderScheme& scheme, std::size_t target,
                     const model::LadderTable& table, std::span<const LadderRow> rows,
                     std::span<const std::string> vetoes);

}  // namespace pingshen::grading
