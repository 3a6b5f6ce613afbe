// JSON → the figure checks of a form.
#pragma once

#include "core/forms/draft.h"
#include "core/forms/object_reader.h"

namespace pingshen::forms {

// The member "checks" of a form.
void ReadFigureChecks(const ObjectReader& form, Draft& draft);

}  // namespace pingshen::forms
