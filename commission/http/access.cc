#include "commission/http/access.h"

#include <string_view>

#include "commission/http/http_errors.h"
#include "core/bundle/crypto.h"

namespace pingshen::commission {
namespace {

constexpr std::string_view kBasic = "Basic ";

bool IsLoopback(std::string_view address) {
  return address == "::1" || address.starts_with("127.") || address.starts_with("::ffff:127.");
}

// "localhost:8080" → "localhost", "[::1]:8080" → "[::1]".
std::string_view WithoutPort(std::string_view host) {
  const std::size_t colon = host.rfind(':');
  const bool in_brackets = host.ends_with(']');
  return colon == std::string_view::npos || in_brackets ? host : host.substr(0, colon);
}

bool IsLocalName(std::string_view host) {
  const std::string_view name = WithoutPort(host);
  return name == "localhost" || name == "127.0.0.1" || name == "[::1]";
}

// Takes the same time wherever the texts differ: digests are compared, not the texts.
bool Same(std::string_view left, std::string_view right) {
  return bundle::Sha256(AsBytes(left)) == bundle::Sha256(AsBytes(right));
}

}  // namespace

Status Access::Check(const HttpRequest& request) const {
  if (!password_) {
    if (IsLoopback(request.remote_address) && IsLocalName(request.header("Host"))) return {};
    return Fail(ErrorCode::ERR_DESK_FORBIDDEN);
  }
  const std::string authorization = request.header("Authorization");
  if (!authorization.starts_with(kBasic)) return Fail(ErrorCode::ERR_DESK_FORBIDDEN);
  const auto decoded = bundle::DecodeBase64(std::string_view(authorization).substr(kBasic.size()));
  if (!decoded) return Fail(ErrorCode::ERR_DESK_FORBIDDEN);
  const std::string_view pair = AsText(*decoded);
  const std::size_t colon = pair.find(':');
  if (colon == std::string_view::npos || !Same(pair.substr(colon + 1), *password_)) {
    return Fail(ErrorCode::ERR_DESK_FORBIDDEN);
  }
  return {};
}

HttpResponse Access::Refusal(const Error& error) const {
  HttpResponse response = ErrorResponse(error);
  if (password_) {
    response.status = 401;
    response.headers.emplace_back("WWW-Authenticate",
                                  "Basic realm=\"Pingshen desk\", charset=\"UTF-8\"");
  }
  return response;
}

}  // namespace pingshen::commission
