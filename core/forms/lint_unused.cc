#include "core/forms/lint_unused.h"

#include <algorithm>
#include <string>

#include "core/forms/problems.h"

namespace pingshen::forms {
namespace {

// Where expressions name data, they do it in a string: instance('towns'), pulldata("prices", …).
bool IsNamed(const LintContext& context, const std::string& name) {
  return std::ranges::any_of(context.expressions(), [&](const json::Value* expression) {
    return expression->text.find('\'' + name + '\'') != std::string::npos ||
           expression->text.find('"' + name + '"') != std::string::npos;
  });
}

void CheckMembers(LintContext& context, std::string_view member, ErrorCode code, auto is_used) {
  const json::Value* object = context.file().Find(member);
  if (object == nullptr) return;
  for (const json::Value::Member& each : object->members)
    if (!is_used(each.name)) context.Report(code, each.name_place, Named(each.name));
}

}  // namespace

void LintUnused(LintContext& context) {
  CheckMembers(context, "lists", ErrorCode::ERR_LINT_LIST_UNUSED, [&](const std::string& code) {
    return IsNamed(context, code) || std::ranges::any_of(context.items(), [&](const auto& place) {
             return place.item->list == code;
           });
  });
  CheckMembers(context, "tables", ErrorCode::ERR_LINT_TABLE_UNUSED,
               [&](const std::string& name) { return IsNamed(context, name); });
  const json::Value* groups = context.file().Find("groups");
  if (groups == nullptr) return;
  for (const json::Value& group : groups->items) {
    const std::string& code = group.Find("code")->text;
    const bool used = std::ranges::any_of(context.items(), [&](const auto& place) {
      return std::ranges::find(place.item->scored_by, code) != place.item->scored_by.end();
    });
    if (!used) context.Report(ErrorCode::ERR_LINT_GROUP_UNUSED, group.place, Named(code));
  }
}

}  // namespace pingshen::forms
