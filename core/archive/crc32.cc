#include "core/archive/crc32.h"

#include <array>
#include <cstddef>

namespace pingshen::archive {
namespace {

constexpr std::uint32_t kPolynomial = 0xEDB88320u;
constexpr std::size_t kSlices = 8;

// Row k holds the remainder of a byte followed by k zero bytes.
using Table = std::array<std::array<std::uint32_t, 256>, kSlices>;

constexpr Table MakeTable() {
  Table table{};
  for (std::uint32_t byte = 0; byte < 256; ++byte) {
    std::uint32_t remainder = byte;
    for (int bit = 0; bit < 8; ++bit) {
      remainder = (remainder >> 1) ^ ((remainder & 1u) != 0 ? kPolynomial : 0u);
    }
    table[0][byte] = remainder;
  }
  for (std::size_t slice = 1; slice < kSlices; ++slice) {
    for (std::size_t byte = 0; byte < 256; ++byte) {
      const std::uint32_t before = table[slice - 1][byte];
      table[slice][byte] = (before >> 8) ^ table[0][before & 0xFFu];
    }
  }
  return table;
}

constexpr Table kTable = MakeTable();

}  // namespace

std::uint32_t Crc32(ByteView bytes) {
  std::uint32_t crc = 0xFFFFFFFFu;
  std::size_t at = 0;
  for (; bytes.size() - at >= kSlices; at += kSlices) {
    const std::uint32_t low = crc ^ LoadLe32(bytes, at);
    const std::uint32_t high = LoadLe32(bytes, at + 4);
    crc = kTable[7][low & 0xFFu] ^ kTable[6][(low >> 8) & 0xFFu] ^ kTable[5][(low >> 16) & 0xFFu] ^
          kTable[4][low >> 24] ^ kTable[3][high & 0xFFu] ^ kTable[2][(high >> 8) & 0xFFu] ^
          kTable[1][(high >> 16) & 0xFFu] ^ kTable[0][high >> 24];
  }
  for (; at < bytes.size(); ++at) crc = (crc >> 8) ^ kTable[0][(crc ^ bytes[at]) & 0xFFu];
  return crc ^ 0xFFFFFFFFu;
}

}  // namespace pingshen::archive
