// What we ask of the world: a fixed number of numbered byte files, opened once, synchronous ever
// after.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/base/bytes.h"
#include "core/base/error.h"

namespace pingshen::ports {

// Contract: a Write or Truncate is seen by every later Read at once; it survives a power cut only
// after Flush of the same slot has returned success. Before that, any part of it may or may not
// survive. Failures: ERR_DEVICE_IO, ERR_DEVICE_FULL (the write may be partly done). One thread.
class SlotDevice {
 public:
  virtual ~SlotDevice() = default;
  // Constant while the device lives.
  virtual std::uint32_t SlotCount() const = 0;
  // REQUIRES for all: slot < SlotCount().
  // Bytes read, less than out.size() only at the end of the file.
  virtual Result<std::size_t> Read(std::uint32_t slot, std::uint64_t offset,
                                   std::span<std::uint8_t> out) = 0;
  // All or an error; extends the file, a gap reads as zeros.
  virtual Status Write(std::uint32_t slot, std::uint64_t offset, ByteView bytes) = 0;
  virtual Status Truncate(std::uint32_t slot, std::uint64_t size_bytes) = 0;
  virtual Status Flush(std::uint32_t slot) = 0;
  virtual Result<std::uint64_t> Size(std::uint32_t slot) = 0;
};

}  // namespace pingshen::ports
