// `pingshen print`: a bundle, or an empty form, as one printable HTML file.
#pragma once

#include <span>
#include <string>

#include "commission/command/command_line.h"

namespace pingshen::commission {

// A bundle is verified first, as `pingshen verify` does; one that is refused is not printed. Exit
// codes as there: kExitUnknownSigner when it is printed, but a signer is not in the given list.
int RunPrint(std::span<const std::string> words, Streams streams);

}  // namespace pingshen::commission
