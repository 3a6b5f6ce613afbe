// Byte sequences and fixed-width little-endian reading and writing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pingshen {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

// Views of the same memory; must remain live while the result is used.
ByteView AsBytes(std::string_view text);
std::string_view AsText(ByteView bytes);

// REQUIRES: offset + width <= bytes.size().
std::uint16_t LoadLe16(ByteView bytes, std::size_t offset);
std::uint32_t LoadLe32(ByteView bytes, std::size_t offset);
std::uint64_t LoadLe64(ByteView bytes, std::size_t offset);
void AppendLe16(Bytes& out, std::uint16_t value);
void AppendLe32(Bytes& out, std::uint32_t value);
void AppendLe64(Bytes& out, std::uint64_t value);

// Lower-case hexadecimal.
std::string ToHex(ByteView bytes);

}  // namespace pingshen
