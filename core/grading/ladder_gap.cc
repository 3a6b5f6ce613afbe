#include "core/grading/ladder_gap.h"

#include <algorithm>
#include <limits>
#include <vector>

#include "core/grading/share.h"

namespace pingshen::grading {
namespace {

using model::Mark;
using model::MarkCounts;

std::int64_t Lacking(const MarkCounts& column, Mark mark, const std::optional<Decimal>& percent) {
  return percent ? LeastCount(*percent, column.Applicable()) - column.AtLeast(mark) : 0;
}

Crossings Needed(const MarkCounts& column, const model::ShareMinimum& minimum) {
  return {std::max<std::int64_t>(0, Lacking(column, Mark::kC, minimum.c)),
          std::max<std::int64_t>(0, Lacking(column, Mark::kB, minimum.b)),
          std::max<std::int64_t>(0, Lacking(column, Mark::kA, minimum.a))};
}

Below BelowOf(const MarkCounts& marks) {
  return {marks.Count(Mark::kB), marks.Count(Mark::kC), marks.Count(Mark::kD) + marks.unanswered};
}

std::optional<Mark> MarkNow(const LadderRow& row) {
  return row.mark == Mark::kE && !row.may_be_e ? std::nullopt : row.mark;
}

std::vector<std::string> Candidates(std::span<const LadderRow> rows, bool core, Mark from) {
  std::vector<const LadderRow*> found;
  for (const LadderRow& row : rows) {
    const std::optional<Mark> mark = MarkNow(row);
    if (row.core == core && mark.value_or(Mark::kD) == from) found.push_back(&row);
  }
  // Those not answered last, then by what is known to be open, then as in the form.
  const auto effort = [](const LadderRow* row) {
    constexpr std::int64_t kUnknown = std::numeric_limits<std::int64_t>::max();
    return std::pair(!MarkNow(*row), row->open_points == 0 ? kUnknown : row->open_points);
  };
  std::stable_sort(found.begin(), found.end(),
                   [&](const LadderRow* a, const LadderRow* b) { return effort(a) < effort(b); });
  std::vector<std::string> codes;
  codes.reserve(found.size());
  for (const LadderRow* row : found) codes.push_back(row->item);
  return codes;
}

class Groups {
 public:
  Groups(std::span<const LadderRow> rows, std::vector<model::RaiseGroup>& out)
      : rows_(rows), out_(out) {}

  // Which items make the crossings: those from D that have to move go on as far as they are needed,
  // and the longest way is taken by those with fewer steps to go.
  void Add(bool core, const Crossings& plan) {
    const std::int64_t d_to_b = std::min(plan.to_c, plan.to_b);
    const std::int64_t c_to_b = plan.to_b - d_to_b;
    const std::int64_t on_to_a = std::min(plan.to_b, plan.to_a);
    const std::int64_t c_to_a = std::min(c_to_b, on_to_a);
    const std::int64_t d_to_a = on_to_a - c_to_a;
    AddGroup(core, Mark::kB, Mark::kA, plan.to_a - on_to_a);
    AddGroup(core, Mark::kC, Mark::kB, c_to_b - c_to_a);
    AddGroup(core, Mark::kC, Mark::kA, c_to_a);
    AddGroup(core, Mark::kD, Mark::kC, plan.to_c - d_to_b);
    AddGroup(core, Mark::kD, Mark::kB, d_to_b - d_to_a);
    AddGroup(core, Mark::kD, Mark::kA, d_to_a);
  }

 private:
  void AddGroup(bool core, Mark from, Mark to, std::int64_t count) {
    if (count <= 0) return;
    std::vector<std::string> candidates = Candidates(rows_, core, from);
    // Those that an earlier group of the same kind took come last: they are spoken for.
    std::int64_t taken = 0;
    for (const model::RaiseGroup& group : out_)
      if (group.core == core && group.from == from) taken += group.count;
    taken = std::min(taken, static_cast<std::int64_t>(candidates.size()));
    std::rotate(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(taken),
                candidates.end());
    out_.push_back({core, from, to, count, std::move(candidates)});
  }

  std::span<const LadderRow> rows_;
  std::vector<model::RaiseGroup>& out_;
};

}  // namespace

model::Gap LadderGap(const model::LadderScheme& scheme, std::size_t target,
                     const model::LadderTable& table, std::span<const LadderRow> rows,
                     std::span<const std::string> vetoes) {
  const model::LadderGrade& grade = scheme.grades[target];
  model::Gap gap;
  gap.target = grade.code;
  gap.vetoes.assign(vetoes.begin(), vetoes.end());
  for (const LadderRow& row : rows)
    if (!MarkNow(row)) gap.unanswered.push_back(row.item);
  MarkCounts other = table.all;
  if (scheme.core_in_all) {
    for (std::size_t i = 0; i < other.of.size(); ++i) other.of[i] -= table.core.of[i];
    other.unanswered -= table.core.unanswered;
  }
  const auto plan = PlanRaises(BelowOf(table.core), BelowOf(other), Needed(table.core, grade.core),
                               Needed(table.all, grade.all), scheme.core_in_all);
  gap.reachable = plan.has_value();
  if (!plan) return gap;
  gap.items = plan->Items();
  gap.steps = plan->Steps();
  Groups groups(rows, gap.raises);
  groups.Add(true, plan->core);
  groups.Add(false, plan->other);
  return gap;
}

}  // namespace pingshen::grading
