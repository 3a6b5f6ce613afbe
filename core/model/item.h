// One item of a form: a question, a text, or a frame around other items.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/decimal.h"
#include "core/model/item_type.h"
#include "core/model/lists.h"
#include "core/model/score_rule.h"
#include "core/model/source.h"
#include "core/model/text.h"
#include "core/model/value.h"

namespace pingshen::model {

// A condition that holds always, never, or by an expression.
struct Condition {
  bool always = false;
  Expression when;  // empty: `always` is the answer
  bool possible() const { return always || !when.empty(); }
};

// How far back the evidence is looked at: "P12M" is 12 months.
struct LookBack {
  enum class Unit : std::uint8_t { kDay, kWeek, kMonth, kYear };
  std::int32_t count = 0;  // 0 = none
  Unit unit = Unit::kMonth;
  bool empty() const { return count == 0; }
  bool operator==(const LookBack&) const = default;
};

// A part of a graded item. The mark follows by the ladder: all of C → C, all of B too → B, all of A
// too → A, any of C missing → D.
struct SubPoint {
  std::string code;  // "C-1"
  Text label;
  char level = 'C';  // 'C', 'B', 'A'
};

struct Item {
  std::string code;
  ItemType type = ItemType::kNote;
  Text label;
  Text hint;    // how to judge
  Text method;  // how to check: 查阅资料, 现场核查, 访谈 …
  LookBack look_back;
  std::vector<Source> sources;
  std::string appearance;              // XLSForm's words for the screen, separated by blanks
  std::vector<std::string> scored_by;  // codes of Form::groups; none: anybody
  bool core = false;                   // ★
  bool evidence_required = false;      // kEvidenceField must not be empty once it is answered

  Expression relevant;
  bool required = false;     // always; see required_when
  Expression required_when;  // required where this holds
  Text required_message;
  Expression optional_when;  // where this holds nothing is missing when it is unanswered
  bool allows_not_applicable = false;
  Text not_applicable_basis;       // when "na" may be chosen
  Expression not_applicable_when;  // "na" may be chosen only where this holds
  Expression constraint;
  Text constraint_message;
  Expression calculation;
  std::vector<std::string>
      triggers;  // codes: `calculation` is computed again only when one of these changes
  Expression default_expression;  // of the answer (field ""), taken when its place is made
  Condition read_only;

  Text unit;
  std::optional<Decimal> minimum;
  std::optional<Decimal> maximum;
  std::optional<Decimal> step;  // kInteger, kDecimal: minimum + n × step only
  std::string list;          // code of the Form::lists entry that `options` are from; "" = its own
  Options options;           // IsChoice
  Expression choice_filter;  // over the option's columns
  std::vector<Deduction> deductions;        // kDeductions
  bool allows_not_occurred = false;         // kDeductions: "not_occurred" may be chosen
  bool allows_no_evidence = false;          // kDeductions: "no_evidence" may be chosen
  std::vector<SubPoint> sub_points;         // kGrade
  std::vector<CodedLabel> stages;           // kStages, in their order
  Decimal per = Decimal::FromInteger(100);  // kRatio: reported = numerator × per / denominator
  std::optional<int> decimals;    // kRatio: places that the reported figure is stated with
  std::int64_t max_count = 1;     // TakesAttachments
  std::optional<Decimal> points;  // maximum points; nullopt = not scored
  ScoreRule score;

  std::vector<Item> children;      // kGroup, kRepeat, kTable (the columns)
  std::int64_t max_instances = 0;  // kRepeat; 0 = no limit but 999
  Expression count;                // kRepeat: so many instances, the user adds none
  Text instance_label;             // kRepeat: "人员"; may be empty
  std::vector<CodedLabel> rows;    // kTable: instance n is row n
};

}  // namespace pingshen::model
