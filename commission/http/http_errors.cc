#include "commission/http/http_errors.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "core/base/utf8.h"
#include "core/json/json.h"

namespace pingshen::commission {
namespace {

constexpr std::uint16_t kStatuses[] = {
#define PINGSHEN_ERROR(code, zh, en, status) status,
#include "core/base/error_codes.inc"
#undef PINGSHEN_ERROR
};
static_assert(std::ranges::all_of(kStatuses,
                                  [](int status) { return status >= 400 && status <= 599; }));

// A context may repeat bytes of a stranger's file; JSON must be valid UTF-8 all the same.
std::string ValidUtf8(std::string_view text) {
  std::string out;
  for (std::size_t offset = 0; offset < text.size();) AppendUtf8(out, NextCodePoint(text, offset));
  return out;
}

}  // namespace

int HttpStatusOf(ErrorCode code) { return kStatuses[static_cast<std::size_t>(code)]; }

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
