// One attachment of a stored bundle, for a browser.
#pragma once

#include <string_view>

#include "commission/http/http_server.h"
#include "commission/register/desk_store.h"

namespace pingshen::commission {

// "/desk/bundles/<manifest>/attachments/<name>"
std::string AttachmentPath(std::string_view manifest_sha256, std::string_view name);

// Reads that entry of the file alone, and gives it only when its bytes have the digest that its
// name states. The media type follows from the extension, one of those that the app gives; pictures
// are shown, everything else is a download. Nothing in it runs: no sniffing, a sandbox without
// rights. Not found, or ERR_DESK_STORED_FILE.
HttpResponse AnswerAttachment(DeskStore& store, std::string_view manifest_sha256,
                              std::string_view name);

}  // namespace pingshen::commission
