#include "core/model/code.h"

#include "core/base/utf8.h"

namespace pingshen::model {

bool IsOptionCode(std::string_view text) {
  if (text.empty() || text.size() > kMaxCodeBytes || !CheckUtf8(text)) return false;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = NextCodePoint(text, offset);
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool blank = c == ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200F) || c == 0x2028 ||
                       c == 0x2029 || c == 0x3000;
    if (control || blank) return false;
  }
  return true;
}

bool IsCode(std::string_view text) {
  return IsOptionCode(text) && text.find_first_of("/#:") == std::string_view::npos;
}

}  // namespace pingshen::model
