// Comma-separated files as they go with a form.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pingshen::forms::xlsform {

// RFC 4180, line ends of any kind, a byte order mark is passed over; cells trimmed. Rows without
// any text are left out.
std::vector<std::vector<std::string>> ReadCsv(std::string_view text);

}  // namespace pingshen::forms::xlsform
