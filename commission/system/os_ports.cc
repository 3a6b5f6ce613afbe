#include "commission/system/os_ports.h"

#include <sys/random.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <ctime>

namespace pingshen::commission {

std::int64_t OsClock::NowUtcMs() {
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(since_epoch).count();
}

double OsClock::MonotonicMs() {
  const auto since_start = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double, std::milli>(since_start).count();
}

int OsClock::UtcOffsetMinutes(std::int64_t utc_ms) {
  const std::time_t seconds = static_cast<std::time_t>(utc_ms / 1000);
  std::tm local{};
  if (localtime_r(&seconds, &local) == nullptr) return 0;
  return static_cast<int>(local.tm_gmtoff / 60);
}

Status OsRandom::Fill(std::span<std::uint8_t> out) {
  std::size_t filled = 0;
  while (filled < out.size()) {
    const ssize_t got = getrandom(out.data() + filled, out.size() - filled, 0);
    if (got < 0) {
      if (errno == EINTR) continue;
      return Fail(ErrorCode::ERR_RANDOM, std::strerror(errno));
    }
    filled += static_cast<std::size_t>(got);
  }
  return {};
}

}  // namespace pingshen::commission
