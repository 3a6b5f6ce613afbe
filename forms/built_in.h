// The forms that the program carries.
#pragma once

#include <vector>

#include "core/base/bytes.h"

namespace pingshen::forms {

// The exact bytes of each forms/*.json, in the order of their file names.
std::vector<Bytes> BuiltInForms();

}  // namespace pingshen::forms
