#include "core/forms/linter.h"

#include <algorithm>
#include <charconv>
#include <tuple>
#include <utility>

#include "core/forms/lint_conditions.h"
#include "core/forms/lint_context.h"
#include "core/forms/lint_sources.h"
#include "core/forms/lint_texts.h"
#include "core/forms/lint_unused.h"

namespace pingshen::forms {

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
