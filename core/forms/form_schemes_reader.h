// The grading schemes of a form.
#pragma once

#include "core/forms/draft.h"
#include "core/forms/object_reader.h"

namespace pingshen::forms {

// The members "scheme" and "schemes" of a form. REQUIRES: its sections have been read.
void ReadSchemes(const ObjectReader& form, Draft& draft);

}  // namespace pingshen::forms
