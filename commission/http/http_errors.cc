#include "commission/http/http_errors.h"

#include <algorithm>
#include <string_view>

#include "core/base/utf8.h"
#include "core/json/json.h"

namespace pingshen::commission {
namespace {

struct Row {
  ErrorCode code;
  int status;
};
constexpr Row kRows[] = {
    {ErrorCode::ERR_BUNDLE_SIGNER_UNKNOWN, 403},
    {ErrorCode::ERR_BUNDLE_SIGNER_NOT_ALLOWED, 403},
    {ErrorCode::ERR_DESK_FORBIDDEN, 403},
    {ErrorCode::ERR_DESK_NOT_FOUND, 404},
    {ErrorCode::ERR_DESK_METHOD, 405},
    {ErrorCode::ERR_DESK_FORM_UNKNOWN, 422},
    {ErrorCode::ERR_DESK_UPLOAD, 408},
    {ErrorCode::ERR_DESK_LENGTH, 411},
    {ErrorCode::ERR_DESK_TOO_LARGE, 413},
    {ErrorCode::ERR_DESK_MEDIA_TYPE, 415},
    {ErrorCode::ERR_USAGE, 400},
    {ErrorCode::ERR_DESK_BUSY, 503},
    {ErrorCode::ERR_TRUST_SIGNATURE, 503},
    {ErrorCode::ERR_TRUST_FORMAT, 503},
    {ErrorCode::ERR_PUBLIC_KEY_FILE, 503},
    {ErrorCode::ERR_DESK_STORE_FULL, 507},
};

// Codes of what a sender can do wrong inside a bundle.
constexpr std::string_view kSendersFault[] = {
    "ERR_BUNDLE_", "ERR_RESULT_", "ERR_FORM_", "ERR_GRADING_", "ERR_EXPRESSION", "ERR_JSON",
    "ERR_UTF8",    "ERR_VALUE",   "ERR_PATH",  "ERR_DECIMAL",  "ERR_RANGE",      "ERR_BASE64"};
constexpr int kUnprocessable = 422;
constexpr int kServerError = 500;

// A context may repeat bytes of a stranger's file; JSON must be valid UTF-8 all the same.
std::string ValidUtf8(std::string_view text) {
  std::string out;
  for (std::size_t offset = 0; offset < text.size();) AppendUtf8(out, NextCodePoint(text, offset));
  return out;
}

}  // namespace

int HttpStatusOf(ErrorCode code) {
  for (const Row& row : kRows) {
    if (row.code == code) return row.status;
  }
  const std::string_view name = CodeName(code);
  const bool senders =
      std::any_of(std::begin(kSendersFault), std::end(kSendersFault),
                  [&](std::string_view prefix) { return name.starts_with(prefix); });
  return senders ? kUnprocessable : kServerError;
}

std::string ErrorJson(const Error& raw) {
  const Error error{raw.code, ValidUtf8(raw.context)};
  json::Writer writer;
  writer.BeginObject();
  writer.Member("code", CodeName(error.code));
  writer.Member("sentence_zh", Sentence(error, Language::kChinese));
  writer.Member("sentence_en", Sentence(error, Language::kEnglish));
  writer.Member("context", error.context);
  writer.EndObject();
  return writer.Take() + "\n";
}

HttpResponse ErrorResponse(const Error& error) {
  HttpResponse response;
  response.status = HttpStatusOf(error.code);
  response.content_type = "application/json; charset=utf-8";
  response.headers.emplace_back("Cache-Control", "no-store");
  if (error.code == ErrorCode::ERR_DESK_BUSY) response.headers.emplace_back("Retry-After", "5");
  response.body = ErrorJson(error);
  return response;
}

}  // namespace pingshen::commission
