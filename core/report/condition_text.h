// Conditions of a form as a reader of its paper understands them.
#pragma once

#include <string>
#include <string_view>

#include "core/report/pen.h"

namespace pingshen::report {

// An expression for readers: "VC-02 为“否”" for ${VC-02} = 'no'; others as they are, without ${}.
std::string ConditionText(const Pen& pen, std::string_view expression);

}  // namespace pingshen::report
