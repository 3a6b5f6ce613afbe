// pingshen verify: who signed a bundle, whether it is whole, and whether its result is what the
// answers give.
#pragma once

#include <span>
#include <string>

#include "commission/command/command_line.h"

namespace pingshen::commission {

// [--trust FILE --root PUBKEY | --data FOLDER] [--json] [--lang zh|en] FILE…
// With several files the exit code is the worst of them: kExitUsage, then kExitRefused, then
// kExitUnknownSigner.
int RunVerify(std::span<const std::string> words, Streams streams);

}  // namespace pingshen::commission
