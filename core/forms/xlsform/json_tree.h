// JSON put together member by member.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/json/json.h"

namespace pingshen::forms::xlsform {

json::Value JsonObject();
json::Value JsonArray();
json::Value JsonText(std::string_view text);
json::Value JsonNumber(std::string_view digits);  // exactly as written
json::Value JsonTrue();

// Replaces the member or appends it; a null value takes it away.
void SetMember(json::Value& object, std::string_view name, json::Value value);
// Compact text, members in their order.
std::string JsonWritten(const json::Value& value);
// The same without regard to the order of members and to places.
bool SameJson(const json::Value& a, const json::Value& b);

}  // namespace pingshen::forms::xlsform
