// One part of a file that a client asked for (RFC 9110, section 14).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace pingshen::commission {

struct ByteRange {  // length > 0, first + length <= the size of the file
  std::uint64_t first = 0;
  std::uint64_t length = 0;
};

struct RangeChoice {
  enum class Kind {
    kWhole,          // no range, or one that a server has to ignore: 200
    kPart,           // 206 with `part`
    kUnsatisfiable,  // nothing of the file, or several parts, which only multiply the answer: 416
  };
  Kind kind = Kind::kWhole;
  ByteRange part;
};

// What to send of a file of `size_bytes` for this value of the header Range, "" when absent.
RangeChoice ChooseRange(std::string_view header, std::uint64_t size_bytes);

}  // namespace pingshen::commission
