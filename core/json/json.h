// JSON read with the place of every value, and written with member order kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"

namespace pingshen::json {

// 1-based; column counts code points.
struct Place {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

struct Limits {
  std::size_t max_bytes = 16u << 20;
  std::size_t max_depth = 64;
  std::size_t max_values = 1u << 20;  // each takes about 130 bytes of memory
};

class Value {
 public:
  enum class Kind : std::uint8_t { kNull, kBoolean, kNumber, kString, kArray, kObject };
  struct Member;

  Kind kind = Kind::kNull;
  Place place;  // of the value's first character
  bool boolean = false;
  std::string text;  // string: decoded UTF-8; number: exactly as written
  std::vector<Value> items;
  std::vector<Member> members;  // in the order of the file; names are unique

  // nullptr when this is not an object or has no such member.
  const Value* Find(std::string_view name) const;
};

struct Value::Member {
  std::string name;
  Place name_place;
  Value value;
};

// ERR_JSON with "line, column: what" as context: syntax, duplicate member, invalid UTF-8, too deep,
// too large, trailing text, a byte order mark.
Result<Value> Parse(std::string_view text, const Limits& limits = {});

// Compact, members in the order of the calls, the same bytes on every platform. UTF-8 is kept
// unescaped; escaped are only \" \\ \b \f \n \r \t and the other characters below U+0020 as \u00xx
// (lower-case hexadecimal). REQUIRES: calls nest properly; Key before each value inside an object;
// text is valid UTF-8.
class Writer {
 public:
  Writer& BeginObject();
  Writer& EndObject();
  Writer& BeginArray();
  Writer& EndArray();
  Writer& Key(std::string_view name);
  Writer& String(std::string_view text);
  Writer& Integer(std::int64_t value);
  Writer& Boolean(bool value);
  Writer& Null();
  // Key + value in one call.
  Writer& Member(std::string_view name, std::string_view text) { return Key(name).String(text); }
  // The finished text; the writer is empty afterwards.
  std::string Take();

 private:
  void Separate();
  std::string out_;
  std::vector<bool> has_element_;
  bool after_key_ = false;
};

}  // namespace pingshen::json
