// The members that an item of a form file may have, and of which types.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/forms/problems.h"
#include "core/json/json.h"
#include "core/model/item_type.h"

namespace pingshen::forms {

// In the order of their names; kMemberNames in the source file says them.
enum class ItemMember : std::uint8_t {
  kAppearance,
  kCalculation,
  kChildren,
  kChoiceFilter,
  kCode,
  kColumns,
  kConstraint,
  kConstraintMessage,
  kCore,
  kCount,
  kDecimals,
  kDeductions,
  kDefault,
  kEvidenceRequired,
  kHint,
  kInstanceLabel,
  kLabel,
  kList,
  kLookBack,
  kMaxCount,
  kMaxInstances,
  kMaximum,
  kMethod,
  kMinimum,
  kNoEvidence,
  kNotApplicable,
  kNotApplicableWhen,
  kNotOccurred,
  kOptionalWhen,
  kOptions,
  kPer,
  kPoints,
  kReadOnly,
  kRelevant,
  kRequired,
  kRequiredMessage,
  kRows,
  kScore,
  kScoredBy,
  kSources,
  kStages,
  kStep,
  kSubPoints,
  kTriggers,
  kType,
  kUnit,
};

// Which members one item has, found in one pass over them.
class ItemMembers {
 public:
  // Reports unknown members.
  ItemMembers(const json::Value& item, Problems& problems);
  bool Has(ItemMember member) const { return (present_ & Bit(member)) != 0; }
  // Reports members that an item of that type does not have.
  void CheckType(model::ItemType type) const;

 private:
  static constexpr std::uint64_t Bit(ItemMember member) {
    return std::uint64_t{1} << static_cast<unsigned>(member);
  }
  const json::Value& item_;
  Problems& problems_;
  std::uint64_t present_ = 0;
};

}  // namespace pingshen::forms
