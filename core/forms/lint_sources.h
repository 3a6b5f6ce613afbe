// A rule of the linter: looks at the whole form and reports what it finds.
#pragma once

#include "core/forms/lint_context.h"

namespace pingshen::forms {

// No source, no unit, no message.
void LintSources(LintContext& context);

}  // namespace pingshen::forms
