#include "core/base/bytes.h"

#include <gtest/gtest.h>

namespace pingshen {
namespace {

TEST(Bytes, LittleEndianLayoutIsFixed) {
  Bytes out;
  AppendLe16(out, 0x0201);
  AppendLe32(out, 0x06050403);
  AppendLe64(out, 0xFEDCBA9876543210u);
  EXPECT_EQ(ToHex(out), "0102030405061032547698badcfe");
  EXPECT_EQ(LoadLe16(out, 0), 0x0201u);
  EXPECT_EQ(LoadLe32(out, 2), 0x06050403u);
  EXPECT_EQ(LoadLe64(out, 6), 0xFEDCBA9876543210u);
  EXPECT_EQ(LoadLe16(out, 12), 0xFEDCu);  // unaligned, at the very end
}

TEST(Bytes, ViewsAreTheSameMemory) {
  const std::string text = "评a";
  EXPECT_EQ(ToHex(AsBytes(text)), "e8af8461");
  EXPECT_EQ(AsText(AsBytes(text)).data(), text.data());
  EXPECT_EQ(AsText(AsBytes(text)), text);
  EXPECT_EQ(ToHex({}), "");
}

}  // namespace
}  // namespace pingshen
