#include "core/store/slot_header.h"

#include <algorithm>
#include <cassert>

#include "core/store/digest.h"

namespace pingshen::store {
namespace {

// A copy: magic, flags, length of the name (4 bytes each after the magic), name, zeros, digest of
// all before it.
constexpr std::string_view kMagic = "PSslot01";
constexpr std::size_t kCopyBytes = kSlotHeaderBytes / 2;
constexpr std::size_t kDigestBytes = 8;
constexpr std::size_t kFlagsAt = kMagic.size();
constexpr std::size_t kLengthAt = kFlagsAt + 4;
constexpr std::size_t kNameAt = kLengthAt + 4;
constexpr std::size_t kDigestAt = kCopyBytes - kDigestBytes;
static_assert(kNameAt + kSlotNameMaxBytes <= kDigestAt);

std::uint64_t DigestOf(ByteView copy) {
  return Digest("slot header").Add(copy.first(kDigestAt)).Value();
}

std::optional<SlotHeader> DecodeCopy(ByteView copy) {
  if (copy.size() < kCopyBytes || AsText(copy.first(kMagic.size())) != kMagic) return std::nullopt;
  const std::uint32_t length = LoadLe32(copy, kLengthAt);
  if (length > kSlotNameMaxBytes || LoadLe64(copy, kDigestAt) != DigestOf(copy))
    return std::nullopt;
  return SlotHeader{std::string(AsText(copy.subspan(kNameAt, length))), LoadLe32(copy, kFlagsAt)};
}

}  // namespace

Bytes EncodeSlotHeader(const SlotHeader& header) {
  assert(header.name.size() <= kSlotNameMaxBytes);
  Bytes bytes(kMagic.begin(), kMagic.end());
  AppendLe32(bytes, header.flags);
  AppendLe32(bytes, static_cast<std::uint32_t>(header.name.size()));
  bytes.insert(bytes.end(), header.name.begin(), header.name.end());
  bytes.resize(kDigestAt);
  AppendLe64(bytes, DigestOf(bytes));
  bytes.resize(kSlotHeaderBytes);
  std::copy_n(bytes.begin(), kCopyBytes, bytes.begin() + kCopyBytes);
  return bytes;
}

SlotHeaderReading DecodeSlotHeader(ByteView bytes) {
  if (bytes.size() < kSlotHeaderBytes) return {};
  const auto first = DecodeCopy(bytes.first(kCopyBytes));
  const auto second = DecodeCopy(bytes.subspan(kCopyBytes, kCopyBytes));
  if (first && second && *first == *second) return {first, true};
  if (first && !first->name.empty()) return {first, false};
  if (second && !second->name.empty()) return {second, false};
  return {first ? first : second, false};
}

}  // namespace pingshen::store
