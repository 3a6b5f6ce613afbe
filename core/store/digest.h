// A 64-bit check of stored bytes against damage (not against people: signatures do that).
#pragma once

#include <cstdint>
#include <string_view>

#include "core/base/bytes.h"

namespace pingshen::store {

// FNV-1a with a final mixing: any single changed byte changes the result. Part of the format on the
// device, never changed. Texts and byte strings count with their length, so neighbouring fields
// cannot run together.
class Digest {
 public:
  explicit Digest(std::string_view domain) { Add(domain); }
  Digest& Add(std::string_view text) { return Add(AsBytes(text)); }
  Digest& Add(ByteView bytes);
  Digest& Add(std::uint64_t number);
  std::uint64_t Value() const;

 private:
  void AddByte(std::uint8_t byte);
  std::uint64_t state_ = 0xcbf29ce484222325u;
};

}  // namespace pingshen::store
