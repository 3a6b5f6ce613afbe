#include "core/grading/ladder.h"

#include <algorithm>
#include <utility>

#include "core/grading/ladder_gap.h"
#include "core/grading/share.h"

namespace pingshen::grading {
namespace {

using model::DemandKind;
using model::Mark;
using model::MarkCounts;

enum class Level : std::uint8_t { kNone, kMet, kMissed, kOpen };

Level LevelOf(const SubPointAnswers& answers) {
  if (answers.empty()) return Level::kNone;
  bool open = false;
  for (const std::optional<bool>& answer : answers) {
    if (answer == false) return Level::kMissed;
    open = open || !answer;
  }
  return open ? Level::kOpen : Level::kMet;
}

void Demand(const std::string& outcome, DemandKind kind, Mark mark, const MarkCounts& column,
            const std::optional<Decimal>& minimum, model::SchemeResult& result) {
  if (!minimum) return;
  model::DemandResult& demand = result.demands.emplace_back();
  demand.outcome = outcome;
  demand.kind = kind;
  demand.subject = model::MarkName(mark);
  demand.actual = column.Share(mark);
  demand.minimum = *minimum;
  demand.percent = true;
  const std::int64_t least = LeastCount(*minimum, column.Applicable());
  demand.met = column.AtLeast(mark) >= least;
  demand.lacking = Decimal::FromInteger(std::max<std::int64_t>(0, least - column.AtLeast(mark)));
}

// Index of the best grade whose demands are met; the demands of all grades go into the result.
std::optional<std::size_t> Judge(const model::LadderScheme& scheme, model::SchemeResult& result) {
  const MarkCounts& all = result.ladder->all;
  const MarkCounts& core = result.ladder->core;
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < scheme.grades.size(); ++i) {
    const model::LadderGrade& grade = scheme.grades[i];
    const std::size_t first = result.demands.size();
    Demand(grade.code, DemandKind::kShareOfAll, Mark::kC, all, grade.all.c, result);
    Demand(grade.code, DemandKind::kShareOfAll, Mark::kB, all, grade.all.b, result);
    Demand(grade.code, DemandKind::kShareOfAll, Mark::kA, all, grade.all.a, result);
    Demand(grade.code, DemandKind::kShareOfCore, Mark::kC, core, grade.core.c, result);
    Demand(grade.code, DemandKind::kShareOfCore, Mark::kB, core, grade.core.b, result);
    Demand(grade.code, DemandKind::kShareOfCore, Mark::kA, core, grade.core.a, result);
    const bool met = std::all_of(result.demands.begin() + static_cast<std::ptrdiff_t>(first),
                                 result.demands.end(),
                                 [](const model::DemandResult& demand) { return demand.met; });
    if (met && !best) best = i;
  }
  return best;
}

void Decide(const model::LadderScheme& scheme, std::span<const LadderRow> rows,
            model::SchemeResult& result) {
  std::optional<std::size_t> grade = Judge(scheme, result);
  if (!result.vetoes.empty()) {
    for (std::size_t i = 0; i < scheme.grades.size(); ++i)
      if (scheme.grades[i].code == scheme.veto_grade) grade = i;
  }
  const bool nothing_applies =
      result.ladder->all.Applicable() + result.ladder->core.Applicable() == 0;
  if (!grade || nothing_applies) return;
  if (*grade > 0) result.gap = LadderGap(scheme, *grade - 1, *result.ladder, rows, result.vetoes);
  if (result.missing.empty()) result.outcome = scheme.grades[*grade].code;
}

}  // namespace

std::optional<Mark> DeriveMark(const SubPointAnswers& c, const SubPointAnswers& b,
                               const SubPointAnswers& a) {
  std::optional<Mark> mark;
  const std::pair<Level, Mark> levels[] = {
      {LevelOf(c), Mark::kC}, {LevelOf(b), Mark::kB}, {LevelOf(a), Mark::kA}};
  for (const auto& [level, reached] : levels) {
    if (level == Level::kNone) continue;
    if (level == Level::kOpen) return std::nullopt;
    if (level == Level::kMissed) return mark ? mark : Mark::kD;
    mark = reached;
  }
  return mark;
}

model::SchemeResult GradeLadder(const model::LadderScheme& scheme,
                                std::span<const std::string> sections,
                                std::span<const LadderRow> rows,
                                std::span<const std::string> missing,
                                std::span<const std::string> vetoes) {
  model::SchemeResult result;
  result.kind = "ladder";
  result.vetoes.assign(vetoes.begin(), vetoes.end());
  model::LadderTable& table = result.ladder.emplace();
  for (const std::string& section : sections) table.chapters.push_back({section, {}, {}});
  for (const LadderRow& row : rows) {
    std::optional<Mark> mark = row.mark;
    if (mark == Mark::kE && !row.may_be_e) mark.reset();
    if (!mark) result.missing.push_back(row.item);
    const auto chapter =
        std::find_if(table.chapters.begin(), table.chapters.end(),
                     [&](const model::ChapterMarks& c) { return c.section == row.section; });
    if (chapter != table.chapters.end()) {
      chapter->all.Add(mark);
      if (row.core) chapter->core.Add(mark);
    }
    if (row.core) table.core.Add(mark);
    if (!row.core || scheme.core_in_all) table.all.Add(mark);
  }
  for (const std::string& code : missing)
    if (std::find(result.missing.begin(), result.missing.end(), code) == result.missing.end())
      result.missing.push_back(code);
  Decide(scheme, rows, result);
  return result;
}

model::SchemeResult GradeCounts(const model::LadderScheme& scheme, const MarkCounts& all,
                                const MarkCounts& core, std::span<const std::string> vetoes) {
  model::SchemeResult result;
  result.kind = "ladder";
  result.vetoes.assign(vetoes.begin(), vetoes.end());
  model::LadderTable& table = result.ladder.emplace();
  table.core = core;
  table.all = all;
  if (!scheme.core_in_all) {
    for (std::size_t i = 0; i < table.all.of.size(); ++i) table.all.of[i] -= core.of[i];
    table.all.unanswered -= core.unanswered;
  }
  if (all.unanswered > 0) result.missing.push_back(std::to_string(all.unanswered));
  Decide(scheme, {}, result);
  return result;
}

}  // namespace pingshen::grading
