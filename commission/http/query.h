// What an address asks for behind its question mark.
#pragma once

#include <cstdint>
#include <string>

#include "commission/http/http_server.h"

namespace pingshen::commission {

// A whole number in the query, `fallback` when absent. ERR_USAGE outside of smallest…largest.
Result<std::int64_t> QueryNumber(const HttpRequest& request, const std::string& name,
                                 std::int64_t fallback, std::int64_t smallest,
                                 std::int64_t largest);

}  // namespace pingshen::commission
