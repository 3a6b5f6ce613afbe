// A rule of the linter: looks at the whole form and reports what it finds.
#pragma once

#include "core/forms/lint_context.h"

namespace pingshen::forms {

// What can never hold.
void LintConditions(LintContext& context);

}  // namespace pingshen::forms
