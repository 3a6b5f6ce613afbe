// pingshen form import FILE.xlsx [-o FORM.json], pingshen form export FORM.json -o FILE.xlsx.
#pragma once

#include <span>
#include <string>

#include "commission/command/command_line.h"

namespace pingshen::commission {

// Files named by the workbook are taken from its folder. Without -o the form goes to the standard
// output; what is said about it to the error output. --json: one JSON object with the counts and
// all messages instead. kExitRefused when the workbook has an error.
int RunFormImport(std::span<const std::string> words, Streams streams);
int RunFormExport(std::span<const std::string> words, Streams streams);

}  // namespace pingshen::commission
