// Reads a JSON object whose members, their order and their kinds are fixed: nothing missing,
// nothing more.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/bytes.h"
#include "core/json/json.h"

namespace pingshen::bundle {

// Members are asked for in the order of the format. After the first problem every answer is empty,
// so a decoder reads to the end and looks at the problem once:
//   std::string problem;
//   StrictObject object(value, problem);
//   auto name = object.Text("name"); … object.End();
//   if (!problem.empty()) return Fail(…, problem);
class StrictObject {
 public:
  // `value` and `problem` must remain live while this is used.
  StrictObject(const json::Value& value, std::string& problem);

  std::string Text(std::string_view name);
  // Digits without leading zeros, at most 2^53 (what every JSON reader keeps exactly).
  std::uint64_t Count(std::string_view name);
  std::int64_t Instant(std::string_view name);
  // Lower-case hexadecimal of that many digits.
  std::string Hex(std::string_view name, std::size_t digits);
  Bytes Base64(std::string_view name);
  // Never null references: an empty value of that kind after a problem.
  const json::Value& Object(std::string_view name);
  const json::Value& Array(std::string_view name);
  // True when the next member has that name; reads nothing.
  bool NextIs(std::string_view name) const;
  void End();

  // Notes a problem with a member found by the caller.
  void Refuse(std::string_view name);

 private:
  const json::Value& Next(std::string_view name, json::Value::Kind kind);

  const json::Value& value_;
  std::string& problem_;
  std::size_t next_ = 0;
};

bool IsLowerHex(std::string_view text, std::size_t digits);

}  // namespace pingshen::bundle
