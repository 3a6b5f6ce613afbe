#include "tests/commission/http/http_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>

namespace pingshen::commission {
namespace {

std::string Lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char letter) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  });
  return text;
}

HttpAnswer Parse(const std::string& raw) {
  HttpAnswer answer;
  const std::size_t head_end = raw.find("\r\n\r\n");
  if (!raw.starts_with("HTTP/1.1 ") || head_end == std::string::npos) return answer;
  answer.status = std::atoi(raw.c_str() + 9);
  std::size_t line = raw.find("\r\n") + 2;
  while (line < head_end + 2) {
    const std::size_t end = raw.find("\r\n", line);
    const std::size_t colon = raw.find(':', line);
    std::size_t value = colon + 1;
    while (value < end && raw[value] == ' ') ++value;
    answer.headers[Lower(raw.substr(line, colon - line))] = raw.substr(value, end - value);
    line = end + 2;
  }
  answer.body = raw.substr(head_end + 4);
  return answer;
}

}  // namespace

HttpAnswer Exchange(int port, std::string_view bytes, int timeout_seconds) {
  const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const timeval timeout{.tv_sec = timeout_seconds, .tv_usec = 0};
  setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout);
  setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &timeout, sizeof timeout);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  std::string raw;
  if (connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
    while (!bytes.empty()) {
      const ssize_t sent = send(descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) break;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    char chunk[16384];
    for (ssize_t got = 0; (got = recv(descriptor, chunk, sizeof chunk, 0)) > 0;) {
      raw.append(chunk, static_cast<std::size_t>(got));
    }
  }
  close(descriptor);
  return Parse(raw);
}

HttpAnswer Get(int port, std::string_view path, std::string_view headers, std::string_view method) {
  std::string request(method);
  request.append(" ").append(path).append(" HTTP/1.1\r\n");
  if (headers.find("Host:") == std::string_view::npos)
    request += "Host: 127.0.0.1:" + std::to_string(port) + "\r\n";
  return Exchange(port, request.append(headers).append("\r\n"));
}

HttpAnswer Post(int port, std::string_view path, std::string_view body, std::string_view headers) {
  std::string request =
      "POST " + std::string(path) + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ";
  request += std::to_string(body.size()) + "\r\n";
  return Exchange(port, request.append(headers).append("\r\n").append(body));
}

}  // namespace pingshen::commission
