#include "commission/desk/desk.h"

#include <algorithm>
#include <string_view>

#include "commission/http/http_errors.h"
#include "commission/pages/desk_css.h"

namespace pingshen::commission {
namespace {

constexpr std::string_view kApi = "/api/bundles";
constexpr std::string_view kApiOne = "/api/bundles/";
constexpr std::string_view kForms = "/api/forms";
constexpr std::string_view kFormsOne = "/api/forms/";
constexpr std::string_view kDesk = "/desk";
constexpr std::string_view kDeskOne = "/desk/bundles/";
constexpr std::string_view kAttachments = "/attachments/";
constexpr std::string_view kStyle = "/desk/desk.css";
constexpr std::size_t kDigestLetters = 64;

// The SHA-256 behind `prefix`, "" for anything else.
std::string_view DigestBehind(std::string_view path, std::string_view prefix) {
  if (!path.starts_with(prefix)) return "";
  path.remove_prefix(prefix.size());
  if (path.ends_with(".psbundle")) path.remove_suffix(std::string_view(".psbundle").size());
  const bool digest =
      path.size() == kDigestLetters && std::all_of(path.begin(), path.end(), [](char letter) {
        return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
      });
  return digest ? path : "";
}

bool Below(std::string_view path, std::string_view folder) {
  return path == folder || (path.starts_with(folder) && path[folder.size()] == '/');
}

HttpResponse MethodNotAllowed(const HttpRequest& request, std::string_view allowed) {
  HttpResponse response = ErrorResponse({ErrorCode::ERR_DESK_METHOD, request.method});
  response.headers.emplace_back("Allow", std::string(allowed));
  return response;
}

HttpResponse Health() {
  HttpResponse response;
  response.content_type = "application/json; charset=utf-8";
  response.headers.emplace_back("Cache-Control", "no-store");
  response.body = "{\"status\":\"ok\",\"version\":\"" PINGSHEN_VERSION "\"}\n";
  return response;
}

HttpResponse Style() {
  HttpResponse response;
  response.content_type = "text/css; charset=utf-8";
  response.headers.emplace_back("Cache-Control", "no-cache");
  response.body = kDeskCss;
  return response;
}

}  // namespace

HttpResponse Desk::Answer(const HttpRequest& request) const {
  const bool reads = request.method == "GET" || request.method == "HEAD";
  if (request.path == kApi && request.method == "POST") return parts_.bundles.Receive(request);
  if (!reads)
    return MethodNotAllowed(request, request.path == kApi ? "GET, HEAD, POST" : "GET, HEAD");
  if (request.path == "/healthz") return Health();
  if (request.path == kStyle) return Style();
  if (Below(request.path, kForms)) return AnswerForms(request);
  if (Below(request.path, kApi) || Below(request.path, kDesk)) {
    const Status allowed = parts_.access.Check(request);
    return allowed ? AnswerPrivate(request) : parts_.access.Refusal(allowed.error());
  }
  return parts_.files.Answer(request);
}

HttpResponse Desk::AnswerForms(const HttpRequest& request) const {
  HttpResponse response;
  response.content_type = "application/json; charset=utf-8";
  // The app may come from another address than the desk's; published forms are no secret.
  response.headers.emplace_back("Access-Control-Allow-Origin", "*");
  response.headers.emplace_back("Cache-Control", "no-cache");
  if (request.path == kForms) {
    response.body = parts_.forms.ListJson();
    return response;
  }
  const FormShelf::Form* form = parts_.forms.Find(DigestBehind(request.path, kFormsOne));
  if (form == nullptr) return ErrorResponse({ErrorCode::ERR_DESK_NOT_FOUND, ""});
  response.body = AsText(form->bytes);
  return response;
}

HttpResponse Desk::AnswerPrivate(const HttpRequest& request) const {
  if (request.path == kApi) return parts_.bundles.List(request);
  if (request.path == kDesk || request.path == "/desk/") return parts_.pages.List(request);
  if (const auto digest = DigestBehind(request.path, kApiOne); !digest.empty())
    return parts_.bundles.Download(digest);
  if (const auto digest = DigestBehind(request.path, kDeskOne); !digest.empty())
    return parts_.pages.Detail(digest);
  if (const std::size_t at = request.path.find(kAttachments); at != std::string::npos) {
    const std::string_view path = request.path;
    const auto digest = DigestBehind(path.substr(0, at), kDeskOne);
    if (!digest.empty())
      return parts_.pages.Attachment(digest, path.substr(at + kAttachments.size()));
  }
  return ErrorResponse({ErrorCode::ERR_DESK_NOT_FOUND, ""});
}

}  // namespace pingshen::commission
