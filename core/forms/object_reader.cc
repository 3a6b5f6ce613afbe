#include "core/forms/object_reader.h"

#include <algorithm>

#include "core/forms/codes.h"

namespace pingshen::forms {
namespace {

using Kind = json::Value::Kind;

std::string_view NameOf(Kind kind) {
  switch (kind) {
    case Kind::kNull:
      return "null";
    case Kind::kBoolean:
      return "true or false";
    case Kind::kNumber:
      return "number";
    case Kind::kString:
      return "string";
    case Kind::kArray:
      return "array";
    case Kind::kObject:
      return "object";
  }
  return "";
}

bool CheckKind(const json::Value& value, Kind kind, Problems& problems) {
  if (value.kind == kind) return true;
  problems.Report(ErrorCode::ERR_FORM_TYPE, value.place,
                  std::string(NameOf(kind)) + " ≠ " + std::string(NameOf(value.kind)));
  return false;
}

bool HasControlCharacter(std::string_view text) {
  return std::ranges::any_of(text, [](char byte) {
    return (static_cast<unsigned char>(byte) < 0x20 && byte != '\n') || byte == 0x7F;
  });
}

bool IsBlankText(std::string_view text) {
  return text.find_first_not_of(" \n") == std::string_view::npos;
}

}  // namespace

ObjectReader::ObjectReader(const json::Value& value, std::span<const std::string_view> allowed,
                           Problems& problems)
    : value_(value), problems_(problems) {
  if (!CheckKind(value, Kind::kObject, problems)) return;
  for (const json::Value::Member& member : value.members)
    if (std::ranges::find(allowed, member.name) == allowed.end())
      problems.Report(ErrorCode::ERR_FORM_MEMBER_UNKNOWN, member.name_place, Named(member.name));
}

ObjectReader::ObjectReader(const json::Value& value, Problems& problems)
    : value_(value), problems_(problems) {
  CheckKind(value, Kind::kObject, problems);
}

const json::Value* ObjectReader::Find(std::string_view name, Kind kind) const {
  const json::Value* found = value_.Find(name);
  return found != nullptr && CheckKind(*found, kind, problems_) ? found : nullptr;
}

const json::Value* ObjectReader::Require(std::string_view name, Kind kind) const {
  if (!Has(name)) problems_.Report(ErrorCode::ERR_FORM_MEMBER_MISSING, value_.place, Named(name));
  return Find(name, kind);
}

model::Text ObjectReader::RequireText(std::string_view name) const {
  const json::Value* value = Require(name, Kind::kObject);
  return value == nullptr ? model::Text() : ReadText(*value, problems_);
}

model::Text ObjectReader::FindText(std::string_view name) const {
  const json::Value* value = Find(name, Kind::kObject);
  return value == nullptr ? model::Text() : ReadText(*value, problems_);
}

std::string ObjectReader::RequireCode(std::string_view name) const {
  const json::Value* value = Require(name, Kind::kString);
  return value == nullptr ? std::string() : ReadCode(*value, problems_);
}

std::string ObjectReader::FindPlain(std::string_view name, std::size_t max_bytes) const {
  const json::Value* value = Find(name, Kind::kString);
  return value == nullptr ? std::string() : ReadPlain(*value, max_bytes, problems_);
}

bool ObjectReader::FindBoolean(std::string_view name) const {
  const json::Value* value = Find(name, Kind::kBoolean);
  return value != nullptr && value->boolean;
}

std::optional<Decimal> ObjectReader::ReadDecimal(const json::Value& value, std::int64_t least,
                                                 std::int64_t most) const {
  const auto number = Decimal::Parse(value.text);
  if (number && *number >= Decimal::FromInteger(least) && *number <= Decimal::FromInteger(most))
    return *number;
  problems_.Report(
      ErrorCode::ERR_FORM_NUMBER, value.place,
      Named(value.text) + " (" + std::to_string(least) + "…" + std::to_string(most) + ")");
  return std::nullopt;
}

std::optional<Decimal> ObjectReader::FindDecimal(std::string_view name, std::int64_t least,
                                                 std::int64_t most) const {
  const json::Value* value = Find(name, Kind::kNumber);
  return value == nullptr ? std::nullopt : ReadDecimal(*value, least, most);
}

std::optional<Decimal> ObjectReader::RequireDecimal(std::string_view name, std::int64_t least,
                                                    std::int64_t most) const {
  const json::Value* value = Require(name, Kind::kNumber);
  return value == nullptr ? std::nullopt : ReadDecimal(*value, least, most);
}

std::optional<std::int64_t> ObjectReader::FindInteger(std::string_view name, std::int64_t least,
                                                      std::int64_t most) const {
  const auto number = FindDecimal(name, least, most);
  if (!number) return std::nullopt;
  const auto integer = number->ToInteger();
  if (!integer)
    problems_.Report(ErrorCode::ERR_FORM_NUMBER, PlaceOf(name), Named(number->ToString()));
  return integer;
}

std::span<const json::Value> ObjectReader::FindList(std::string_view name, std::size_t least,
                                                    std::size_t most) const {
  const json::Value* value = Find(name, Kind::kArray);
  if (value == nullptr) return {};
  if (value->items.size() < least)
    problems_.Report(
        ErrorCode::ERR_FORM_VALUE, value->place,
        Named(name) + ": " + std::to_string(value->items.size()) + " < " + std::to_string(least));
  if (value->items.size() > most) {
    problems_.Report(
        ErrorCode::ERR_FORM_LIMIT, value->place,
        Named(name) + ": " + std::to_string(value->items.size()) + " > " + std::to_string(most));
    return {};
  }
  return value->items;
}

std::span<const json::Value> ObjectReader::RequireList(std::string_view name, std::size_t least,
                                                       std::size_t most) const {
  if (!Has(name)) problems_.Report(ErrorCode::ERR_FORM_MEMBER_MISSING, value_.place, Named(name));
  return FindList(name, least, most);
}

json::Place ObjectReader::PlaceOf(std::string_view name) const {
  const json::Value* value = value_.Find(name);
  return value == nullptr ? value_.place : value->place;
}

json::Place ObjectReader::NamePlaceOf(std::string_view name) const {
  const auto member = std::ranges::find(value_.members, name, &json::Value::Member::name);
  return member == value_.members.end() ? value_.place : member->name_place;
}

model::Text ReadText(const json::Value& value, Problems& problems) {
  model::Text text;
  if (!CheckKind(value, Kind::kObject, problems)) return text;
  if (value.members.empty())
    problems.Report(ErrorCode::ERR_FORM_TEXT, value.place, Named(problems.languages().front()));
  for (const json::Value::Member& member : value.members) {
    if (std::ranges::find(problems.languages(), member.name) == problems.languages().end())
      problems.Report(ErrorCode::ERR_FORM_MEMBER_UNKNOWN, member.name_place, Named(member.name));
    else
      text.Set(member.name, ReadPlain(member.value, kMaxFormTextBytes, problems));
  }
  return text;
}

std::string ReadCode(const json::Value& value, Problems& problems) {
  if (!CheckKind(value, Kind::kString, problems)) return {};
  if (IsCode(value.text)) return value.text;
  problems.Report(ErrorCode::ERR_FORM_CODE, value.place, Named(value.text));
  return {};
}

std::string ReadPlain(const json::Value& value, std::size_t max_bytes, Problems& problems) {
  if (!CheckKind(value, Kind::kString, problems)) return {};
  if (value.text.size() > max_bytes)
    problems.Report(
        ErrorCode::ERR_FORM_LIMIT, value.place,
        std::to_string(value.text.size()) + " > " + std::to_string(max_bytes) + " bytes");
  if (IsBlankText(value.text) || HasControlCharacter(value.text))
    problems.Report(ErrorCode::ERR_FORM_TEXT, value.place, Named(value.text));
  return value.text;
}

}  // namespace pingshen::forms
