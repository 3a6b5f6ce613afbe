#include "core/base/bytes.h"

#include <cassert>

namespace pingshen {
namespace {

template <typename T>
T LoadLe(ByteView bytes, std::size_t offset) {
  assert(offset <= bytes.size() && bytes.size() - offset >= sizeof(T));
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < sizeof(T); ++i)
    value |= static_cast<std::uint64_t>(bytes[offset + i]) << (8 * i);
  return static_cast<T>(value);
}

template <typename T>
void AppendLe(Bytes& out, T value) {
  const std::uint64_t wide = value;
  for (std::size_t i = 0; i < sizeof(T); ++i)
    out.push_back(static_cast<std::uint8_t>(wide >> (8 * i)));
}

}  // namespace

ByteView AsBytes(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::string_view AsText(ByteView bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::uint16_t LoadLe16(ByteView bytes, std::size_t offset) {
  return LoadLe<std::uint16_t>(bytes, offset);
}
std::uint32_t LoadLe32(ByteView bytes, std::size_t offset) {
  return LoadLe<std::uint32_t>(bytes, offset);
}
std::uint64_t LoadLe64(ByteView bytes, std::size_t offset) {
  return LoadLe<std::uint64_t>(bytes, offset);
}

void AppendLe16(Bytes& out, std::uint16_t value) { AppendLe(out, value); }
void AppendLe32(Bytes& out, std::uint32_t value) { AppendLe(out, value); }
void AppendLe64(Bytes& out, std::uint64_t value) { AppendLe(out, value); }

std::string ToHex(ByteView bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const std::uint8_t byte : bytes) {
    out.push_back(kDigits[byte >> 4]);
    out.push_back(kDigits[byte & 15]);
  }
  return out;
}

}  // namespace pingshen
