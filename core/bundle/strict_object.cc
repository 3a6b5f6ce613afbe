#include "core/bundle/strict_object.h"

#include <algorithm>
#include <charconv>

#include "core/bundle/crypto.h"
#include "core/bundle/instant.h"

namespace pingshen::bundle {
namespace {

constexpr std::uint64_t kMaxCount = std::uint64_t{1} << 53;

}  // namespace

StrictObject::StrictObject(const json::Value& value, std::string& problem)
    : value_(value), problem_(problem) {
  if (value.kind != json::Value::Kind::kObject && problem.empty()) problem = "object";
}

void StrictObject::Refuse(std::string_view name) {
  if (problem_.empty()) problem_ = std::string(name);
}

const json::Value& StrictObject::Next(std::string_view name, json::Value::Kind kind) {
  static const json::Value kNothing;
  if (!problem_.empty()) return kNothing;
  if (!NextIs(name) || value_.members[next_].value.kind != kind) {
    Refuse(name);
    return kNothing;
  }
  return value_.members[next_++].value;
}

bool StrictObject::NextIs(std::string_view name) const {
  return next_ < value_.members.size() && value_.members[next_].name == name;
}

std::string StrictObject::Text(std::string_view name) {
  return Next(name, json::Value::Kind::kString).text;
}

std::uint64_t StrictObject::Count(std::string_view name) {
  const std::string& text = Next(name, json::Value::Kind::kNumber).text;
  if (!problem_.empty()) return 0;
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || std::to_string(number) != text || number > kMaxCount) Refuse(name);
  return number;
}

std::int64_t StrictObject::Instant(std::string_view name) {
  const std::string text = Text(name);
  if (!problem_.empty()) return 0;
  const auto instant = ParseInstant(text);
  if (!instant) Refuse(name);
  return instant.value_or(0);
}

std::string StrictObject::Hex(std::string_view name, std::size_t digits) {
  std::string text = Text(name);
  if (problem_.empty() && !IsLowerHex(text, digits)) Refuse(name);
  return text;
}

Bytes StrictObject::Base64(std::string_view name) {
  const std::string text = Text(name);
  auto bytes = DecodeBase64(text);
  if (!bytes) {
    Refuse(name);
    return {};
  }
  return *std::move(bytes);
}

const json::Value& StrictObject::Object(std::string_view name) {
  return Next(name, json::Value::Kind::kObject);
}
const json::Value& StrictObject::Array(std::string_view name) {
  return Next(name, json::Value::Kind::kArray);
}

void StrictObject::End() {
  if (problem_.empty() && next_ != value_.members.size()) Refuse("unknown member");
}

bool IsLowerHex(std::string_view text, std::size_t digits) {
  return text.size() == digits && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

}  // namespace pingshen::bundle
