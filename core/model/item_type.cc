#include "core/model/item_type.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace pingshen::model {
namespace {

// As ItemType.
constexpr auto kCodes = std::to_array<std::string_view>(
    {"note",        "yes_no",      "single_choice",   "multiple_choice",
     "integer",     "decimal",     "deductions",      "date",
     "text",        "long_text",   "identity_number", "credit_code",
     "repeat",      "grade",       "ratio",           "stages",
     "time",        "datetime",    "region_code",     "phone",
     "barcode",     "institution", "person",          "photo",
     "file",        "audio",       "video",           "signature",
     "position",    "trace",       "shape",           "rank",
     "acknowledge", "calculated",  "group",           "table"});
static_assert(kCodes.size() == static_cast<std::size_t>(kLastItemType) + 1);

}  // namespace

std::string_view CodeOf(ItemType type) { return kCodes[static_cast<std::size_t>(type)]; }

std::optional<ItemType> ItemTypeOf(std::string_view code) {
  const auto found = std::ranges::find(kCodes, code);
  if (found == kCodes.end()) return std::nullopt;
  return static_cast<ItemType>(found - kCodes.begin());
}

}  // namespace pingshen::model
