#include "core/forms/form_checks.h"

#include <cstdint>
#include <string>
#include <utility>

#include "core/base/utf8.h"

namespace pingshen::forms {
namespace {

using model::ItemType;

}  // namespace

json::Place PlaceInString(std::string_view file_text, json::Place start, std::size_t offset) {
  std::size_t at = 0;
  for (std::uint32_t line = 1; line < start.line; ++line) at = file_text.find('\n', at) + 1;
  for (std::uint32_t column = 1; column < start.column; ++column) NextCodePoint(file_text, at);
  json::Place place = start;
  ++at;  // the quotation mark
  ++place.column;
  std::size_t decoded = 0;
  while (decoded < offset && at < file_text.size()) {
    const std::size_t before = at;
    if (file_text[at] == '\\' && at + 1 < file_text.size()) {
      // A surrogate pair is four bytes of UTF-8: two for each half.
      const bool unicode = file_text[at + 1] == 'u';
      std::uint32_t unit = 0;
      if (unicode)
        for (const char digit : file_text.substr(at + 2, 4))
          unit = unit * 16 +
                 static_cast<std::uint32_t>(digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
      const bool surrogate = unit >= 0xD800 && unit <= 0xDFFF;
      decoded += !unicode || unit < 0x80 ? 1 : unit < 0x800 || surrogate ? 2 : 3;
      at += unicode ? 6 : 2;
      place.column += unicode ? 6 : 2;
    } else {
      NextCodePoint(file_text, at);
      decoded += at - before;
      ++place.column;
    }
  }
  return place;
}

void CheckReferences(Draft& draft, const Plan& plan) {
  for (const PendingReference& pending : draft.references)
    if (plan.FindItem(pending.code) == nullptr)
      draft.problems.Report(ErrorCode::ERR_FORM_CODE_UNKNOWN, pending.place, Named(pending.code));
}

void CheckDenominators(Draft& draft, const Plan& plan) {
  for (const PendingDenominator& pending : draft.denominators) {
    const model::Item* item = plan.FindItem(pending.denominator);
    const bool is_number = item != nullptr && plan.RepeatAround(plan.NodeOf(*item)) == nullptr &&
                           (item->type == ItemType::kInteger || item->type == ItemType::kDecimal);
    if (!is_number || pending.denominator == pending.owner)
      draft.problems.Report(ErrorCode::ERR_FORM_CODE_UNKNOWN, pending.place,
                            Named(pending.denominator));
  }
}

}  // namespace pingshen::forms
