#include "core/store/digest.h"

#include <gtest/gtest.h>

namespace pingshen::store {
namespace {

TEST(Digest, EveryChangedBitChangesIt) {
  Bytes bytes(64);
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(i * 37);
  const std::uint64_t whole = Digest("t").Add(bytes).Value();
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    bytes[bit / 8] ^= static_cast<std::uint8_t>(1u << (bit % 8));
    EXPECT_NE(Digest("t").Add(bytes).Value(), whole) << bit;
    bytes[bit / 8] ^= static_cast<std::uint8_t>(1u << (bit % 8));
  }
  EXPECT_EQ(Digest("t").Add(bytes).Value(), whole);
}

TEST(Digest, KeepsFieldsAndDomainsApart) {
  EXPECT_NE(Digest("t").Add("ab").Add("c").Value(), Digest("t").Add("a").Add("bc").Value());
  EXPECT_NE(Digest("t").Add("").Value(), Digest("t").Value());
  EXPECT_NE(Digest("t").Add("x").Value(), Digest("u").Add("x").Value());
  EXPECT_NE(Digest("t").Add(std::uint64_t{1}).Value(), Digest("t").Add(std::uint64_t{256}).Value());
}

// Computed with an independent implementation (Python); stored data depend on it.
TEST(Digest, IsTheSameForever) {
  EXPECT_EQ(Digest("answer_log").Value(), 0x51fbb1ff4ef9821bu);
  EXPECT_EQ(Digest("t").Add("村卫生室").Add(std::uint64_t{0x0102030405060708}).Value(),
            0x9aefa2cd6b0f8c00u);
}

}  // namespace
}  // namespace pingshen::store
