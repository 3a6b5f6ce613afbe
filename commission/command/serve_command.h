// pingshen serve: the app and the desk in one process.
#pragma once

#include <span>
#include <string>

#include "commission/command/command_line.h"

namespace pingshen::commission {

// --data FOLDER --web FOLDER [--host 127.0.0.1] [--port 8080] [--max-bundle-mib 256] [--access-file
// FILE]
// [--receipt-key FILE.key [--passphrase-file FILE]] [--lang zh|en]
// Prints one line with the address once it answers; runs until SIGTERM or SIGINT, then finishes the
// requests under way.
int RunServe(std::span<const std::string> words, Streams streams);

}  // namespace pingshen::commission
