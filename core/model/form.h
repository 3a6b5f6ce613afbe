// A form definition as plain data. Made by forms::Load only, never edited.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/decimal.h"
#include "core/model/figure_check.h"
#include "core/model/scheme.h"
#include "core/model/score_rule.h"
#include "core/model/source.h"
#include "core/model/text.h"

namespace pingshen::model {

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
inline constexpr std::string_view kNotOccurred = "not_occurred";  // kDeductions: it did not occur, nothing is deducted
inline constexpr std::string_view kNoEvidence = "no_evidence";    // kDeductions: no written evidence, 0 points
inline constexpr std::string_view kNoInstance = "none";
inline constexpr std::string_view kNoneOfThese = "none";

struct Option {
  std::string code;
  Text label;
  std::optional<Decimal> points;  // what choosing it earns (ScoreByOptions)
};

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
  bool allows_not_occurred = false;  // kDeductions: "not_occurred" may be chosen
  bool allows_no_evidence = false;   // kDeductions: "no_evidence" may be chosen
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

struct Form {
  std::string id;
  std::string version;
  std::string sha256;  // of the exact bytes, set by whoever knows them
  Text title;
  Text description;
  std::vector<Source> sources;
  std::vector<Text> institution_kinds;
  std::vector<Section> sections;
  Scheme scheme;                       // the one scheme of the form, or std::monostate
  std::vector<SectionScheme> schemes;  // several, by section; then `scheme` is std::monostate
  std::vector<FigureCheck> checks;
};

}  // namespace pingshen::model
