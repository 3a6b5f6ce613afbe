#include "core/forms/xlsform/json_tree.h"

#include <algorithm>

namespace pingshen::forms::xlsform {
namespace {

using Kind = json::Value::Kind;

json::Value OfKind(Kind kind) {
  json::Value value;
  value.kind = kind;
  return value;
}

std::string Quoted(std::string_view text) {
  json::Writer writer;
  writer.String(text);
  return writer.Take();
}

void Write(const json::Value& value, std::string& out) {
  switch (value.kind) {
    case Kind::kNull:
      out += "null";
      break;
    case Kind::kBoolean:
      out += value.boolean ? "true" : "false";
      break;
    case Kind::kNumber:
      out += value.text;
      break;
    case Kind::kString:
      out += Quoted(value.text);
      break;
    case Kind::kArray:
      out += '[';
      for (const json::Value& item : value.items) {
        if (&item != &value.items.front()) out += ',';
        Write(item, out);
      }
      out += ']';
      break;
    case Kind::kObject:
      out += '{';
      for (const json::Value::Member& member : value.members) {
        if (&member != &value.members.front()) out += ',';
        out += Quoted(member.name) + ":";
        Write(member.value, out);
      }
      out += '}';
      break;
  }
}

}  // namespace

json::Value JsonObject() { return OfKind(Kind::kObject); }
json::Value JsonArray() { return OfKind(Kind::kArray); }
json::Value JsonText(std::string_view text) {
  json::Value value = OfKind(Kind::kString);
  value.text = std::string(text);
  return value;
}
json::Value JsonNumber(std::string_view digits) {
  json::Value value = OfKind(Kind::kNumber);
  value.text = std::string(digits);
  return value;
}
json::Value JsonTrue() {
  json::Value value = OfKind(Kind::kBoolean);
  value.boolean = true;
  return value;
}

void SetMember(json::Value& object, std::string_view name, json::Value value) {
  const auto found = std::find_if(object.members.begin(), object.members.end(),
                                  [&](const auto& member) { return member.name == name; });
  if (value.kind == Kind::kNull) {
    if (found != object.members.end()) object.members.erase(found);
  } else if (found != object.members.end()) {
    found->value = std::move(value);
  } else {
    object.members.push_back({std::string(name), {}, std::move(value)});
  }
}

std::string JsonWritten(const json::Value& value) {
  std::string out;
  Write(value, out);
  return out;
}

bool SameJson(const json::Value& a, const json::Value& b) {
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case Kind::kNull:
      return true;
    case Kind::kBoolean:
      return a.boolean == b.boolean;
    case Kind::kNumber:
    case Kind::kString:
      return a.text == b.text;
    case Kind::kArray:
      return std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), SameJson);
    case Kind::kObject:
      break;
  }
  return a.members.size() == b.members.size() &&
         std::all_of(a.members.begin(), a.members.end(), [&](const json::Value::Member& member) {
           const json::Value* other = b.Find(member.name);
           return other != nullptr && SameJson(member.value, *other);
         });
}

}  // namespace pingshen::forms::xlsform
