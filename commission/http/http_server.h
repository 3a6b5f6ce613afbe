// The desk's HTTP border: the one file pair that knows the HTTP library.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/error.h"

namespace pingshen::commission {

struct HttpRequest {  // lives only while the handler runs
  std::string method;
  std::string path;  // decoded; may hold any byte
  std::map<std::string, std::string> query;
  std::string remote_address;
  std::function<std::string(const std::string& name)> header;  // "" when absent
  // Reads the body of a POST to HttpOptions::upload_path; once. ERR_DESK_LENGTH,
  // ERR_DESK_MEDIA_TYPE, ERR_DESK_TOO_LARGE (before reading, when the stated length says so),
  // ERR_DESK_BUSY (too many uploads at once), ERR_DESK_UPLOAD (broke off, or took longer than the
  // deadline).
  std::function<Result<Bytes>()> read_body;
};

struct HttpResponse {
  int status = 200;
  std::string content_type = "text/plain; charset=utf-8";
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  // When given, this file is sent instead of `body`.
  std::optional<std::filesystem::path> file;
};

// Called from several threads at once. An exception in it becomes status 500.
using HttpHandler = std::function<HttpResponse(const HttpRequest&)>;

struct HttpOptions {
  std::string host = "127.0.0.1";
  int port = 0;  // 0: any free one
  std::string upload_path =
      "/api/bundles";  // the one address whose POST has a body; letters, digits, / _ only
  std::uint64_t max_body_bytes = 256u << 20;
  int max_uploads = 4;  // bodies held in memory at the same time
  int upload_deadline_seconds = 600;
  std::size_t threads = 16;
};

class HttpServer {
 public:
  // Listens and answers from threads of its own. ERR_DESK_ADDRESS.
  static Result<std::unique_ptr<HttpServer>> Start(const HttpOptions& options, HttpHandler handler);
  // Stops listening and waits for the requests under way.
  ~HttpServer();

  int port() const { return port_; }

 private:
  struct Impl;
  HttpServer();
  std::unique_ptr<Impl> impl_;
  int port_ = 0;
};

}  // namespace pingshen::commission
