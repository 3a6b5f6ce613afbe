// pingshen keygen: makes the commission's root key.
#pragma once

#include <span>
#include <string>

#include "commission/command/command_line.h"

namespace pingshen::commission {

// --out FOLDER|FILE.key [--holder NAME] [--organisation NAME] [--passphrase-file FILE] [--lang
// zh|en] Prints the key id and the paths. Never overwrites a key.
int RunKeygen(std::span<const std::string> words, Streams streams);

}  // namespace pingshen::commission
