#include "core/forms/item_members.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace pingshen::forms {
namespace {

using enum model::ItemType;
using model::ItemType;
using Types = std::uint64_t;  // a set of types

constexpr Types SetOf(ItemType type) { return Types{1} << static_cast<unsigned>(type); }
template <typename... Each>
constexpr Types Only(Each... types) {
  return (SetOf(types) | ...);
}
constexpr std::size_t kTypeCount = static_cast<std::size_t>(model::kLastItemType) + 1;
constexpr Types kAll = (Types{1} << kTypeCount) - 1;
constexpr Types kFrames = Only(kGroup, kTable);
constexpr Types kAsked = kAll & ~(kFrames | Only(kNote, kCalculated));
constexpr Types kNumbers = Only(kInteger, kDecimal);
constexpr Types kChoices = Only(kYesNoNa, kSingleChoice, kMultipleChoice);
constexpr Types kLists = Only(kSingleChoice, kMultipleChoice, kRank);
constexpr Types kOfParts = Only(kDeductions, kRepeat, kGrade, kRatio, kStages);
constexpr Types kFiles = Only(kPhoto, kFile, kAudio, kVideo, kSignature);

struct Rule {
  std::string_view name;
  Types types;
};
// As ItemMember.
constexpr auto kRules = std::to_array<Rule>({
    {"appearance", kAll},
    {"calculation", (kAsked & ~kOfParts & ~kFiles) | Only(kCalculated)},
    {"children", Only(kRepeat, kGroup)},
    {"choice_filter", kLists},
    {"code", kAll},
    {"columns", Only(kTable)},
    {"constraint", kAsked & ~Only(kDeductions, kRepeat)},
    {"constraint_message", kAsked & ~Only(kDeductions, kRepeat)},
    {"core", kAsked},
    {"count", Only(kRepeat)},
    {"decimals", Only(kRatio)},
    {"deductions", Only(kDeductions)},
    {"default", kAsked & ~kOfParts & ~kFiles},
    {"evidence_required", kAsked},
    {"hint", kAll},
    {"instance_label", Only(kRepeat)},
    {"label", kAll},
    {"list", kLists},
    {"look_back", kAsked | kFrames},
    {"max_count", kFiles},
    {"max_instances", Only(kRepeat)},
    {"maximum", kNumbers},
    {"method", kAll},
    {"minimum", kNumbers},
    {"no_evidence", Only(kDeductions)},
    {"not_applicable", kAsked & ~Only(kRepeat)},
    {"not_applicable_when", kAsked & ~Only(kRepeat)},
    {"not_occurred", Only(kDeductions)},
    {"optional_when", kAsked},
    {"options", kChoices | kLists},
    {"per", Only(kRatio)},
    {"points", kNumbers | kChoices | Only(kDeductions, kRepeat)},
    {"read_only", kAll & ~Only(kNote, kCalculated)},
    {"relevant", kAll},
    {"required", kAsked},
    {"required_message", kAsked},
    {"rows", Only(kTable)},
    {"score", kNumbers | Only(kRepeat)},
    {"scored_by", kAsked | kFrames},
    {"sources", kAll},
    {"stages", Only(kStages)},
    {"step", kNumbers},
    {"sub_points", Only(kGrade)},
    {"triggers", (kAsked & ~kOfParts & ~kFiles) | Only(kCalculated)},
    {"type", kAll},
    {"unit", kNumbers | Only(kRatio)},
});
static_assert(kRules.size() == static_cast<std::size_t>(ItemMember::kUnit) + 1);
static_assert(std::ranges::is_sorted(kRules, {}, &Rule::name));

// By type: the members that it may have, as bits by ItemMember.
constexpr auto kMembersOf = [] {
  std::array<std::uint64_t, kTypeCount> members{};
  for (std::size_t type = 0; type < kTypeCount; ++type)
    for (std::size_t rule = 0; rule < kRules.size(); ++rule)
      if ((kRules[rule].types >> type & 1) != 0) members[type] |= std::uint64_t{1} << rule;
  return members;
}();

std::optional<std::size_t> RuleOf(std::string_view name) {
  const auto found = std::ranges::lower_bound(kRules, name, {}, &Rule::name);
  if (found == kRules.end() || found->name != name) return std::nullopt;
  return static_cast<std::size_t>(found - kRules.begin());
}

}  // namespace

ItemMembers::ItemMembers(const json::Value& item, Problems& problems)
    : item_(item), problems_(problems) {
  for (const json::Value::Member& member : item.members) {
    if (const std::optional<std::size_t> rule = RuleOf(member.name))
      present_ |= std::uint64_t{1} << *rule;
    else
      problems.Report(ErrorCode::ERR_FORM_MEMBER_UNKNOWN, member.name_place, Named(member.name));
  }
}

void ItemMembers::CheckType(ItemType type) const {
  if ((present_ & ~kMembersOf[static_cast<std::size_t>(type)]) == 0) return;
  for (const json::Value::Member& member : item_.members) {
    const std::optional<std::size_t> rule = RuleOf(member.name);
    if (rule && (kRules[*rule].types & SetOf(type)) == 0)
      problems_.Report(ErrorCode::ERR_FORM_MEMBER_MISPLACED, member.name_place,
                       Named(member.name) + " / " + Named(model::CodeOf(type)));
  }
}

}  // namespace pingshen::forms
