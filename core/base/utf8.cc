#include "core/base/utf8.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <cstring>

namespace pingshen {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// Length of the well-formed sequence at the start of `text`, 0 when there is none (Unicode 15,
// table 3-7).
std::size_t Decode(std::string_view text, char32_t& code_point) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(0);
  if (lead < 0x80) {
    code_point = lead;
    return 1;
  }
  std::size_t length = 0;
  char32_t smallest = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2, smallest = 0x80, code_point = lead & 0x1Fu;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3, smallest = 0x800, code_point = lead & 0x0Fu;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4, smallest = 0x10000, code_point = lead & 0x07u;
  } else {
    return 0;
  }
  if (text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0u) != 0x80u) return 0;
    code_point = (code_point << 6) | (byte(i) & 0x3Fu);
  }
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  return code_point < smallest || surrogate || code_point > 0x10FFFF ? 0 : length;
}

// How many bytes of ASCII `text` starts with, in whole words of eight.
std::size_t AsciiBlocks(std::string_view text) {
  constexpr std::uint64_t kHighBits = 0x8080'8080'8080'8080;
  std::size_t length = 0;
  for (std::uint64_t block = 0; text.size() - length >= sizeof block; length += sizeof block) {
    std::memcpy(&block, text.data() + length, sizeof block);
    if ((block & kHighBits) != 0) break;
  }
  return length;
}

std::size_t Utf16Length(char32_t code_point) { return code_point >= 0x10000 ? 2 : 1; }

}  // namespace

Status CheckUtf8(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    if (static_cast<unsigned char>(text[offset]) < 0x80) {
      offset += std::max<std::size_t>(AsciiBlocks(text.substr(offset)), 1);
      continue;
    }
    char32_t code_point = 0;
    const std::size_t length = Decode(text.substr(offset), code_point);
    if (length == 0) return Fail(ErrorCode::ERR_UTF8, "byte " + std::to_string(offset));
    offset += length;
  }
  return {};
}

char32_t NextCodePoint(std::string_view text, std::size_t& offset) {
  assert(offset < text.size());
  char32_t code_point = 0;
  const std::size_t length = Decode(text.substr(offset), code_point);
  offset += std::max<std::size_t>(length, 1);
  return length == 0 ? kReplacement : code_point;
}

void AppendUtf8(std::string& out, char32_t code_point) {
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (surrogate || code_point > 0x10FFFF) code_point = kReplacement;
  const auto put = [&](char32_t bits) { out.push_back(static_cast<char>(bits)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | (code_point >> 18));
    put(0x80 | ((code_point >> 12) & 0x3F));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

std::size_t CodePointCount(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++count) NextCodePoint(text, offset);
  return count;
}

std::size_t Utf16Offset(std::string_view text, std::size_t byte_offset) {
  std::size_t units = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t code_point = NextCodePoint(text, offset);
    if (offset > byte_offset) break;
    units += Utf16Length(code_point);
  }
  return units;
}

std::size_t ByteOffset(std::string_view text, std::size_t utf16_offset) {
  std::size_t units = 0;
  std::size_t offset = 0;
  while (offset < text.size()) {
    std::size_t next = offset;
    units += Utf16Length(NextCodePoint(text, next));
    if (units > utf16_offset) break;
    offset = next;
  }
  return offset;
}

}  // namespace pingshen
