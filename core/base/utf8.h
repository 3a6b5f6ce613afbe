// UTF-8: checking, walking, and offsets as a browser counts them (UTF-16 code units).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/error.h"

namespace pingshen {

// ERR_UTF8 with the byte offset of the first fault (overlong, surrogate, > U+10FFFF, cut off) as
// context.
Status CheckUtf8(std::string_view text);

// Decodes the code point at `offset` and advances it; malformed bytes give U+FFFD and advance by
// one. REQUIRES: offset < text.size().
char32_t NextCodePoint(std::string_view text, std::size_t& offset);
void AppendUtf8(std::string& out, char32_t code_point);

std::size_t CodePointCount(std::string_view text);
// Byte offset <-> offset in UTF-16 code units. Offsets beyond the end give the end.
std::size_t Utf16Offset(std::string_view text, std::size_t byte_offset);
std::size_t ByteOffset(std::string_view text, std::size_t utf16_offset);

}  // namespace pingshen
