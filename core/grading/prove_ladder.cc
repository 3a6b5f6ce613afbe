// The proof of ladders and composites: better outcomes demand more, each is reachable, and the last
// one takes what is left.
#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "core/grading/prove.h"
#include "core/grading/share.h"
#include "core/grading/whole_numbers.h"

namespace pingshen::grading {
namespace {

using Minimum = std::optional<Decimal>;

struct Cell {
  const char* name;
  Minimum model::ShareMinimum::* member;
};
constexpr std::array<Cell, 3> kCells = {{{"C", &model::ShareMinimum::c},
                                         {"B", &model::ShareMinimum::b},
                                         {"A", &model::ShareMinimum::a}}};

template <typename Grade>
Status CheckCodes(const std::vector<Grade>& grades, const std::vector<model::Veto>& vetoes,
                  const std::string& veto_grade) {
  std::set<std::string> codes;
  for (const Grade& grade : grades)
    if (grade.code.empty() || !codes.insert(grade.code).second)
      return Fail(ErrorCode::ERR_GRADING_BANDS, grade.code);
  if (grades.empty()) return Fail(ErrorCode::ERR_GRADING_BANDS, "0");
  std::set<std::string> veto_codes;
  for (const model::Veto& veto : vetoes)
    if (veto.code.empty() || !veto_codes.insert(veto.code).second)
      return Fail(ErrorCode::ERR_GRADING_BANDS, veto.code);
  if (vetoes.empty() && veto_grade.empty()) return {};
  if (!codes.contains(veto_grade)) return Fail(ErrorCode::ERR_GRADING_VETO_BAND, veto_grade);
  if (veto_grade != grades.back().code) return Fail(ErrorCode::ERR_GRADING_VETO, veto_grade);
  return {};
}

bool InRange(const Minimum& minimum) {
  return !minimum || (!minimum->IsNegative() && *minimum <= kHundred);
}

// What a share demands in effect: whoever has that many A has that many B and C, too.
Decimal Effective(const model::ShareMinimum& minimum, std::size_t cell) {
  Decimal most;
  for (std::size_t i = cell; i < kCells.size(); ++i)
    most = std::max(most, (minimum.*kCells[i].member).value_or(Decimal()));
  return most;
}

Status CheckMonotone(const model::LadderGrade& better, const model::LadderGrade& worse) {
  bool more = false;
  for (const auto column : {&model::LadderGrade::all, &model::LadderGrade::core}) {
    const char* name = column == &model::LadderGrade::all ? "all " : "core ";
    for (std::size_t cell = 0; cell < kCells.size(); ++cell) {
      const Decimal high = Effective(better.*column, cell);
      const Decimal low = Effective(worse.*column, cell);
      if (high < low)
        return Fail(ErrorCode::ERR_GRADING_ORDER, better.code + " " + name + kCells[cell].name +
                                                      " " + high.ToString() + " < " + worse.code +
                                                      " " + low.ToString());
      more = more || high > low;
    }
  }
  // The same demands: the better one always takes it.
  if (!more) return Fail(ErrorCode::ERR_GRADING_UNREACHABLE, worse.code);
  return {};
}

// The least counts (C, B, A or better; ★ and not ★) that meet a grade, all at once: every bound is
// a lower one or says that one count is at least another less something, so there is a least point.
struct LeastCounts {
  std::array<std::int64_t, 3> core{};
  std::array<std::int64_t, 3> other{};
};
LeastCounts LeastFor(const model::LadderScheme& scheme, const model::LadderGrade& grade,
                     std::int64_t items, std::int64_t core) {
  const std::int64_t others = items - core;
  const std::int64_t column = scheme.core_in_all ? items : others;
  LeastCounts least;
  for (std::size_t i = 0; i < kCells.size(); ++i) {
    least.core[i] = LeastCount(Effective(grade.core, i), core);
    const std::int64_t all = LeastCount(Effective(grade.all, i), column);
    if (scheme.core_in_all) least.core[i] = std::max(least.core[i], all - others);
    least.other[i] = scheme.core_in_all ? std::max<std::int64_t>(0, all - least.core[i]) : all;
  }
  return least;
}

bool Meets(const model::LadderScheme& scheme, const model::LadderGrade& grade,
           const LeastCounts& counts, std::int64_t items, std::int64_t core) {
  const std::int64_t column = scheme.core_in_all ? items : items - core;
  for (std::size_t i = 0; i < kCells.size(); ++i) {
    const std::int64_t all = counts.other[i] + (scheme.core_in_all ? counts.core[i] : 0);
    if (!ReachesPercent(counts.core[i], (grade.core.*kCells[i].member).value_or(Decimal()), core))
      return false;
    if (!ReachesPercent(all, (grade.all.*kCells[i].member).value_or(Decimal()), column))
      return false;
  }
  return true;
}

bool SameDemands(const model::CompositeDemand& a, const model::CompositeDemand& b) {
  return a.parts == b.parts && a.percent == b.percent && a.each_section == b.each_section;
}

}  // namespace

Status ProveLadder(const model::LadderScheme& scheme, std::int64_t items, std::int64_t core) {
  PINGSHEN_CHECK(CheckCodes(scheme.grades, scheme.vetoes, scheme.veto_grade));
  for (const model::LadderGrade& grade : scheme.grades)
    for (const Cell& cell : kCells)
      for (const auto column : {&model::LadderGrade::all, &model::LadderGrade::core})
        if (!InRange(grade.*column.*cell.member))
          return Fail(
              ErrorCode::ERR_GRADING_UNREACHABLE,
              grade.code + " " + cell.name + " " + (grade.*column.*cell.member)->ToString() + "%");
  for (std::size_t i = 1; i < scheme.grades.size(); ++i)
    PINGSHEN_CHECK(CheckMonotone(scheme.grades[i - 1], scheme.grades[i]));
  const model::LadderGrade& last = scheme.grades.back();
  for (std::size_t i = 0; i < kCells.size(); ++i) {
    if (Effective(last.all, i).IsZero() && Effective(last.core, i).IsZero()) continue;
    return Fail(ErrorCode::ERR_GRADING_GAP, "A 0, B 0, C 0 (" + last.code + ")");
  }
  if (items <= 0) return {};
  // With this many items: the least that meets a grade must not meet the better one already.
  for (std::size_t i = 1; i < scheme.grades.size(); ++i) {
    const LeastCounts least = LeastFor(scheme, scheme.grades[i], items, core);
    if (Meets(scheme, scheme.grades[i - 1], least, items, core))
      return Fail(ErrorCode::ERR_GRADING_UNREACHABLE, scheme.grades[i].code +
                                                          " (N = " + std::to_string(items) +
                                                          ", ★ " + std::to_string(core) + ")");
  }
  return {};
}

Status ProveComposite(const model::CompositeScheme& scheme) {
  PINGSHEN_CHECK(CheckCodes(scheme.grades, scheme.preconditions, scheme.veto_grade));
  std::set<std::string> parts;
  Decimal total;
  for (const model::CompositePart& part : scheme.parts) {
    if (part.code.empty() || !parts.insert(part.code).second || part.weight.IsNegative())
      return Fail(ErrorCode::ERR_GRADING_BANDS, part.code);
    total += part.weight;
  }
  if (total.IsZero()) return Fail(ErrorCode::ERR_GRADING_BANDS, "0");
  for (const model::CompositeGrade& grade : scheme.grades) {
    for (const model::CompositeDemand& demand : grade.demands) {
      Decimal weight = demand.parts.empty() ? total : Decimal();
      for (const model::CompositePart& part : scheme.parts)
        if (std::ranges::find(demand.parts, part.code) != demand.parts.end()) weight += part.weight;
      for (const std::string& code : demand.parts)
        if (!parts.contains(code)) return Fail(ErrorCode::ERR_GRADING_REFERENCE, code);
      const bool percent = demand.percent || demand.each_section;
      if (demand.minimum.IsNegative() || demand.minimum > (percent ? kHundred : weight))
        return Fail(ErrorCode::ERR_GRADING_UNREACHABLE,
                    grade.code + " " + demand.minimum.ToString());
    }
  }
  if (!scheme.grades.back().demands.empty())
    return Fail(ErrorCode::ERR_GRADING_GAP, "0 (" + scheme.grades.back().code + ")");
  // Every demand of a grade is made at least as high by the better one.
  for (std::size_t i = 1; i < scheme.grades.size(); ++i) {
    const model::CompositeGrade& better = scheme.grades[i - 1];
    const model::CompositeGrade& worse = scheme.grades[i];
    bool more = better.demands.size() > worse.demands.size();
    for (const model::CompositeDemand& demand : worse.demands) {
      const auto same = std::ranges::find_if(
          better.demands, [&](const model::CompositeDemand& d) { return SameDemands(d, demand); });
      if (same == better.demands.end() || same->minimum < demand.minimum)
        return Fail(ErrorCode::ERR_GRADING_ORDER,
                    better.code + " < " + worse.code + " " + demand.minimum.ToString());
      more = more || same->minimum > demand.minimum;
    }
    if (!more) return Fail(ErrorCode::ERR_GRADING_UNREACHABLE, worse.code);
  }
  return {};
}

}  // namespace pingshen::grading
