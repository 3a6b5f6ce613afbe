#include "core/store/vfs_services.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstring>

namespace pingshen::store {
namespace {

// 1970-01-01T00:00:00Z in milliseconds of the Julian day number.
constexpr sqlite3_int64 kUnixEpochJulianMs = 210'866'760'000'000;
constexpr double kMsPerDay = 86'400'000.0;
constexpr int kGetentropyMaxBytes = 256;

}  // namespace

int VfsRandomness(sqlite3_vfs*, int size_bytes, char* out) {
  for (int done = 0; done < size_bytes; done += kGetentropyMaxBytes) {
    const int part = std::min(size_bytes - done, kGetentropyMaxBytes);
    if (getentropy(out + done, static_cast<std::size_t>(part)) != 0) {
      // Without entropy the time has to do: SQLite needs differing values, not secret ones.
      const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
      const int length = std::min(part, static_cast<int>(sizeof now));
      std::memcpy(out + done, &now, static_cast<std::size_t>(length));
      return done + length;
    }
  }
  return size_bytes;
}

int VfsSleep(sqlite3_vfs*, int microseconds) { return microseconds; }

int VfsCurrentTimeInt64(sqlite3_vfs*, sqlite3_int64* julian_ms) {
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  *julian_ms = kUnixEpochJulianMs +
               std::chrono::duration_cast<std::chrono::milliseconds>(since_epoch).count();
  return SQLITE_OK;
}

int VfsCurrentTime(sqlite3_vfs* vfs, double* julian_days) {
  sqlite3_int64 julian_ms = 0;
  const int code = VfsCurrentTimeInt64(vfs, &julian_ms);
  *julian_days = static_cast<double>(julian_ms) / kMsPerDay;
  return code;
}

int VfsGetLastError(sqlite3_vfs*, int, char*) { return 0; }

int VfsFullPathname(sqlite3_vfs*, const char* name, int size_bytes, char* out) {
  const std::size_t length = std::strlen(name);
  if (length >= static_cast<std::size_t>(size_bytes)) return SQLITE_CANTOPEN;
  std::memcpy(out, name, length + 1);
  return SQLITE_OK;
}

}  // namespace pingshen::store
