// pingshen trust: maintains the commission's trust list.
#pragma once

#include <span>
#include <string>

#include "commission/command/command_line.h"

namespace pingshen::commission {

// add --data FOLDER PUBKEY.json [--roles a,b] [--region CODE] [--valid-from DAY] [--valid-to DAY]
// [--holder NAME]
//     [--organisation NAME] [--passphrase-file FILE]
// revoke --data FOLDER KEY_ID --why TEXT [--passphrase-file FILE]
// list --data FOLDER
int RunTrust(std::span<const std::string> words, Streams streams);

}  // namespace pingshen::commission
