// One item of a form file.
#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "core/forms/form_reader.h"
#include "core/model/item_fields.h"

namespace pingshen::forms {
namespace {

using model::ItemType;
using Use = PendingExpression::Use;

constexpr std::size_t kMaxOptions = 500;
constexpr std::size_t kMaxDeductions = 100;
constexpr std::int64_t kMaxDeductionCount = 100'000;
constexpr std::int64_t kMaxInstances = 999;
constexpr std::int64_t kMaxBound = 999'999'999'999;

// As model::ItemType.
constexpr std::array<std::string_view, 13> kTypes = {
    "note", "yes_no", "single_choice", "multiple_choice", "integer",     "decimal", "deductions",
    "date", "text",   "long_text",     "identity_number", "credit_code", "repeat"};

constexpr std::uint16_t Bit(ItemType type) {
  return static_cast<std::uint16_t>(1u << static_cast<unsigned>(type));
}
template <typename... Types>
constexpr std::uint16_t Only(Types... types) {
  return static_cast<std::uint16_t>((Bit(types) | ...));
}
constexpr std::uint16_t kAll = (1u << kTypes.size()) - 1;
constexpr std::uint16_t kAnswered = kAll & ~Bit(ItemType::kNote);
constexpr std::uint16_t kNumbers = Only(ItemType::kInteger, ItemType::kDecimal);
constexpr std::uint16_t kChoices =
    Only(ItemType::kYesNoNa, ItemType::kSingleChoice, ItemType::kMultipleChoice);

struct MemberRule {
  std::string_view name;
  std::uint16_t types;  // set of the types that have it
};
constexpr std::array kRules = {
    MemberRule{"code", kAll},
    MemberRule{"type", kAll},
    MemberRule{"label", kAll},
    MemberRule{"hint", kAll},
    MemberRule{"method", kAll},
    MemberRule{"sources", kAll},
    MemberRule{"relevant", kAll},
    MemberRule{"required", kAnswered},
    MemberRule{"core", kAnswered},
    MemberRule{"constraint", kAnswered & ~Only(ItemType::kDeductions, ItemType::kRepeat)},
    MemberRule{"constraint_message", kAnswered & ~Only(ItemType::kDeductions, ItemType::kRepeat)},
    MemberRule{"not_applicable", kAnswered & ~Only(ItemType::kRepeat)},
    MemberRule{"unit", kNumbers},
    MemberRule{"minimum", kNumbers},
    MemberRule{"maximum", kNumbers},
    MemberRule{"options", kChoices},
    MemberRule{"deductions", Only(ItemType::kDeductions)},
    MemberRule{"children", Only(ItemType::kRepeat)},
    MemberRule{"max_instances", Only(ItemType::kRepeat)},
    MemberRule{"instance_label", Only(ItemType::kRepeat)},
    MemberRule{"points", kNumbers | kChoices | Only(ItemType::kDeductions, ItemType::kRepeat)},
    MemberRule{"score", kNumbers | Only(ItemType::kRepeat)},
};
constexpr auto kMembers = [] {
  std::array<std::string_view, kRules.size()> names;
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = kRules[i].name;
  return names;
}();

void CheckMembers(const json::Value& value, ItemType type, Problems& problems) {
  for (const json::Value::Member& member : value.members) {
    const auto rule = std::ranges::find(kRules, member.name, &MemberRule::name);
    if (rule != kRules.end() && (rule->types & Bit(type)) == 0)
      problems.Report(ErrorCode::ERR_FORM_MEMBER_MISPLACED, member.name_place,
                      Named(member.name) + " / " + Named(kTypes[static_cast<std::size_t>(type)]));
  }
}

void ReadOptions(const ObjectReader& members, model::Item& item, Draft& draft) {
  static constexpr std::array<std::string_view, 3> kOptionMembers = {"code", "label", "points"};
  const bool yes_no = item.type == ItemType::kYesNoNa;
  const std::size_t least = item.type == ItemType::kMultipleChoice ? 1 : 2;
  const auto options = yes_no ? members.FindList("options", 2, 2)
                              : members.RequireList("options", least, kMaxOptions);
  std::vector<model::Option> read;
  for (const json::Value& value : options) {
    const ObjectReader option_members(value, kOptionMembers, draft.problems);
    model::Option option;
    option.code = option_members.RequireCode("code");
    option.label = option_members.RequireText("label");
    option.points = option_members.FindDecimal("points", 0, kMaxPoints);
    const json::Place place = option_members.PlaceOf("code");
    if (std::ranges::find(read, option.code, &model::Option::code) != read.end())
      draft.problems.Report(ErrorCode::ERR_FORM_CODE_DUPLICATE, place, Named(option.code));
    // Answers of their own.
    const bool reserved =
        option.code == model::kNotApplicable ||
        (item.type == ItemType::kMultipleChoice && option.code == model::kNoneOfThese);
    if (reserved || (yes_no && option.code != model::kYes && option.code != model::kNo))
      draft.problems.Report(ErrorCode::ERR_FORM_CODE, place, Named(option.code));
    read.push_back(std::move(option));
  }
  if (!read.empty()) item.options = std::move(read);
}

void ReadDeductions(const ObjectReader& members, model::Item& item, Draft& draft) {
  static constexpr std::array<std::string_view, 5> kDeductionMembers = {"code", "label", "points",
                                                                        "max_count", "cap"};
  for (const json::Value& value : members.RequireList("deductions", 1, kMaxDeductions)) {
    const ObjectReader deduction_members(value, kDeductionMembers, draft.problems);
    model::Deduction deduction;
    deduction.code = deduction_members.RequireCode("code");
    deduction.label = deduction_members.RequireText("label");
    deduction.points =
        deduction_members.RequireDecimal("points", 0, kMaxPoints).value_or(Decimal());
    deduction.max_count =
        deduction_members.FindInteger("max_count", 1, kMaxDeductionCount).value_or(1);
    deduction.cap = deduction_members.FindDecimal("cap", 0, kMaxPoints);
    const json::Place place = deduction_members.PlaceOf("code");
    if (std::ranges::find(item.deductions, deduction.code, &model::Deduction::code) !=
        item.deductions.end())
      draft.problems.Report(ErrorCode::ERR_FORM_CODE_DUPLICATE, place, Named(deduction.code));
    // The item's note is a field of the same item.
    if (deduction.code == model::kNoteField)
      draft.problems.Report(ErrorCode::ERR_FORM_CODE, place, Named(deduction.code));
    if (deduction.points.IsZero())
      draft.problems.Report(ErrorCode::ERR_FORM_DEDUCTION, deduction_members.PlaceOf("points"),
                            "0");
    if (deduction.cap && *deduction.cap < deduction.points)
      draft.problems.Report(ErrorCode::ERR_FORM_DEDUCTION, deduction_members.PlaceOf("cap"),
                            deduction.cap->ToString() + " < " + deduction.points.ToString());
    if (deduction.cap && deduction.max_count == 1)
      draft.problems.Report(ErrorCode::ERR_FORM_DEDUCTION, deduction_members.PlaceOf("cap"),
                            "\"max_count\": 1");
    item.deductions.push_back(std::move(deduction));
  }
}

void ReadBounds(const ObjectReader& members, model::Item& item, Draft& draft) {
  item.unit =
      item.type == ItemType::kDecimal ? members.RequireText("unit") : members.FindText("unit");
  item.minimum = members.FindDecimal("minimum", -kMaxBound, kMaxBound);
  item.maximum = members.FindDecimal("maximum", -kMaxBound, kMaxBound);
  if (item.minimum && item.maximum && *item.minimum > *item.maximum)
    draft.problems.Report(ErrorCode::ERR_FORM_VALUE, members.PlaceOf("minimum"),
                          item.minimum->ToString() + " > " + item.maximum->ToString());
  if (item.type != ItemType::kInteger) return;
  for (const std::string_view name : {"minimum", "maximum"})
    members.FindInteger(name, -kMaxBound, kMaxBound);
}

void ReadChildren(const ObjectReader& members, model::Item& item, std::size_t repeat_depth,
                  Draft& draft) {
  item.instance_label = members.RequireText("instance_label");
  item.max_instances = members.FindInteger("max_instances", 1, kMaxInstances).value_or(0);
  if (repeat_depth == kMaxRepeatDepth) {
    draft.problems.Report(ErrorCode::ERR_FORM_LIMIT, members.place(),
                          Named(item.code) + ": " + std::to_string(repeat_depth + 1) + " > " +
                              std::to_string(kMaxRepeatDepth));
    return;
  }
  const auto children = members.RequireList("children", 1, kMaxItems);
  item.children.reserve(children.size());
  for (const json::Value& child : children) {
    if (draft.problems.any()) return;
    item.children.push_back(ReadItem(child, repeat_depth + 1, draft));
  }
}

}  // namespace

model::Item ReadItem(const json::Value& value, std::size_t repeat_depth, Draft& draft) {
  Problems& problems = draft.problems;
  const ObjectReader members(value, kMembers, problems);
  model::Item item;
  if (++draft.item_count > kMaxItems) {
    problems.Report(ErrorCode::ERR_FORM_LIMIT, value.place,
                    "\"items\" > " + std::to_string(kMaxItems));
    return item;
  }
  item.code = members.RequireCode("code");
  draft.Claim(item.code, members.PlaceOf("code"));
  item.type = static_cast<ItemType>(RequireOneOf(members, "type", kTypes));
  if (problems.any()) return item;
  CheckMembers(value, item.type, problems);

  item.label = members.RequireText("label");
  item.hint = members.FindText("hint");
  item.method = members.FindText("method");
  item.sources = ReadSources(members, draft);
  item.required = members.FindBoolean("required");
  item.core = members.FindBoolean("core");
  item.not_applicable_basis = members.FindText("not_applicable");
  item.allows_not_applicable = members.Has("not_applicable");
  item.relevant = ReadExpression(members, "relevant", Use::kRelevant, item.code, draft);
  item.constraint = ReadExpression(members, "constraint", Use::kConstraint, item.code, draft);
  if (members.Has("constraint") || members.Has("constraint_message")) {
    item.constraint_message = members.RequireText("constraint_message");
    members.Require("constraint", json::Value::Kind::kString);
  }
  const std::uint16_t bit = Bit(item.type);
  if ((bit & kChoices) != 0) ReadOptions(members, item, draft);
  if ((bit & kNumbers) != 0) ReadBounds(members, item, draft);
  if (item.type == ItemType::kDeductions) ReadDeductions(members, item, draft);
  if (item.type == ItemType::kRepeat) ReadChildren(members, item, repeat_depth, draft);
  ReadScore(members, item, draft);
  if (item.points && repeat_depth > 0)
    problems.Report(ErrorCode::ERR_FORM_POINTS, members.NamePlaceOf("points"), Named(item.code));
  return item;
}

}  // namespace pingshen::forms
