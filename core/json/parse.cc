#include <algorithm>

#include "core/base/utf8.h"
#include "core/json/json.h"
#include "core/json/parser.h"

namespace pingshen::json {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::unexpected<Error> FailAt(Place place, std::string_view what) {
  return Fail(ErrorCode::ERR_JSON, "line " + std::to_string(place.line) + ", column " +
                                       std::to_string(place.column) + ": " + std::string(what));
}

// Where the first malformed sequence stands.
Place PlaceOfMalformed(std::string_view text) {
  Place place;
  for (std::size_t offset = 0; offset < text.size();) {
    std::size_t next = offset;
    const char32_t c = NextCodePoint(text, next);
    if (c == 0xFFFD && next == offset + 1) break;
    offset = next;
    if (c == U'\n')
      place = {place.line + 1, 1};
    else
      ++place.column;
  }
  return place;
}

}  // namespace

const Value* Value::Find(std::string_view name) const {
  const auto found =
      std::find_if(members.begin(), members.end(), [&](const Member& m) { return m.name == name; });
  return found == members.end() ? nullptr : &found->value;
}

Result<Value> Parse(std::string_view text, const Limits& limits) {
  if (text.size() > limits.max_bytes)
    return FailAt({}, "more than " + std::to_string(limits.max_bytes) + " bytes");
  if (text.starts_with(kByteOrderMark)) return FailAt({}, "byte order mark");
  if (!CheckUtf8(text)) return FailAt(PlaceOfMalformed(text), "invalid UTF-8");
  return Parser(text, limits).Run();
}

}  // namespace pingshen::json
