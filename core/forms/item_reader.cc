#include "core/forms/item_reader.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "core/forms/deduction_reader.h"
#include "core/forms/item_members.h"
#include "core/forms/item_parts_reader.h"
#include "core/forms/member_readers.h"
#include "core/forms/score_reader.h"

namespace pingshen::forms {
namespace {

using model::Item;
using model::ItemType;
using Kind = json::Value::Kind;
using Member = ItemMember;

constexpr std::size_t kMaxCodes = 50;
constexpr std::size_t kMaxAppearanceBytes = 500;

ItemType ReadType(const ObjectReader& members, Problems& problems) {
  const json::Value* value = members.Require("type", Kind::kString);
  if (value == nullptr) return ItemType::kNote;
  const std::optional<ItemType> type = model::ItemTypeOf(value->text);
  if (!type) problems.Report(ErrorCode::ERR_FORM_VALUE, value->place, Named(value->text));
  return type.value_or(ItemType::kNote);
}

// "P12M": a number of days, weeks, months or years.
model::LookBack ReadLookBack(const ObjectReader& members, Problems& problems) {
  constexpr std::string_view kUnits = "DWMY";  // as LookBack::Unit
  constexpr std::size_t kMostDigits = 4;
  const json::Value* value = members.Find("look_back", Kind::kString);
  if (value == nullptr) return {};
  model::LookBack period;
  std::string_view digits = value->text;
  const std::size_t unit = digits.empty() ? std::string_view::npos : kUnits.find(digits.back());
  bool good = digits.size() >= 3 && digits.size() <= kMostDigits + 2 && digits.front() == 'P' &&
              digits[1] != '0' && unit != std::string_view::npos;
  if (good) {
    for (const char c : digits.substr(1, digits.size() - 2)) {
      good = good && c >= '0' && c <= '9';
      period.count = period.count * 10 + (c - '0');
    }
    period.unit = static_cast<model::LookBack::Unit>(unit);
  }
  if (good) return period;
  problems.Report(ErrorCode::ERR_FORM_VALUE, value->place, Named(value->text));
  return {};
}

std::vector<std::string> ReadCodes(const ObjectReader& members, std::string_view name,
                                   Problems& problems) {
  std::vector<std::string> codes;
  for (const json::Value& value : members.FindList(name, 1, kMaxCodes)) {
    codes.push_back(ReadCode(value, problems));
    if (std::ranges::count(codes, codes.back()) > 1)
      problems.Report(ErrorCode::ERR_FORM_CODE_DUPLICATE, value.place, Named(codes.back()));
  }
  return codes;
}

// true, false, or an expression.
model::Condition ReadCondition(const ObjectReader& members, std::string_view name) {
  const json::Value* value = members.FindAny(name);
  if (value == nullptr) return {};
  if (value->kind == Kind::kBoolean) return {value->boolean, {}};
  return {false, ReadExpression(members, name)};
}

class ItemReader {
 public:
  ItemReader(const json::Value& value, Draft& draft, Item& item)
      : item_(item),
        draft_(draft),
        problems_(draft.problems),
        members_(value, problems_),
        present_(value, problems_) {}

  void Read(const Around& around) {
    item_.code = members_.RequireCode("code");
    draft_.Claim(item_.code, members_.PlaceOf("code"));
    item_.type = ReadType(members_, problems_);
    if (problems_.any()) return;
    present_.CheckType(item_.type);
    ReadTexts();
    ReadFacts();
    ReadExpressions();
    ReadItemParts(members_, present_, item_, draft_);
    ReadChildren(around);
    ReadScore(members_, item_, draft_);
    if (item_.points && around.instances > 0)
      problems_.Report(ErrorCode::ERR_FORM_POINTS, members_.NamePlaceOf("points"),
                       Named(item_.code));
  }

 private:
  bool Has(Member member) const { return present_.Has(member); }

  void ReadTexts() {
    item_.label = members_.RequireText("label");
    if (Has(Member::kHint)) item_.hint = members_.FindText("hint");
    if (Has(Member::kMethod)) item_.method = members_.FindText("method");
    if (Has(Member::kRequiredMessage))
      item_.required_message = members_.FindText("required_message");
    if (Has(Member::kConstraintMessage)) {
      item_.constraint_message = members_.FindText("constraint_message");
      members_.Require("constraint", Kind::kString);
    }
    if (Has(Member::kNotApplicable))
      item_.not_applicable_basis = members_.FindText("not_applicable");
    item_.allows_not_applicable = Has(Member::kNotApplicable);
  }

