// JSON → model::Form, everything but what one item says about another.
#pragma once

#include "core/forms/draft.h"
#include "core/json/json.h"

namespace pingshen::forms {

// Fills draft.form and the pending lists; problems are reported in the draft.
// `file` must remain live while draft.expressions is used.
void ReadForm(const json::Value& file, Draft& draft);

}  // namespace pingshen::forms
