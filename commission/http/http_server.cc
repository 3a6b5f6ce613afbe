#include "commission/http/http_server.h"

#include <httplib.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <fstream>
#include <thread>

#include "commission/http/http_errors.h"
#include "commission/http/http_range.h"

namespace pingshen::commission {
namespace {

constexpr int kSocketTimeoutSeconds = 30;  // silence, not duration
constexpr std::size_t kChunkBytes = 64u << 10;
constexpr int kStatusContinue = 100;
constexpr int kStatusGood = 200;
constexpr int kStatusPart = 206;
constexpr int kStatusBadRange = 416;

std::optional<std::uint64_t> StatedLength(const httplib::Request& request) {
  if (request.get_header_value_count("Content-Length") != 1) return std::nullopt;
  const std::string text = request.get_header_value("Content-Length");
  std::uint64_t length = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return length;
}

// What can be refused before the body is read.
Status CheckStatement(const httplib::Request& request, const HttpOptions& options) {
  if (request.is_multipart_form_data()) return Fail(ErrorCode::ERR_DESK_MEDIA_TYPE);
  const auto length = StatedLength(request);
  if (!length || request.has_header("Transfer-Encoding")) return Fail(ErrorCode::ERR_DESK_LENGTH);
  if (*length > options.max_body_bytes) {
    return Fail(ErrorCode::ERR_DESK_TOO_LARGE,
                std::to_string(options.max_body_bytes >> 20) + " MiB");
  }
  return {};
}

class Deadline {
 public:
  explicit Deadline(int seconds)
      : end_(std::chrono::steady_clock::now() + std::chrono::seconds(seconds)) {}
  bool passed() const { return std::chrono::steady_clock::now() > end_; }

 private:
  std::chrono::steady_clock::time_point end_;
};

// Closing while the client still sends would destroy the answer on its way (TCP reset): what is
// left of a refused body is read and forgotten, as far as that is no burden.
void Drain(const httplib::ContentReader& reader, const HttpOptions& options) {
  const Deadline deadline(kSocketTimeoutSeconds);
  std::uint64_t taken = 0;
  reader([&](const char*, std::size_t size) {
    taken += size;
    return taken <= 2 * options.max_body_bytes && !deadline.passed();
  });
}

class Slot {  // one of the bodies held in memory at the same time
 public:
  Slot(std::atomic<int>& used, int limit) : used_(used), taken_(used.fetch_add(1) < limit) {}
  Slot(const Slot&) = delete;
  Slot& operator=(const Slot&) = delete;
  ~Slot() { used_.fetch_sub(1); }
  bool taken() const { return taken_; }

