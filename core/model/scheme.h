// Grading schemes as plain data: which outcome an assessment gets, and why. Read by
// forms::ReadScheme, proven by grading::Prove before use, applied by core/grading. The rules in
// words, with examples: docs/grading.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/decimal.h"
#include "core/model/source.h"
#include "core/model/text.h"

namespace pingshen::model {

// Good to bad, for colour and order; the words are the form's own.
enum class Tone : std::uint8_t { kGood, kMiddle, kBad };

// One possible verdict. Every scheme lists its outcomes from best to worst.
struct Outcome {
  std::string code;
  Text label;
  Tone tone = Tone::kMiddle;
  Text consequence;  // "六个月后可重新申请"
  std::vector<Source> sources;
};

struct Veto {  // 一票否决, or a precondition: `when` says that it is broken
  std::string code;
  Text label;
  Expression when;  // boolean
  std::vector<Source> sources;
};

// ---- points

struct Band : Outcome {  // at_least <= score < below, or <= at_most; a missing bound is open
  std::optional<Decimal> at_least;
  std::optional<Decimal> below;
  std::optional<Decimal> at_most;  // "70–89 分": never together with `below`
};

// One row of a decision table that is written out in full instead of by bands.
struct DecisionRule {
  std::string outcome;  // code of a band, whose own bounds are then not used
  std::optional<Decimal> at_least;
  std::optional<Decimal> below;
  std::optional<Decimal> at_most;
  std::optional<bool> veto;       // nullopt: whether a veto holds or not
  std::optional<bool> must_pass;  // nullopt: whether all must-pass items are met or not
};

// Items that must be met whatever the total (必达, 必查, 核心): met when the item earned at least
// `percent` of its points.
struct MustPass {
  std::vector<std::string> items;
  Decimal percent = Decimal::FromInteger(100);
  std::string band;  // the best band that is left when one is not met
};

// What the printed table's own headers promise; grading::Prove compares it with the items.
struct StatedPoints {
  std::string section;  // top-level section's code; "": the whole table
  std::optional<Decimal> points;
  std::optional<Decimal> bonus;
};

struct PointsScheme {
  Decimal total;  // the full score that bands are written against, e.g. 100
  std::vector<Veto> vetoes;
  std::string veto_band;    // code of the band that any veto gives
  std::vector<Band> bands;  // best first, contiguous over every attainable score
  std::optional<MustPass> must_pass;
  std::optional<Decimal> bonus_cap;  // most that all bonuses together give; nullopt: no cap
  std::vector<StatedPoints> stated;
  std::vector<DecisionRule> rules;  // empty: by the bands' bounds, veto_band and must_pass
};

// ---- ladder

enum class Mark : std::uint8_t { kA, kB, kC, kD, kE };  // 优秀 良好 合格 不合格 不适用

// Least cumulative shares in percent of the items that apply: A counts in B and C. nullopt: none.
struct ShareMinimum {
  std::optional<Decimal> c;  // C or better
  std::optional<Decimal> b;  // B or better
  std::optional<Decimal> a;
  bool operator==(const ShareMinimum&) const = default;
};
struct LadderGrade : Outcome {
  ShareMinimum all;
  ShareMinimum core;  // ★ items
};
struct LadderScheme {
  std::vector<LadderGrade> grades;  // best first; the last one demands nothing
  bool core_in_all = true;          // whether ★ items count in the column "all", too
  std::vector<Veto> vetoes;
  std::string veto_grade;
};

// ---- composite

// A weighted part: earned / attainable of the scored items in its sections, or the share of its
// graded items with `mark` or better, times the weight.
struct CompositePart {
  std::string code;
  Text label;
  std::vector<std::string> sections;  // codes, of any level
  Decimal weight;                     // full score of the part; 0: measured and demanded, not added
  std::optional<Mark> mark;           // kA … kC: by graded items; nullopt: by points
};
// The sum of `parts`, or each section of them, must reach `minimum`.
struct CompositeDemand {
  std::vector<std::string> parts;  // codes; all parts when empty
  Decimal minimum;
  bool percent = false;       // minimum in percent of the parts' weights, else in points
  bool each_section = false;  // every section of the part by itself, in percent
};
struct CompositeGrade : Outcome {
  std::vector<CompositeDemand> demands;
};
struct CompositeScheme {
  std::vector<CompositePart> parts;
  std::vector<CompositeGrade> grades;  // best first; the last one demands nothing
  std::vector<Veto> preconditions;
  std::string veto_grade;
};

// ---- stages

struct StageWeight {
  std::string code;  // of the stage in the items of type `stages`
  Text label;
  Decimal weight = Decimal::FromInteger(1);
};
// Share of the objects that reached each stage; composite = Σ weight × reached / Σ weight × objects,
// with equal weights the mean of the shares. Bands on the composite in percent, or none.
struct StagesScheme {
  std::vector<StageWeight> stages;
  std::vector<Band> bands;
};

// ---- ratio

enum class RatioKind : std::uint8_t { kTask, kCoverage };  // done / task, reached / all eligible
struct RatioTarget {
  std::string item;  // of type `ratio`
  RatioKind kind = RatioKind::kTask;
  std::optional<Decimal> at_least;  // in the item's own unit (`per`)
  std::optional<Decimal> at_most;
};
// Bands on the share of met targets in percent, or none.
struct RatioScheme {
  std::vector<RatioTarget> targets;
  std::vector<Band> bands;
};

using Scheme = std::variant<std::monostate, PointsScheme, LadderScheme, CompositeScheme,
                            StagesScheme, RatioScheme>;

// One of several schemes of a form: it sees the items of its sections only.
struct SectionScheme {
  std::string code;
  Text label;
  std::vector<std::string> sections;  // codes, of any level
  Scheme scheme;
};

// Best first; empty for std::monostate and for schemes without verdict.
std::vector<const Outcome*> OutcomesOf(const Scheme& scheme);
// nullptr when there is none with that code.
const Outcome* FindOutcome(const Scheme& scheme, std::string_view code);
// The vetoes or preconditions; empty where the scheme has none.
const std::vector<Veto>& VetoesOf(const Scheme& scheme);
// "points", "ladder", "composite", "stages", "ratio", "none".
std::string_view KindName(const Scheme& scheme);
// "A" … "E".
std::string_view MarkName(Mark mark);
std::optional<Mark> MarkOf(std::string_view name);

}  // namespace pingshen::model
