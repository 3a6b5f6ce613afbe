// One table: error code → HTTP status, and the JSON that says what went wrong.
#pragma once

#include <string>

#include "commission/http/http_server.h"
#include "core/base/error.h"

namespace pingshen::commission {

// 400…599. A code without a row of its own is 422 when the sender's bundle is at fault
// (ERR_BUNDLE_…, ERR_FORM_… and the like), otherwise 500.
int HttpStatusOf(ErrorCode code);

// {"code":"ERR_…","sentence_zh":…,"sentence_en":…,"context":…}
std::string ErrorJson(const Error& error);
HttpResponse ErrorResponse(const Error& error);

}  // namespace pingshen::commission
