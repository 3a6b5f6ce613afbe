#include "core/store/slot_header.h"

#include <gtest/gtest.h>

namespace pingshen::store {
namespace {

TEST(SlotHeader, ComesBack) {
  const SlotHeader header{"pingshen.db-wal", 0x80000};
  const Bytes bytes = EncodeSlotHeader(header);
  EXPECT_EQ(bytes.size(), kSlotHeaderBytes);
  EXPECT_EQ(DecodeSlotHeader(bytes).header, header);
  EXPECT_TRUE(DecodeSlotHeader(bytes).whole);
  const SlotHeader longest{std::string(kSlotNameMaxBytes, 'n'), 1};
  EXPECT_EQ(DecodeSlotHeader(EncodeSlotHeader(longest)).header, longest);
}

TEST(SlotHeader, NothingElseIsAHeader) {
  EXPECT_FALSE(DecodeSlotHeader({}).header);
  EXPECT_FALSE(DecodeSlotHeader(Bytes(kSlotHeaderBytes)).header);
  EXPECT_FALSE(DecodeSlotHeader(Bytes(kSlotHeaderBytes, 0xff)).header);
  Bytes short_one = EncodeSlotHeader({"a", 1});
  short_one.pop_back();
  EXPECT_FALSE(DecodeSlotHeader(short_one).header);
}

TEST(SlotHeader, AnyOneDamagedByteIsSurvivedAndNoticed) {
  const SlotHeader header{"pingshen.db", 0x100};
  Bytes bytes = EncodeSlotHeader(header);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[i] ^= 0x40;
    EXPECT_EQ(DecodeSlotHeader(bytes).header, header) << i;
    EXPECT_FALSE(DecodeSlotHeader(bytes).whole) << i;
    bytes[i] ^= 0x40;
  }
}

TEST(SlotHeader, OneDamagedByteInEachCopyLosesIt) {
  const Bytes whole = EncodeSlotHeader({"pingshen.db", 0x100});
  for (std::size_t i = 0; i < kSlotHeaderBytes / 2; i += 5) {
    Bytes bytes = whole;
    bytes[i] ^= 1;
    bytes[kSlotHeaderBytes - 1 - i] ^= 1;
    EXPECT_FALSE(DecodeSlotHeader(bytes).header) << i;
  }
}

// A cut while one header is written over another leaves one of the two, or none, never a third.
TEST(SlotHeader, TornOverwriteIsOldOrNewOrNone) {
  const SlotHeader old_header{"pingshen.db-wal", 0x80000};
  const Bytes before = EncodeSlotHeader(old_header);
  const Bytes after = EncodeSlotHeader({});
  for (std::size_t cut = 0; cut <= kSlotHeaderBytes; ++cut) {
    Bytes torn(after.begin(), after.begin() + static_cast<std::ptrdiff_t>(cut));
    torn.insert(torn.end(), before.begin() + static_cast<std::ptrdiff_t>(cut), before.end());
    const auto header = DecodeSlotHeader(torn).header;
    EXPECT_TRUE(!header || *header == old_header || *header == SlotHeader{}) << cut;
    if (cut < kSlotHeaderBytes / 2) {
      EXPECT_EQ(header, old_header) << cut;
    }
  }
}

}  // namespace
}  // namespace pingshen::store
