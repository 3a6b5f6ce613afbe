// A failure as an HTTP answer: its status, and the JSON that says what went wrong.
#pragma once

#include <string>

#include "commission/http/http_server.h"
#include "core/base/error.h"

namespace pingshen::commission {

// 400…599: the row of the code in core/base/error_codes.inc says it.
int HttpStatusOf(ErrorCode code);

// {"code":"ERR_…","sentence_zh":…,"sentence_en":…,"context":…}
std::string ErrorJson(const Error& error);
HttpResponse ErrorResponse(const Error& error);

}  // namespace pingshen::commission