 private:
  std::atomic<int>& used_;
  const bool taken_;
};

// The library would cut any answer, also an error and a body in memory, by what the client asked for,
// and does not hold the place against the size of a provided body: a client could read our memory.
// It therefore never hears of a range. The request is the library's own variable, const only in what
// it hands to us.
void ForgetRanges(const httplib::Request& request) {
  const_cast<httplib::Request&>(request).ranges.clear();
}

void SetError(const Error& error, httplib::Response& response) {
  const HttpResponse answer = ErrorResponse(error);
  response.status = answer.status;
  response.set_content(answer.body, answer.content_type);
}

// The whole file, or the one part of it that `range` names.
void SendFile(const HttpResponse& answer, const std::string& range, httplib::Response& response) {
  const std::filesystem::path& path = *answer.file;
  auto stream = std::make_shared<std::ifstream>(path, std::ios::binary);
  std::error_code failed;
  const std::uintmax_t size = std::filesystem::file_size(path, failed);
  if (!*stream || failed || size == 0) {
    SetError({ErrorCode::ERR_DESK_STORED_FILE, path.filename().string()}, response);
    return;
  }
  RangeChoice choice;
  if (answer.status == kStatusGood) choice = ChooseRange(range, size);
  ByteRange part{.first = 0, .length = size};
  response.set_header("Accept-Ranges", "bytes");
  if (choice.kind == RangeChoice::Kind::kUnsatisfiable) {
    response.status = kStatusBadRange;
    response.set_header("Content-Range", "bytes */" + std::to_string(size));
    response.set_content("", answer.content_type);
    return;
  }
  if (choice.kind == RangeChoice::Kind::kPart) {
    part = choice.part;
    response.status = kStatusPart;
    response.set_header("Content-Range", "bytes " + std::to_string(part.first) + "-" +
                                             std::to_string(part.first + part.length - 1) + "/" +
                                             std::to_string(size));
  }
  response.set_content_provider(
      part.length, answer.content_type,
      [stream, part](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
        if (offset >= part.length) return false;
        char chunk[kChunkBytes];
        const std::uint64_t wanted =
            std::min({std::uint64_t{length}, part.length - offset, std::uint64_t{kChunkBytes}});
        stream->seekg(static_cast<std::streamoff>(part.first + offset));
        stream->read(chunk, static_cast<std::streamsize>(wanted));
        const auto got = static_cast<std::size_t>(stream->gcount());
        return got > 0 && sink.write(chunk, got);
      });
}

void Send(HttpResponse answer, const std::string& range, httplib::Response& response) {
  response.status = answer.status;
  for (const auto& [name, value] : answer.headers) response.set_header(name, value);
  response.set_header("X-Content-Type-Options", "nosniff");
  if (answer.file) {
    SendFile(answer, range, response);
  } else if (answer.body.empty()) {
    response.set_content("", answer.content_type);
  } else {
    // A provider instead of set_content: the library would compress a plain body once more, on the
    // fly.
    auto body = std::make_shared<const std::string>(std::move(answer.body));
    response.set_content_provider(
        body->size(), answer.content_type,
        [body](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
          if (offset >= body->size()) return false;
          return sink.write(body->data() + offset, std::min(length, body->size() - offset));
        });
  }
}

HttpRequest Describe(const httplib::Request& request) {
  HttpRequest result;
  result.method = request.method;
  result.path = request.path;
  for (const auto& [name, value] : request.params) result.query.emplace(name, value);
  result.remote_address = request.remote_addr;
  result.header = [&request](const std::string& name) { return request.get_header_value(name); };
  result.read_body = [] { return Result<Bytes>(Fail(ErrorCode::ERR_DESK_LENGTH)); };
  return result;
}

// The library's own choice is SO_REUSEPORT: two desks on one port would then share its connections
// silently.
void ReuseAddressOnly(socket_t socket) {
  const int yes = 1;
  setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

}  // namespace

struct HttpServer::Impl {
  HttpOptions options;
  HttpHandler handler;
  httplib::Server server;
  std::atomic<int> uploads{0};
  std::atomic<bool> ended{false};
  std::thread thread;

  void Answer(const HttpRequest& request, httplib::Response& response) {
    Send(handler(request), request.header("Range"), response);
  }

  void AnswerUpload(const httplib::Request& request, httplib::Response& response,
                    const httplib::ContentReader& reader) {
    HttpRequest described = Describe(request);
    const Slot slot(uploads, options.max_uploads);
    bool reading = false;
    described.read_body = [&]() -> Result<Bytes> {
      PINGSHEN_CHECK(CheckStatement(request, options));
      if (!slot.taken()) return Fail(ErrorCode::ERR_DESK_BUSY);
      reading = true;
      return ReadBody(request, reader);
    };
    Answer(described, response);
    if (!reading && !request.is_multipart_form_data() && StatedLength(request))
      Drain(reader, options);
  }

