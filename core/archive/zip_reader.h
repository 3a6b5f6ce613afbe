// General ZIP files (deflated or stored, as in .xlsx), read from memory within strict limits.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/error.h"

namespace pingshen::archive {

struct ZipLimits {
  std::size_t max_entries = 4096;
  std::uint64_t max_inflated_bytes = 256ull << 20;  // of all entries together
  // An entry that inflates to more than kRatioFloorBytes may not be more than this many times its
  // compressed size.
  std::uint64_t max_ratio = 500;
};
inline constexpr std::uint64_t kRatioFloorBytes = 1u << 20;

struct ZipEntry {
  std::string name;  // as the directory has it; folders end in "/"
  std::uint64_t compressed_bytes = 0;
  std::uint64_t inflated_bytes = 0;
};

class ZipReader {
 public:
  // Reads the directory and judges it before anything is inflated. ERR_ZIP_FORMAT: not a ZIP, or
  // cut off; ERR_ZIP_LIMIT: beyond a limit; ERR_ZIP_METHOD: an entry is encrypted or neither stored
  // nor deflated; ERR_ZIP_DUPLICATE: two entries of one name. `file` must remain live while the
  // reader is used.
  static Result<ZipReader> Open(ByteView file, const ZipLimits& limits = {});
  ZipReader(ZipReader&&) noexcept;
  ZipReader& operator=(ZipReader&&) noexcept;
  ~ZipReader();

  const std::vector<ZipEntry>& entries() const;
  // Position in entries() of the name, letters A-Z and a-z being the same; npos when absent.
  std::size_t Find(std::string_view name) const;
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);
  // The bytes of an entry, exactly as many as the directory says and with the right checksum.
  // ERR_ZIP_DAMAGED with the entry's name. REQUIRES: index < entries().size().
  Result<Bytes> Read(std::size_t index) const;

 private:
  struct State;
  explicit ZipReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace pingshen::archive
