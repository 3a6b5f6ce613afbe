// The trust list that the options of a command name.
#pragma once

#include <optional>

#include "commission/command/command_line.h"
#include "core/bundle/trust.h"

namespace pingshen::commission {

// By --data, or by --trust and --root; nullopt when neither is given. ERR_USAGE, ERR_TRUST_…,
// ERR_PUBLIC_KEY_FILE, ERR_FILE_READ.
Result<std::optional<bundle::TrustList>> LoadGivenTrust(const Arguments& arguments);

}  // namespace pingshen::commission
