#include "commission/http/http_range.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace pingshen::commission {
namespace {

// Digits only; a number too large for 64 bits is the largest one. Nothing for "" or anything else.
std::optional<std::uint64_t> Number(std::string_view digits) {
  if (digits.empty() || digits.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc() ? number : std::numeric_limits<std::uint64_t>::max();
}

RangeChoice Part(std::uint64_t first, std::uint64_t length) {
  return {.kind = RangeChoice::Kind::kPart, .part = {.first = first, .length = length}};
}

}  // namespace

RangeChoice ChooseRange(std::string_view header, std::uint64_t size_bytes) {
  constexpr std::string_view kUnit = "bytes=";
  const RangeChoice unsatisfiable{.kind = RangeChoice::Kind::kUnsatisfiable, .part = {}};
  if (!header.starts_with(kUnit)) return {};
  header.remove_prefix(kUnit.size());
  if (header.find(',') != std::string_view::npos) return unsatisfiable;
  const std::size_t dash = header.find('-');
  if (dash == std::string_view::npos) return {};
  const std::string_view from = header.substr(0, dash);
  const std::string_view to = header.substr(dash + 1);
  if (from.empty()) {  // the last so many bytes
    const auto suffix = Number(to);
    if (!suffix) return {};
    if (*suffix == 0 || size_bytes == 0) return unsatisfiable;
    const std::uint64_t length = std::min(*suffix, size_bytes);
    return Part(size_bytes - length, length);
  }
  const auto first = Number(from);
  const auto last = to.empty() ? std::numeric_limits<std::uint64_t>::max() : Number(to);
  if (!first || !last || *last < *first) return {};
  if (*first >= size_bytes) return unsatisfiable;
  return Part(*first, std::min(*last, size_bytes - 1) - *first + 1);
}

}  // namespace pingshen::commission
