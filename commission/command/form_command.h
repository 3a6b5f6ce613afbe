// pingshen form import | export | check: forms as files.
#pragma once

#include <span>
#include <string>

#include "commission/command/command_line.h"

namespace pingshen::commission {

int RunForm(std::span<const std::string> words, Streams streams);

}  // namespace pingshen::commission