  void ReadFacts() {
    if (Has(Member::kSources)) item_.sources = ReadSources(members_, draft_);
    if (Has(Member::kLookBack)) item_.look_back = ReadLookBack(members_, problems_);
    if (Has(Member::kAppearance))
      item_.appearance = members_.FindPlain("appearance", kMaxAppearanceBytes);
    if (Has(Member::kScoredBy)) {
      item_.scored_by = ReadCodes(members_, "scored_by", problems_);
      for (const std::string& group : item_.scored_by)
        if (std::ranges::find(draft_.form.groups, group, &model::CodedLabel::code) ==
            draft_.form.groups.end())
          problems_.Report(ErrorCode::ERR_FORM_CODE_UNKNOWN, members_.PlaceOf("scored_by"),
                           Named(group));
    }
    item_.core = Has(Member::kCore) && members_.FindBoolean("core");
    item_.evidence_required =
        Has(Member::kEvidenceRequired) && members_.FindBoolean("evidence_required");
  }

  model::Expression Find(Member member, std::string_view name) {
    return Has(member) ? ReadExpression(members_, name) : model::Expression();
  }

  void ReadExpressions() {
    item_.relevant = Find(Member::kRelevant, "relevant");
    if (Has(Member::kRequired)) {
      model::Condition required = ReadCondition(members_, "required");
      item_.required = required.always;
      item_.required_when = std::move(required.when);
    }
    item_.optional_when = Find(Member::kOptionalWhen, "optional_when");
    item_.not_applicable_when = Find(Member::kNotApplicableWhen, "not_applicable_when");
    if (Has(Member::kNotApplicableWhen)) members_.Require("not_applicable", Kind::kObject);
    item_.constraint = Find(Member::kConstraint, "constraint");
    item_.calculation = Find(Member::kCalculation, "calculation");
    if (item_.type == ItemType::kCalculated) members_.Require("calculation", Kind::kString);
    if (Has(Member::kTriggers)) {
      item_.triggers = ReadCodes(members_, "triggers", problems_);
      members_.Require("calculation", Kind::kString);
      for (const std::string& trigger : item_.triggers)
        draft_.references.push_back({trigger, members_.PlaceOf("triggers")});
    }
    item_.default_expression = Find(Member::kDefault, "default");
    if (Has(Member::kReadOnly)) item_.read_only = ReadCondition(members_, "read_only");
  }

  void ReadChildren(const Around& around) {
    const bool instances = model::HasInstances(item_.type);
    if (!instances && item_.type != ItemType::kGroup) return;
    const Around inside = {.instances = around.instances + (instances ? 1 : 0),
                           .frames = around.frames + 1,
                           .table = item_.type == ItemType::kTable};
    const std::size_t depth = std::max(inside.instances, inside.frames);
    if (inside.instances > kMaxRepeatDepth || inside.frames > kMaxFrameDepth) {
      const std::size_t most =
          inside.instances > kMaxRepeatDepth ? kMaxRepeatDepth : kMaxFrameDepth;
      problems_.Report(
          ErrorCode::ERR_FORM_LIMIT, members_.place(),
          Named(item_.code) + ": " + std::to_string(depth) + " > " + std::to_string(most));
      return;
    }
    const auto children = members_.RequireList(inside.table ? "columns" : "children", 1, kMaxItems);
    item_.children.reserve(children.size());
    for (const json::Value& child : children) {
      if (problems_.any()) return;
      ReadItem(child, inside, draft_, item_.children.emplace_back());
    }
  }

  Item& item_;
  Draft& draft_;
  Problems& problems_;
  ObjectReader members_;
  ItemMembers present_;
};

}  // namespace

void ReadItem(const json::Value& value, const Around& around, Draft& draft, Item& item) {
  if (++draft.item_count > kMaxItems) {
    draft.problems.Report(ErrorCode::ERR_FORM_LIMIT, value.place,
                          "\"items\" > " + std::to_string(kMaxItems));
    return;
  }
  if (draft.problems.any()) return;
  ItemReader(value, draft, item).Read(around);
  const bool frame = model::HasInstances(item.type) || item.type == ItemType::kGroup;
  if ((around.table || around.attributes) && frame)
    draft.problems.Report(ErrorCode::ERR_FORM_MEMBER_MISPLACED, value.place,
                          Named(item.code) + " / " + Named(model::CodeOf(item.type)));
  if (around.attributes && item.points)
    draft.problems.Report(ErrorCode::ERR_FORM_POINTS, value.place, Named(item.code));
}

}  // namespace pingshen::forms
