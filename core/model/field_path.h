// Where an answer belongs: item, repeat instances around it, and a field within the item.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"

namespace pingshen::model {

// Written "VC-03", "VC-15:no_contract" (a field), "VC-09#2/person_id" (item inside the 2nd instance),
// "VC-09#2" (the instance itself, item empty). Codes have no blank and none of / # : ; instance numbers
// count from 1 and are never reused within an assessment.
struct FieldPath {
  struct Step {
    std::string repeat;
    std::uint32_t instance = 0;
    auto operator<=>(const Step&) const = default;
  };
  std::vector<Step> repeats;  // outermost first, at most 4
  std::string item;
  std::string field;  // "": the answer itself; otherwise see item_type.h

  static Result<FieldPath> Parse(std::string_view text);  // ERR_PATH
  static FieldPath Of(std::string item_code, std::string field = {});
  std::string ToString() const;
  auto operator<=>(const FieldPath&) const = default;
};

}  // namespace pingshen::model
