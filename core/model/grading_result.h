// The whole result of grading: of every scheme of a form, with all figures exact.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/decimal.h"
#include "core/model/figure_check.h"
#include "core/model/scheme.h"
#include "core/model/verdict.h"

namespace pingshen::model {

// numerator / denominator, never divided but for display.
struct Fraction {
  Decimal numerator;
  Decimal denominator;
  bool operator==(const Fraction&) const = default;

  // numerator × 100 ≥ percent × denominator, exact. With denominator 0: true.
  bool AtLeastPercent(const Decimal& percent) const;
  // numerator × per / denominator, rounded half up to `places`, padded: "98.80". Display only; ""
  // when the denominator is 0.
  std::string Display(int places = 2, std::int64_t per = 100) const;
};

// Exclusive distribution of the marks.
struct MarkCounts {
  std::array<std::int64_t, 5> of{};  // by Mark
  std::int64_t unanswered = 0;
  bool operator==(const MarkCounts&) const = default;

  std::int64_t Count(Mark mark) const { return of[static_cast<std::size_t>(mark)]; }
  void Add(std::optional<Mark> mark, std::int64_t count = 1);
  // Items that apply: without E, with those unanswered.
  std::int64_t Applicable() const;
  std::int64_t Total() const { return Applicable() + Count(Mark::kE); }
  // Cumulative: `mark` or better.
  std::int64_t AtLeast(Mark mark) const;
  Fraction Share(Mark mark) const;
};

struct ChapterMarks {
  std::string section;  // top-level section's code
  MarkCounts all;       // ★ items among them
  MarkCounts core;
  bool operator==(const ChapterMarks&) const = default;
};

struct LadderTable {
  MarkCounts all;  // the column that thresholds for all items look at (LadderScheme::core_in_all)
  MarkCounts core;
  std::vector<ChapterMarks> chapters;  // in form order
  bool operator==(const LadderTable&) const = default;
};

struct PartResult {
  std::string part;
  Fraction share;  // earned / attainable, or items with the mark / items that apply
  Decimal weight;  // score = share × weight
  std::vector<SectionScore> sections;
  bool operator==(const PartResult&) const = default;
};

struct StageShare {
  std::string stage;
  Fraction share;  // reached / objects
  bool operator==(const StageShare&) const = default;
};

struct RatioResult {
  std::string item;
  Fraction share;
  std::optional<bool> met;  // nullopt without target or figures
  bool operator==(const RatioResult&) const = default;
};

// One demand of one outcome, met or missed.
enum class DemandKind : std::uint8_t { kShareOfAll, kShareOfCore, kScore, kPart, kMustPass };
struct DemandResult {
  std::string outcome;
  DemandKind kind = DemandKind::kScore;
  std::string subject;  // "C" "B" "A" of shares; part codes joined by "+"; an item; ""
  Fraction actual;      // shares; of scores the score itself over 1, or an exact fraction
  Decimal minimum;      // percent for shares and percentages, otherwise points
  bool percent = false;
  bool met = false;
  // How many more items (shares) or points (scores) it takes; 0 when met.
  Decimal lacking;
  bool operator==(const DemandResult&) const = default;
};

// ---- what separates from the next better outcome

// `count` items of one kind to raise; the first `count` candidates are the least effort.
struct RaiseGroup {
  bool core = false;
  Mark from = Mark::kD;
  Mark to = Mark::kC;
  std::int64_t count = 0;
  std::vector<std::string> candidates;  // items with `from`, least effort first
  bool operator==(const RaiseGroup&) const = default;
};
// Points that an item, or a part, still has to give.
struct PointsGain {
  std::string item;  // "" for a part as a whole
  std::string section;
  Decimal points;
  bool operator==(const PointsGain&) const = default;
};
struct Gap {
  std::string target;      // code of the next better outcome
  bool reachable = true;   // false: not even with everything that applies at its best
  std::int64_t items = 0;  // fewest items to change …
  std::int64_t steps = 0;  // … and then fewest steps on the ladder
  std::vector<RaiseGroup> raises;
  Decimal points;                       // least points to gain, rounded up to the ninth place
  std::vector<PointsGain> gains;        // fewest items that can give them, most first
  std::vector<PointsGain> by_section;   // what each section could still give
  std::vector<std::string> vetoes;      // must no longer hold
  std::vector<std::string> must_pass;   // must be met
  std::vector<std::string> unanswered;  // items without a mark, taken as D here
  bool operator==(const Gap&) const = default;
};

struct SchemeResult {
  std::string scheme;  // code of the section scheme; "" when the form has one scheme
  std::string kind;    // KindName
  // Code of the outcome; nullopt while anything is missing, or the scheme has no outcomes, or
  // nothing applies.
  std::optional<std::string> outcome;
  std::vector<std::string> vetoes;   // codes that hold
  std::vector<std::string> missing;  // items without a valid answer, in form order
  std::optional<LadderTable> ladder;
  std::optional<PointsVerdict> points;
  std::vector<PartResult> parts;
  Fraction
      composite;  // composite: total score / full score; stages: composite share; ratio: met / targets
  std::vector<StageShare> stages;
  std::vector<RatioResult> ratios;
  std::vector<DemandResult> demands;  // of every outcome, best first
  std::optional<Gap> gap;             // nullopt at the best outcome, and without outcomes
  bool operator==(const SchemeResult&) const = default;
};

struct GradingResult {
  std::vector<SchemeResult> schemes;    // in the form's order
  std::vector<FigureFinding> findings;  // of the figure checker
  // One scheme of points without must-pass items, bonuses, own rules and figure checks: then a
  // manifest claims the verdict alone, as it did before there were other schemes.
  bool points_say_all = false;
};

}  // namespace pingshen::model
