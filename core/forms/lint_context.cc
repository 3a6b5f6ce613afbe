#include "core/forms/lint_context.h"

#include <algorithm>
#include <array>
#include <utility>

namespace pingshen::forms {
namespace {

// Members that hold expressions, of items, sections and vetoes.
constexpr auto kExpressionMembers = std::to_array<std::string_view>(
    {"calculation", "choice_filter", "constraint", "count", "default", "not_applicable_when",
     "optional_when", "read_only", "relevant", "required", "when"});

}  // namespace

LintContext::LintContext(const LoadedForm& form, const json::Value& file)
    : form_(form), file_(file) {
  AddObject(file);
}

void LintContext::AddObject(const json::Value& value) {
  for (const json::Value& element : value.items) AddObject(element);
  if (value.kind != json::Value::Kind::kObject) return;
  const json::Value* code = value.Find("code");
  if (code != nullptr && value.Find("type") != nullptr)
    if (const model::Item* item = form_.FindItem(code->text)) items_.push_back({item, &value});
  for (const json::Value::Member& member : value.members) {
    const bool expression =
        member.value.kind == json::Value::Kind::kString &&
        std::ranges::find(kExpressionMembers, member.name) != kExpressionMembers.end();
    if (expression)
      expressions_.push_back(&member.value);
    else
      AddObject(member.value);
  }
}

void LintContext::Report(ErrorCode code, json::Place place, std::string detail) {
  if (findings_.size() < kMaxLintFindings) findings_.push_back({code, place, std::move(detail)});
}

}  // namespace pingshen::forms
