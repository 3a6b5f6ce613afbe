// The device's public key as the file that is registered at the commission.
#pragma once

#include <string>

#include "core/base/error.h"
#include "core/store/store.h"

namespace pingshen::session {

// {"type":"pingshen-public-key","key_id":…,"algorithm":…,"public_key":base64,"holder":…,"organisation":…}
// ERR_BUNDLE_KEY when the stored key cannot be read.
Result<std::string> PublicKeyJson(const store::KeyRow& key);

}  // namespace pingshen::session
