// A form with every item type, nested repeats and chains of relevance, short enough to reckon by
// hand.
#pragma once

#include <memory>
#include <string>

#include "core/forms/loader.h"

namespace pingshen::evaluation {

// 100 points: open 10, area 20, multi 10, ded 10, staff 20, people 30. Bands: good >= 90, pass >=
// 70, fail. Vetoes: tiny (area <= 5), unregistered (any reg = 'no').
std::string TestFormJson();
// Loaded; the same object for all tests.
const forms::LoadedForm& TestForm();

}  // namespace pingshen::evaluation
