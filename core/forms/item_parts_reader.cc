#include "core/forms/item_parts_reader.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "core/forms/deduction_reader.h"
#include "core/forms/lists_reader.h"
#include "core/forms/member_readers.h"
#include "core/model/canonical.h"
#include "core/model/item_fields.h"

namespace pingshen::forms {
namespace {

using model::Item;
using model::ItemType;
using Kind = json::Value::Kind;
using Member = ItemMember;

constexpr std::size_t kMaxParts = 100;  // sub-points of a level, stages
constexpr std::size_t kMaxRows = 999;   // as instances of a repeat
constexpr std::int64_t kMostInstances = 999;
constexpr std::int64_t kMaxBound = 999'999'999'999;

// Fields that other things of the same item have already.
void CheckFieldCode(const std::string& code, json::Place place, Problems& problems) {
  if (code == model::kNoteField || code == model::kEvidenceField || code == model::kBasisField)
    problems.Report(ErrorCode::ERR_FORM_CODE, place, Named(code));
}

// Codes that are answers of their own.
void CheckOptionCodes(const ObjectReader& members, const Item& item, Problems& problems) {
  if (item.type == ItemType::kYesNoNa) {
    const bool both = item.options.size() == 2 && item.options.Find(model::kYes) != nullptr &&
                      item.options.Find(model::kNo) != nullptr;
    if (!both)
      problems.Report(ErrorCode::ERR_FORM_CODE, members.PlaceOf("options"), "\"yes\", \"no\"");
  }
  if (item.allows_not_applicable && item.options.Find(model::kNotApplicable) != nullptr)
    problems.Report(ErrorCode::ERR_FORM_CODE,
                    members.PlaceOf(item.list.empty() ? "options" : "list"),
                    Named(model::kNotApplicable));
}

void ReadChoice(const ObjectReader& members, const ItemMembers& present, Item& item, Draft& draft) {
  Problems& problems = draft.problems;
  if (present.Has(Member::kList)) {
    item.list = members.RequireCode("list");
    const auto list = std::ranges::find(draft.form.lists, item.list, &model::OptionList::code);
    if (list != draft.form.lists.end())
      item.options = list->options;
    else
      problems.Report(ErrorCode::ERR_FORM_CODE_UNKNOWN, members.PlaceOf("list"), Named(item.list));
    if (present.Has(Member::kOptions))
      problems.Report(ErrorCode::ERR_FORM_MEMBER_MISPLACED, members.NamePlaceOf("options"),
                      "\"options\" / \"list\"");
  } else if (present.Has(Member::kOptions) || item.type != ItemType::kYesNoNa) {
    item.options = ReadOptions(members, "options", draft);
  }
  if (!item.options.empty()) CheckOptionCodes(members, item, problems);
  item.choice_filter = ReadExpression(members, "choice_filter");
}

void ReadBounds(const ObjectReader& members, const ItemMembers& present, Item& item, Draft& draft) {
  Problems& problems = draft.problems;
  item.unit = members.FindText("unit");
  item.minimum = members.FindDecimal("minimum", -kMaxBound, kMaxBound);
  item.maximum = members.FindDecimal("maximum", -kMaxBound, kMaxBound);
  if (item.minimum && item.maximum && *item.minimum > *item.maximum)
    problems.Report(ErrorCode::ERR_FORM_VALUE, members.PlaceOf("minimum"),
                    item.minimum->ToString() + " > " + item.maximum->ToString());
  if (present.Has(Member::kStep)) {
    item.step = members.FindDecimal("step", 0, kMaxBound);
    if (item.step && item.step->IsZero())
      problems.Report(ErrorCode::ERR_FORM_NUMBER, members.PlaceOf("step"), "0");
    for (const std::string_view bound : {"minimum", "maximum"})
      if (!members.Has(bound))
        problems.Report(ErrorCode::ERR_FORM_MEMBER_MISSING, members.place(), Named(bound));
  }
  if (item.type != ItemType::kInteger) return;
  for (const std::string_view name : {"minimum", "maximum", "step"})
    members.FindInteger(name, -kMaxBound, kMaxBound);
}

void ReadSubPoints(const ObjectReader& members, Item& item, Draft& draft) {
  static constexpr std::array<std::string_view, 3> kLevels = {"C", "B", "A"};
  const json::Value* value = members.Find("sub_points", Kind::kObject);
  if (value == nullptr) return;
  const ObjectReader levels(*value, kLevels, draft.problems);
  for (const std::string_view level : kLevels) {
    const auto points = level == "C" ? levels.RequireList(level, 1, kMaxParts)
                                     : levels.FindList(level, 1, kMaxParts);
    std::size_t at = 0;
    for (model::CodedLabel& point : ReadCodedLabels(points, draft)) {
      const json::Value* code = points[at++].Find("code");
      CheckFieldCode(point.code, code->place, draft.problems);
      if (std::ranges::find(item.sub_points, point.code, &model::SubPoint::code) !=
          item.sub_points.end())
        draft.problems.Report(ErrorCode::ERR_FORM_CODE_DUPLICATE, code->place, Named(point.code));
      item.sub_points.push_back({std::move(point.code), std::move(point.label), level.front()});
    }
  }
}

void ReadStages(const ObjectReader& members, Item& item, Draft& draft) {
  const auto stages = members.RequireList("stages", 2, kMaxParts);
  item.stages = ReadCodedLabels(stages, draft);
  for (std::size_t i = 0; i < item.stages.size(); ++i)
    if (const json::Value* code = stages[i].Find("code"))
      CheckFieldCode(item.stages[i].code, code->place, draft.problems);
}

void ReadRatio(const ObjectReader& members, Item& item) {
  item.unit = members.FindText("unit");
  item.per = members.FindDecimal("per", 1, kMaxBound).value_or(Decimal::FromInteger(100));
  if (const auto decimals = members.FindInteger("decimals", 0, Decimal::kMaxFractionDigits))
    item.decimals = static_cast<int>(*decimals);
}

}  // namespace

void ReadItemParts(const ObjectReader& members, const ItemMembers& present, Item& item,
                   Draft& draft) {
  switch (item.type) {
    case ItemType::kYesNoNa:
    case ItemType::kSingleChoice:
    case ItemType::kMultipleChoice:
    case ItemType::kRank:
      return ReadChoice(members, present, item, draft);
    case ItemType::kInteger:
    case ItemType::kDecimal:
      return ReadBounds(members, present, item, draft);
    case ItemType::kDeductions:
      return ReadDeductions(members, item, draft);
    case ItemType::kGrade:
      return ReadSubPoints(members, item, draft);
    case ItemType::kRatio:
      return ReadRatio(members, item);
    case ItemType::kStages:
      return ReadStages(members, item, draft);
    case ItemType::kPhoto:
    case ItemType::kFile:
    case ItemType::kAudio:
    case ItemType::kVideo:
    case ItemType::kSignature:
      item.max_count =
          members.FindInteger("max_count", 1, static_cast<std::int64_t>(model::kMaxAttachments))
              .value_or(1);
      return;
    case ItemType::kRepeat:
      item.instance_label = members.FindText("instance_label");
      item.max_instances = members.FindInteger("max_instances", 1, kMostInstances).value_or(0);
      item.count = ReadExpression(members, "count");
      return;
    case ItemType::kTable:
      item.rows = ReadCodedLabels(members.RequireList("rows", 1, kMaxRows), draft);
      return;
    default:
      return;
  }
}

}  // namespace pingshen::forms
