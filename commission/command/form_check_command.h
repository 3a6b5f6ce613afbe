// pingshen form check FILE: what is wrong with a form file, and what is probably not meant so.
#pragma once

#include <span>
#include <string>

#include "commission/command/command_line.h"

namespace pingshen::commission {

// One line each, "file:line:column: code: sentence". kExitRefused when the form does not load;
// warnings alone leave kExitGood.
int RunFormCheck(std::span<const std::string> words, Streams streams);

}  // namespace pingshen::commission
