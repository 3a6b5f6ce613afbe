#include "core/forms/loader.h"

#include <string>
#include <utility>

#include "core/base/utf8.h"
#include "core/forms/form_checks.h"
#include "core/forms/form_reader.h"
#include "core/json/json.h"

namespace pingshen::forms {
namespace {

// The JSON parser cites what it read last up to the byte at fault, which may be the first of a
// longer character.
std::string WithoutCutCharacters(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) AppendUtf8(out, NextCodePoint(text, at));
  return out;
}

// The byte at that place.
std::size_t OffsetOf(std::string_view text, expression::Place place) {
  std::size_t offset = 0;
  expression::Place at;
  while (offset < text.size() && (at.line < place.line || at.column < place.column)) {
    if (NextCodePoint(text, offset) == U'\n') {
      ++at.line;
      at.column = 1;
    } else {
      ++at.column;
    }
  }
  return offset;
}

}  // namespace

const model::Item* LoadedForm::RepeatOf(std::string_view code) const {
  const std::uint32_t node = plan->Find(code);
  return node == kNone ? nullptr : plan->RepeatAround(node);
}

bool LoadedForm::IsAttribute(std::string_view code) const {
  std::uint32_t node = plan->Find(code);
  if (node == kNone) return false;
  while (plan->nodes[node].parent != kNone) node = plan->nodes[node].parent;
  return plan->nodes[node].section == nullptr;
}

std::vector<std::string> LoadedForm::FramesAround(std::string_view code) const {
  std::vector<std::string> codes;
  const std::uint32_t found = plan->Find(code);
  if (found == kNone) return codes;
  for (std::uint32_t node = plan->nodes[found].parent; node != kNone;
       node = plan->nodes[node].parent) {
    const model::Item* item = plan->nodes[node].item;
    if (item != nullptr && model::HasInstances(item->type)) break;
    codes.emplace_back(plan->nodes[node].code());
  }
  return codes;
}

class Loader {
 public:
  // Compiles them, too.
  static void CheckExpressions(LoadedForm& loaded, std::string_view json_text, Problems& problems) {
    auto plan = MakePlan(loaded.form);
    if (plan) {
      loaded.plan = *std::move(plan);
      return;
    }
    const PlanProblem& problem = plan.error();
    const model::Expression& written = *problem.expression;
    const json::Place quote{written.line, written.column - 1};
    problems.Report(problem.code,
                    problem.place.line == 0
                        ? quote
                        : PlaceInString(json_text, quote, OffsetOf(written.text, problem.place)),
                    problem.what);
  }

  static Result<std::shared_ptr<const LoadedForm>> Load(std::string_view json_text,
                                                        std::string sha256) {
    const auto file = json::Parse(json_text);
    if (!file) return Fail(ErrorCode::ERR_FORM_JSON, WithoutCutCharacters(file.error().context));
    Problems problems;
    Draft draft(problems);
    ReadForm(*file, draft);
    if (problems.any()) return std::unexpected(problems.Take());

    auto loaded = std::make_shared<LoadedForm>();
    loaded->form = std::move(draft.form);
    loaded->form.sha256 = std::move(sha256);
    CheckExpressions(*loaded, json_text, problems);
    if (problems.any()) return std::unexpected(problems.Take());
    CheckDenominators(draft, *loaded->plan);
    CheckReferences(draft, *loaded->plan);
    if (problems.any()) return std::unexpected(problems.Take());
    return std::shared_ptr<const LoadedForm>(std::move(loaded));
  }
};

Result<std::shared_ptr<const LoadedForm>> Load(std::string_view json_text, std::string sha256) {
  return Loader::Load(json_text, std::move(sha256));
}

}  // namespace pingshen::forms
