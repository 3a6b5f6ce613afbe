#include "core/base/utf8.h"

#include <gtest/gtest.h>

namespace pingshen {
namespace {

TEST(Utf8, EveryCodePointComesBack) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    AppendUtf8(text, c);
    std::size_t offset = 0;
    if (!CheckUtf8(text) || NextCodePoint(text, offset) != c || offset != text.size())
      FAIL() << std::hex << std::uint32_t{c};
  }
}

TEST(Utf8, KnownBytes) {
  std::string text;
  for (const char32_t c : {U'A', U'é', U'评', U'𬭎'}) AppendUtf8(text, c);
  EXPECT_EQ(text, "A\xC3\xA9\xE8\xAF\x84\xF0\xAC\xAD\x8E");
}

TEST(Utf8, SurrogatesAndBeyondBecomeReplacement) {
  std::string text;
  AppendUtf8(text, 0xD800);
  AppendUtf8(text, 0x110000);
  EXPECT_EQ(text, "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(Utf8, MalformedIsRefusedAtItsByte) {
  // Unicode 15, table 3-7 and Markus Kuhn's stress test: first offset that cannot stand.
  const std::pair<std::string, std::string> cases[] = {
      {"\x80", "byte 0"},              // lone continuation
      {"ab\xFF", "byte 2"},            // never valid
      {"\xC0\xAF", "byte 0"},          // overlong '/'
      {"\xC1\xBF", "byte 0"},          // overlong
      {"\xE0\x9F\xBF", "byte 0"},      // overlong U+07FF
      {"\xF0\x8F\xBF\xBF", "byte 0"},  // overlong U+FFFF
      {"\xED\xA0\x80", "byte 0"},      // U+D800
      {"\xED\xBF\xBF", "byte 0"},      // U+DFFF
      {"\xF4\x90\x80\x80", "byte 0"},  // U+110000
      {"\xF5\x80\x80\x80", "byte 0"},  // lead beyond
      {"评\xE8\xAF", "byte 3"},        // cut off
      {"\xE8\xAF"
       "a",
       "byte 0"},  // continuation missing
  };
  for (const auto& [text, where] : cases) {
    const Status status = CheckUtf8(text);
    ASSERT_FALSE(status.has_value()) << where;
    EXPECT_EQ(status.error().code, ErrorCode::ERR_UTF8);
    EXPECT_EQ(status.error().context, where);
  }
  EXPECT_TRUE(CheckUtf8("").has_value());
  EXPECT_TRUE(CheckUtf8(std::string_view("\0", 1)).has_value());
}

TEST(Utf8, MalformedIsSeenAtEveryPlace) {
  for (std::size_t before = 0; before <= 17; ++before)
    for (const std::size_t behind : {0, 1, 7, 8, 16}) {
      const std::string start(before, 'a');
      const std::string end(behind, 'z');
      EXPECT_TRUE(CheckUtf8(start + "评" + end));
      for (const std::string_view wrong : {"\x80", "\xFF", "\xE8\xAF"}) {
        const auto status = CheckUtf8(start + std::string(wrong) + end);
        ASSERT_FALSE(status);
        EXPECT_EQ(status.error().context, "byte " + std::to_string(before));
      }
    }
}

TEST(Utf8, WalkingMalformedTextAdvancesByOne) {
  const std::string text =
      "\xE8\xAF"
      "a";
  std::size_t offset = 0;
  EXPECT_EQ(NextCodePoint(text, offset), U'\uFFFD');
  EXPECT_EQ(offset, 1u);
  EXPECT_EQ(NextCodePoint(text, offset), U'\uFFFD');
  EXPECT_EQ(NextCodePoint(text, offset), U'a');
  EXPECT_EQ(offset, 3u);
}

TEST(Utf8, OffsetsAsABrowserCounts) {
  const std::string text = "a评𬭎b";  // bytes 1 3 4 1, UTF-16 units 1 1 2 1
  EXPECT_EQ(CodePointCount(text), 4u);
  const std::pair<std::size_t, std::size_t> pairs[] = {{0, 0}, {1, 1}, {4, 2}, {8, 4}, {9, 5}};
  for (const auto& [bytes, units] : pairs) {
    EXPECT_EQ(Utf16Offset(text, bytes), units);
    EXPECT_EQ(ByteOffset(text, units), bytes);
  }
  EXPECT_EQ(Utf16Offset(text, 100), 5u);
  EXPECT_EQ(ByteOffset(text, 100), 9u);
  // In the middle of a character: its start.
  EXPECT_EQ(Utf16Offset(text, 2), 1u);
  EXPECT_EQ(Utf16Offset(text, 6), 2u);
  EXPECT_EQ(ByteOffset(text, 3), 4u);
}

}  // namespace
}  // namespace pingshen