  Result<Bytes> ReadBody(const httplib::Request& request, const httplib::ContentReader& reader) {
    const Deadline deadline(options.upload_deadline_seconds);
    Bytes body;
    bool too_large = false;
    bool too_late = false;
    // A compressed transfer arrives here unpacked, so the limit counts what really comes out.
    const bool whole = reader([&](const char* data, std::size_t size) {
      too_large = body.size() + size > options.max_body_bytes;
      too_late = deadline.passed();
      if (too_large || too_late) return false;
      body.insert(body.end(), data, data + size);
      return true;
    });
    if (too_large) {
      return Fail(ErrorCode::ERR_DESK_TOO_LARGE,
                  std::to_string(options.max_body_bytes >> 20) + " MiB");
    }
    const bool plain = !request.has_header("Content-Encoding");
    if (!whole || too_late || (plain && body.size() != StatedLength(request)))
      return Fail(ErrorCode::ERR_DESK_UPLOAD);
    return body;
  }

  void Configure() {
    using Outcome = httplib::Server::HandlerResponse;
    server.new_task_queue = [count = options.threads] { return new httplib::ThreadPool(count); };
    server.set_socket_options(ReuseAddressOnly);
    server.set_tcp_nodelay(true);
    // One request for each connection: an idle one would hold a thread, and what is left of a
    // refused body could be taken for the next request.
    server.set_keep_alive_max_count(1);
    server.set_read_timeout(kSocketTimeoutSeconds);
    server.set_write_timeout(kSocketTimeoutSeconds);
    server.set_expect_100_continue_handler(
        [this](const httplib::Request& request, httplib::Response& response) {
          const Status allowed = CheckStatement(request, options);
          if (allowed) return kStatusContinue;
          ForgetRanges(request);
          Send(ErrorResponse(allowed.error()), "", response);
          return response.status;
        });
    server.set_pre_routing_handler(
        [this](const httplib::Request& request, httplib::Response& response) {
          ForgetRanges(request);
          if (request.method == "POST" && request.path == options.upload_path)
            return Outcome::Unhandled;
          Answer(Describe(request), response);
          return Outcome::Handled;
        });
    // The library takes the path for a regular expression; a literal one cannot recurse over a
    // hostile address.
    server.Post(
        options.upload_path,
        [this](const httplib::Request& request, httplib::Response& response,
               const httplib::ContentReader& reader) { AnswerUpload(request, response, reader); });
    server.set_exception_handler(
        [](const httplib::Request& request, httplib::Response& response, std::exception_ptr) {
          ForgetRanges(request);
          Send(ErrorResponse({ErrorCode::ERR_INTERNAL, "HTTP"}), "", response);
        });
  }
};

HttpServer::HttpServer() : impl_(std::make_unique<Impl>()) {}

Result<std::unique_ptr<HttpServer>> HttpServer::Start(const HttpOptions& options,
                                                      HttpHandler handler) {
  std::unique_ptr<HttpServer> result(new HttpServer);
  Impl& impl = *result->impl_;
  impl.options = options;
  impl.handler = std::move(handler);
  impl.Configure();
  const std::string address = options.host + ":" + std::to_string(options.port);
  if (options.port < 0 || options.port > 65535) return Fail(ErrorCode::ERR_DESK_ADDRESS, address);
  if (options.port == 0) {
    result->port_ = impl.server.bind_to_any_port(options.host);
  } else {
    result->port_ = impl.server.bind_to_port(options.host, options.port) ? options.port : -1;
  }
  if (result->port_ <= 0) return Fail(ErrorCode::ERR_DESK_ADDRESS, address);
  impl.thread = std::thread([&impl] {
    impl.server.listen_after_bind();
    impl.ended = true;
  });
  // stop() has no effect on a server that does not run yet.
  while (!impl.server.is_running() && !impl.ended)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  if (impl.ended) return Fail(ErrorCode::ERR_DESK_ADDRESS, address);
  return result;
}

HttpServer::~HttpServer() {
  if (!impl_->thread.joinable()) return;
  impl_->server.stop();
  impl_->thread.join();
}

}  // namespace pingshen::commission
