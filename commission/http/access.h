// Who may see what was received: the desk's pages and downloads hold personal data, taking in
// bundles does not show any.
#pragma once

#include <optional>
#include <string>

#include "commission/http/http_server.h"
#include "core/base/error.h"

namespace pingshen::commission {

// Without a password: only a browser on the desk's own machine, and only under a local name (a
// foreign page could otherwise read along through a name of its own that points to 127.0.0.1). With
// a password: everybody who sends it (HTTP Basic; any user name), also locally.
class Access {
 public:
  explicit Access(std::optional<std::string> password) : password_(std::move(password)) {}
  // ERR_DESK_FORBIDDEN.
  Status Check(const HttpRequest& request) const;
  // The refusal; asks the browser for the password when there is one.
  HttpResponse Refusal(const Error& error) const;

 private:
  const std::optional<std::string> password_;
};

}  // namespace pingshen::commission
