#include "core/forms/lint_sources.h"

#include "core/forms/problems.h"

namespace pingshen::forms {
namespace {

// Frames, further questions and calculations stand on the source of what they belong to.
bool NeedsSource(const model::Item& item) {
  return model::IsAsked(item.type) && item.relevant.empty() && !item.points;
}

}  // namespace

void LintSources(LintContext& context) {
  const model::Form& form = context.form();
  if (form.sources.empty())
    context.Report(ErrorCode::ERR_LINT_SOURCE, context.file().place, Named(form.id));
  const bool official = context.file().Find("documents") != nullptr;
  for (const auto& [item, object] : context.items()) {
    const bool attribute = context.loaded().IsAttribute(item->code);
    const bool outside = context.loaded().RepeatOf(item->code) == nullptr && !attribute;
    if (official && outside && item->sources.empty() && NeedsSource(*item))
      context.Report(ErrorCode::ERR_LINT_SOURCE, object->place, Named(item->code));
    if (item->type == model::ItemType::kDecimal && item->unit.empty() && !item->step)
      context.Report(ErrorCode::ERR_LINT_UNIT, object->place, Named(item->code));
    if (!item->constraint.empty() && item->constraint_message.empty())
      context.Report(ErrorCode::ERR_LINT_CONSTRAINT_MESSAGE, object->place, Named(item->code));
  }
}

}  // namespace pingshen::forms
