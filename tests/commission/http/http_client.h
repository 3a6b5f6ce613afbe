// A plain HTTP client over a socket: sends exactly what a test wants to send, well-formed or not.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace pingshen::commission {

struct HttpAnswer {
  int status = 0;                              // 0: no answer came
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;
};

// Sends the bytes to 127.0.0.1 and reads until the server closes; gives up after `timeout_seconds`
// of silence.
HttpAnswer Exchange(int port, std::string_view bytes, int timeout_seconds = 20);

// GET, HEAD … without a body. `headers`: lines that end with \r\n.
HttpAnswer Get(int port, std::string_view path, std::string_view headers = "",
               std::string_view method = "GET");
HttpAnswer Post(int port, std::string_view path, std::string_view body,
                std::string_view headers = "");

}  // namespace pingshen::commission
