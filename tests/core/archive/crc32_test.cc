#include "core/archive/crc32.h"

#include <gtest/gtest.h>

namespace pingshen::archive {
namespace {

TEST(Crc32, GivesTheKnownCheckValue) {
  // The "check" value of CRC-32/ISO-HDLC in Greg Cook's catalogue of parametrised CRC algorithms.
  EXPECT_EQ(Crc32(AsBytes("123456789")), 0xCBF43926u);
  EXPECT_EQ(Crc32({}), 0u);
}

// Bit by bit, as the definition says; the code under test goes eight bytes at a time.
std::uint32_t SlowCrc32(ByteView bytes) {
  std::uint32_t crc = 0xFFFFFFFFu;
  for (const std::uint8_t byte : bytes) {
    crc ^= byte;
    for (int bit = 0; bit < 8; ++bit) crc = (crc & 1u) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
  }
  return ~crc;
}

TEST(Crc32, AgreesWithTheDefinitionAtEveryLength) {
  Bytes bytes;
  for (unsigned i = 0; i < 70; ++i) {
    EXPECT_EQ(Crc32(bytes), SlowCrc32(bytes)) << i;
    bytes.push_back(static_cast<std::uint8_t>(i * 37 + 11));
  }
}

}  // namespace
}  // namespace pingshen::archive
