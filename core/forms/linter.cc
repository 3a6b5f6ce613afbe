#include "core/forms/linter.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <tuple>
#include <utility>

#include "core/forms/lint_rules.h"

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

std::vector<LintFinding> Lint(const LoadedForm& form, std::string_view json_text) {
  const auto file = json::Parse(json_text);
  if (!file) return {};
  LintContext context(form, *file);
  LintConditions(context);
  LintUnused(context);
  LintSources(context);
  LintTexts(context);
  std::vector<LintFinding> findings = context.Take();
  std::ranges::sort(findings, {}, [](const LintFinding& finding) {
    return std::tuple(finding.place.line, finding.place.column, finding.code, finding.detail);
  });
  return findings;
}

json::Place PlaceOfContext(std::string_view context) {
  json::Place place;
  const auto number_after = [&](std::string_view word, std::uint32_t& number) {
    const std::size_t at = context.find(word);
    if (at == std::string_view::npos) return;
    const char* begin = context.data() + at + word.size();
    std::from_chars(begin, context.data() + context.size(), number);
  };
  if (!context.starts_with("line ")) return place;
  number_after("line ", place.line);
  number_after("column ", place.column);
  return place;
}

}  // namespace pingshen::forms
