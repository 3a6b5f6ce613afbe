#include "commission/http/static_files.h"

#include <sys/stat.h>

#include <cstdio>
#include <string>
#include <string_view>

#include "commission/http/http_errors.h"

namespace pingshen::commission {
namespace {

namespace fs = std::filesystem;

struct MediaType {
  std::string_view extension;
  std::string_view type;
};
constexpr MediaType kMediaTypes[] = {
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".wasm", "application/wasm"},
    {".json", "application/json; charset=utf-8"},
    {".map", "application/json; charset=utf-8"},
    {".webmanifest", "application/manifest+json; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".ico", "image/x-icon"},
    {".txt", "text/plain; charset=utf-8"},
    {".woff2", "font/woff2"},
    {".psbundle", "application/vnd.pingshen.bundle+zip"},
};
constexpr std::size_t kShortestHash = 8;

std::string_view MediaTypeOf(std::string_view name) {
  for (const MediaType& each : kMediaTypes) {
    if (name.ends_with(each.extension)) return each.type;
  }
  return "application/octet-stream";
}

bool IsHash(std::string_view part) {
  bool digit = false, letter = false;
  for (const char each : part) {
    const bool is_digit = each >= '0' && each <= '9';
    if (!is_digit && !(each >= 'a' && each <= 'f')) return false;
    (is_digit ? digit : letter) = true;
  }
  return part.size() >= kShortestHash && digit && letter;  // both: neither a word nor a date
}

// A part between dots or dashes, the last one (the extension) excepted, is a hash:
// "app.3f9c21ab.js", "app-3f9c21ab.wasm".
bool CarriesHash(std::string_view name) {
  std::size_t start = 0;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] != '.' && name[i] != '-') continue;
    if (IsHash(name.substr(start, i - start))) return true;
    start = i + 1;
  }
  return false;
}

// The path below the folder, or "" for what is never served.
std::string RelativePath(std::string_view path) {
  if (!path.starts_with('/')) return "";
  std::string relative(path.substr(1));
  if (relative.empty() || relative.ends_with('/')) relative += "index.html";
  std::size_t start = 0;
  while (start <= relative.size()) {
    const std::size_t end = std::min(relative.find('/', start), relative.size());
    const std::string_view part = std::string_view(relative).substr(start, end - start);
    if (part.empty() || part.front() == '.') return "";
    for (const char letter : part) {
      if (static_cast<unsigned char>(letter) < 0x20 || letter == '\\' || letter == 0x7f) return "";
    }
    start = end + 1;
  }
  return relative;
}

struct Variant {
  fs::path path;
  std::string_view encoding;  // "" = as it is
  struct stat facts{};
};

bool PlainFile(const fs::path& path, struct stat& facts) {
  return stat(path.c_str(), &facts) == 0 && S_ISREG(facts.st_mode);
}

bool Accepts(const std::string& accept_encoding, std::string_view coding) {
  std::size_t start = 0;
  while (start < accept_encoding.size()) {
    const std::size_t end = std::min(accept_encoding.find(',', start), accept_encoding.size());
    std::string_view part = std::string_view(accept_encoding).substr(start, end - start);
    start = end + 1;
    const std::size_t first = part.find_first_not_of(' ');
    if (first == std::string_view::npos) continue;
    part.remove_prefix(first);
    if (!part.starts_with(coding)) continue;
    const std::string_view rest = part.substr(coding.size());
    if (rest.empty() || rest.front() == ' ') return true;
    if (rest.front() == ';')
      return rest.find("q=0") == std::string_view::npos ||
             rest.find("q=0.") != std::string_view::npos;
  }
  return false;
}

Variant Choose(const fs::path& plain, const struct stat& plain_facts,
               const std::string& accept_encoding) {
  constexpr struct {
    std::string_view coding, extension;
  } kCodings[] = {{"br", ".br"}, {"gzip", ".gz"}};
  for (const auto& each : kCodings) {
    if (!Accepts(accept_encoding, each.coding)) continue;
    Variant variant{.path = plain.string() + std::string(each.extension), .encoding = each.coding};
    if (PlainFile(variant.path, variant.facts) && variant.facts.st_mtime >= plain_facts.st_mtime)
      return variant;
  }
  return {.path = plain, .encoding = "", .facts = plain_facts};
}

std::string EntityTag(const Variant& variant) {
  char text[96];
  std::snprintf(text, sizeof text, "\"%llx-%llx-%lx%s\"",
                static_cast<unsigned long long>(variant.facts.st_size),
                static_cast<unsigned long long>(variant.facts.st_mtim.tv_sec),
                static_cast<unsigned long>(variant.facts.st_mtim.tv_nsec),
                variant.encoding.empty() ? "" : (variant.encoding == "br" ? "-br" : "-gz"));
  return text;
}

}  // namespace

HttpResponse StaticFiles::Answer(const HttpRequest& request) const {
  const auto not_found = [&] {
    // The path came from outside: only its printable ASCII part is repeated.
    std::string shown;
    for (const char letter : request.path) shown += letter >= 0x20 && letter < 0x7f ? letter : '?';
    return ErrorResponse({ErrorCode::ERR_DESK_NOT_FOUND, shown});
  };
  const std::string relative = RelativePath(request.path);
  if (relative.empty()) return not_found();
  const fs::path plain = folder_ / relative;
  struct stat plain_facts{};
  if (!PlainFile(plain, plain_facts)) return not_found();
  const Variant variant = Choose(plain, plain_facts, request.header("Accept-Encoding"));
  const std::string tag = EntityTag(variant);

  HttpResponse response;
  response.content_type = MediaTypeOf(relative);
  response.headers.emplace_back("ETag", tag);
  response.headers.emplace_back("Vary", "Accept-Encoding");
  response.headers.emplace_back("Cache-Control", CarriesHash(plain.filename().string())
                                                     ? "public, max-age=31536000, immutable"
                                                     : "no-cache");
  if (!variant.encoding.empty())
    response.headers.emplace_back("Content-Encoding", std::string(variant.encoding));
  const std::string wanted = request.header("If-None-Match");
  if (wanted == "*" || wanted.find(tag) != std::string::npos) {
    response.status = 304;
    return response;
  }
  if (variant.facts.st_size > 0) response.file = variant.path;
  return response;
}

}  // namespace pingshen::commission
