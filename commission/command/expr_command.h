// pingshen expr: evaluates expressions for other programs.
#pragma once

#include <iosfwd>
#include <span>
#include <string>

#include "commission/command/command_line.h"

namespace pingshen::commission {

// Reads one JSON object a line from `in`: id, expr, type (number, string, boolean, nodeset …), and
// optionally tz, doc (XML), context and root ({"index_path":[…],"attr":…}), namespaces, language.
// Writes one line each: {"id":…,"value":…} or {"id":…,"error":"ERR_…: sentence"}. kExitGood unless
// a line is no request at all.
int RunExpr(std::span<const std::string> words, std::istream& in, Streams streams);

}  // namespace pingshen::commission
