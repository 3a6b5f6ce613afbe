// A form file that may be used: it loads, and its grading scheme is proven.
#pragma once

#include <memory>

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/forms/loader.h"

namespace pingshen::evaluation {

// Loads a form and proves its grading scheme. ERR_FORM_…, ERR_EXPRESSION, ERR_GRADING_….
Result<std::shared_ptr<const forms::LoadedForm>> LoadProvenForm(ByteView json);

}  // namespace pingshen::evaluation
