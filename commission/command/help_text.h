// pingshen --help, --version, and what is no command.
#pragma once

#include <span>
#include <string>

#include "commission/command/command_line.h"

namespace pingshen::commission {

// --help, -h, help: the manual on out, kExitGood. --version: the version. Anything else: ERR_USAGE
// on err.
int RunHelp(std::span<const std::string> words, Streams streams);

}  // namespace pingshen::commission
