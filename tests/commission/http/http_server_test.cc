#include "commission/http/http_server.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

#include "commission/http/http_errors.h"
#include "tests/commission/http/http_client.h"

namespace pingshen::commission {
namespace {

constexpr std::uint64_t kMaxBody = 1000;

// Answers with what it understood of the request.
HttpResponse Echo(const HttpRequest& request) {
  HttpResponse response;
  if (request.path == "/throw") throw std::runtime_error("bug");
  if (request.method == "POST") {
    const auto body = request.read_body();
    if (!body) return ErrorResponse(body.error());
    response.body = std::string(AsText(*body));
    return response;
  }
  response.body = request.method + " " + request.path + " " + request.header("X-Test");
  return response;
}

std::unique_ptr<HttpServer> StartEcho(HttpHandler handler = Echo) {
  auto server = HttpServer::Start({.max_body_bytes = kMaxBody, .max_uploads = 1, .threads = 4},
                                  std::move(handler));
  EXPECT_TRUE(server);
  return *std::move(server);
}

TEST(HttpServer, PassesPathHeadersAndMethodOn) {
  const auto server = StartEcho();
  EXPECT_EQ(Get(server->port(), "/a%20b/%E4%B8%AD?x=1", "X-Test: yes\r\n").body, "GET /a b/中 yes");
  const HttpAnswer head = Get(server->port(), "/a", "", "HEAD");
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.body, "");
  EXPECT_EQ(head.headers.at("content-length"), "8");
  EXPECT_EQ(head.headers.at("x-content-type-options"), "nosniff");
  EXPECT_EQ(Get(server->port(), "/", "", "DELETE").body, "DELETE / ");
}

TEST(HttpServer, ReadsABodyOfTheStatedLength) {
  const auto server = StartEcho();
  const std::string body(kMaxBody, 'x');
  EXPECT_EQ(Post(server->port(), "/api/bundles", body).body, body);
  EXPECT_EQ(Post(server->port(), "/api/bundles", "").status, 200);
}

TEST(HttpServer, RefusesWhatIsTooLargeBeforeReadingIt) {
  const auto server = StartEcho();
  const HttpAnswer answer = Post(server->port(), "/api/bundles", std::string(kMaxBody + 1, 'x'));
  EXPECT_EQ(answer.status, 413);
  EXPECT_NE(answer.body.find("ERR_DESK_TOO_LARGE"), std::string::npos);
  // Nothing but the header is ever sent: the answer must come all the same, by the announced length
  // alone.
  const HttpAnswer announced = Exchange(server->port(),
                                        "POST /api/bundles HTTP/1.1\r\nHost: x\r\nExpect: "
                                        "100-continue\r\nContent-Length: 99999999999\r\n\r\n");
  EXPECT_EQ(announced.status, 413);
}

TEST(HttpServer, RefusesABodyWithoutLengthChunkedOrAsAForm) {
  const auto server = StartEcho();
  const auto send = [&](const std::string& headers, const std::string& body) {
    return Exchange(server->port(),
                    "POST /api/bundles HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n" + body)
        .status;
  };
  EXPECT_EQ(send("Transfer-Encoding: chunked\r\n", "1\r\nx\r\n0\r\n\r\n"), 411);
  EXPECT_EQ(send("Content-Length: -1\r\n", ""), 411);
  EXPECT_EQ(send("Content-Length: 1\r\nContent-Length: 2\r\n", "xx"), 411);
  EXPECT_EQ(send("Content-Length: 3\r\nContent-Type: multipart/form-data; boundary=x\r\n", "xxx"),
            415);
}

TEST(HttpServer, AnExceptionIsAnAnswer) {
  const auto server = StartEcho();
  const HttpAnswer answer = Get(server->port(), "/throw");
  EXPECT_EQ(answer.status, 500);
  EXPECT_NE(answer.body.find("ERR_INTERNAL"), std::string::npos);
  EXPECT_EQ(Get(server->port(), "/after").status, 200);
}

TEST(HttpServer, SurvivesMalformedRequests) {
  const auto server = StartEcho();
  const std::vector<std::string> requests{
      "",
      "\r\n",
      "GET\r\n\r\n",
      "GET / HTTP/9.9\r\n\r\n",
      "\x16\x03\x01\x02",
      std::string(100'000, 'A') + "\r\n\r\n",
      "GET /" + std::string(8000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n",
      "POST /" + std::string(8000, '(') + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n",
      "GET /%00%ff%zz HTTP/1.1\r\nHost: x\r\n\r\n",
      "GET / HTTP/1.1\r\nHost x\r\n: y\r\n\r\n"};
  for (const std::string& request : requests) Exchange(server->port(), request, 1);
  EXPECT_EQ(Get(server->port(), "/still").status, 200);
}

TEST(HttpServer, OneUploadTooManyIsToldToComeAgain) {
  std::atomic<bool> inside{false};
  std::atomic<bool> go_on{false};
  const auto server = StartEcho([&](const HttpRequest& request) {
    const auto body = request.read_body();
    if (!body) return ErrorResponse(body.error());
    inside = true;
    while (!go_on) std::this_thread::yield();
    return HttpResponse{};
  });
  std::thread first([&] { EXPECT_EQ(Post(server->port(), "/api/bundles", "one").status, 200); });
  while (!inside) std::this_thread::yield();
  const HttpAnswer second = Post(server->port(), "/api/bundles", "two");
  EXPECT_EQ(second.status, 503);
  EXPECT_EQ(second.headers.count("retry-after"), 1u);
  go_on = true;
  first.join();
  EXPECT_EQ(Post(server->port(), "/api/bundles", "three").status, 200) << "the place is free again";
}

TEST(HttpServer, AnInterruptedUploadIsNotTakenForAWholeOne) {
  std::atomic<int> whole{0};
  std::atomic<int> broken{0};
  const auto server = StartEcho([&](const HttpRequest& request) {
    const auto body = request.read_body();
    (body ? whole : broken)++;
    return body ? HttpResponse{} : ErrorResponse(body.error());
  });
  // The client says 100 bytes, sends 3 and closes its side by giving up.
  Exchange(server->port(),
           "POST /api/bundles HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc", 1);
  while (whole + broken == 0) std::this_thread::yield();
  EXPECT_EQ(whole, 0);
  EXPECT_EQ(broken, 1);
}

TEST(HttpServer, TwoServersCannotShareAPort) {
  const auto server = StartEcho();
  const auto second = HttpServer::Start({.port = server->port()}, Echo);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::ERR_DESK_ADDRESS);
  EXPECT_FALSE(HttpServer::Start({.host = "no such host"}, Echo));
  EXPECT_FALSE(HttpServer::Start({.port = 70000}, Echo));
}

}  // namespace
}  // namespace pingshen::commission
