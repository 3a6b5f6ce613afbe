// A form definition as plain data. Made by forms::Load only, never edited.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/decimal.h"
#include "core/model/text.h"

namespace pingshen::model {

// An expression as written, with its place in the file for messages.
struct Expression {
  std::string text;  // "" = none
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  bool empty() const { return text.empty(); }
};

// Where a figure or a clause comes from. Confidence as in the official-source survey of the form.
enum class Confidence : std::uint8_t { kToBeConfirmed = 0, kOneSource = 1, kTwoSources = 2, kOurReading = 3 };
struct Source {
  Text document;       // title and document number
  std::string clause;  // "第十二条"
  Confidence confidence = Confidence::kToBeConfirmed;
  Text note;
};

enum class ItemType : std::uint8_t {
  kNote,            // text only, no answer
  kYesNoNa,         // kChoice of "yes" | "no" | "na" ("na" only when the item allows it)
  kSingleChoice,    // kChoice
  kMultipleChoice,  // kChoices; kChoice "none" (assessed: none of the options)
  kInteger,         // kInteger
  kDecimal,         // kDecimal, with a unit
  kDeductions,      // points with deductions: field <deduction code> = kInteger count; field "" = kChoice "full" (nothing to deduct) or "na"
  kDate,            // kDate
  kText,            // kText, one line
  kLongText,        // kText
  kIdentityNumber,  // kText, valid 居民身份证 number
  kCreditCode,      // kText, valid 统一社会信用代码
  kRepeat,          // group of children, instances numbered from 1; field "" of the item itself may be kChoice "none" (assessed: no instance exists)
};

inline constexpr std::string_view kYes = "yes";
inline constexpr std::string_view kNo = "no";
inline constexpr std::string_view kNotApplicable = "na";
inline constexpr std::string_view kFullMarks = "full";
inline constexpr std::string_view kNoInstance = "none";
inline constexpr std::string_view kNoneOfThese = "none";

struct Option {
  std::string code;
  Text label;
  std::optional<Decimal> points;  // what choosing it earns (ScoreByOptions)
};

struct Deduction {
  std::string code;
  Text label;
  Decimal points;               // taken off for each occurrence, > 0
  std::int64_t max_count = 1;   // 1 = happened or not
  std::optional<Decimal> cap;   // at most this much for this deduction
};

// How an item's points come from its answer; the points are never below 0 nor above Item::points.
struct ScoreByOptions {};    // sum of the points of the chosen options; yes = all points, no = 0 where options give none
struct ScoreByDeductions {}; // points minus deductions
struct ScoreBySteps {        // first step (in order) whose condition holds; none: 0
  struct Step {
    Decimal at_least;  // holds when value >= at_least …
    bool exclusive = false;  // … or value > at_least when exclusive
    Decimal points;
  };
  // The value compared: this item's number, or numerator × per / denominator, compared exactly by cross-multiplication
  // (numerator = this item, denominator = another item's code; denominator 0 or missing: not scored yet).
  std::string denominator_item;  // "" = plain value
  Decimal per = Decimal::FromInteger(1);
  std::vector<Step> steps;
};
struct ScoreByInstances {  // repeat: points minus points_off for each instance whose child answers one of `codes`
  std::string child;
  std::vector<std::string> codes;
  Decimal points_off;
  std::int64_t min_instances = 0;  // fewer: 0 points
};
using ScoreRule = std::variant<std::monostate, ScoreByOptions, ScoreByDeductions, ScoreBySteps, ScoreByInstances>;

struct Item {
  std::string code;
  ItemType type = ItemType::kNote;
  Text label;
  Text hint;
  Text method;  // how to check: 查阅资料, 现场核查, 访谈 …
  std::vector<Source> sources;
  bool required = false;
  bool core = false;             // ★
  bool allows_not_applicable = false;
  Text not_applicable_basis;     // when "na" may be chosen
  Expression relevant;
  Expression constraint;
  Text constraint_message;
  Text unit;
  std::optional<Decimal> minimum;
  std::optional<Decimal> maximum;
  std::vector<Option> options;
  std::vector<Deduction> deductions;
  std::optional<Decimal> points;  // maximum points; nullopt = not scored
  ScoreRule score;
  std::vector<Item> children;     // kRepeat only
  std::int64_t max_instances = 0; // kRepeat; 0 = no limit but 999
  Text instance_label;            // kRepeat: "人员"
};

struct Section {
  std::string code;
  Text title;
  std::vector<Item> items;
  std::vector<Section> sections;  // any depth: 章/节/条/款
};

struct Veto {  // 一票否决
  std::string code;
  Text label;
  Expression when;  // boolean
  std::vector<Source> sources;
};

// Good to bad, for colour and order; the words are the form's own.
enum class Tone : std::uint8_t { kGood, kMiddle, kBad };

struct Band {  // at_least <= score < below; a missing bound is open
  std::string code;
  Text label;
  std::optional<Decimal> at_least;
  std::optional<Decimal> below;
  Tone tone = Tone::kMiddle;
  Text consequence;  // "六个月后可重新申请"
  std::vector<Source> sources;
};

struct PointsScheme {
  Decimal total;  // the full score that bands are written against, e.g. 100
  std::vector<Veto> vetoes;
  std::string veto_band;    // code of the band that any veto gives
  std::vector<Band> bands;  // descending, contiguous, exactly covering [0, total]
};
using Scheme = std::variant<std::monostate, PointsScheme>;

struct Form {
  std::string id;
  std::string version;
  std::string sha256;  // of the exact bytes, set by whoever knows them
  Text title;
  Text description;
  std::vector<Source> sources;
  std::vector<Text> institution_kinds;
  std::vector<Section> sections;
  Scheme scheme;
};

}  // namespace pingshen::model
