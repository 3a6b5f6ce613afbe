// A SQLite VFS whose files live in the slots of a SlotDevice.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/base/error.h"
#include "core/ports/slot_device.h"

namespace pingshen::store {

// Registers itself with SQLite while it lives. The device must remain live while the VFS is.
// Slot layout: a header of 4096 bytes (name, flags, digest; see slot_header.h), then the file's
// bytes. Which file is in which slot: slot_pool.h. There is no shared memory: connections set
// locking_mode=EXCLUSIVE before they read, and a database can be opened once at a time
// (SQLITE_BUSY). One thread.
class SlotVfs {
 public:
  // ERR_DEVICE_IO; ERR_STORE_SLOTS when the device has fewer than 4 slots. REQUIRES: no live VFS
  // has that name.
  static Result<std::unique_ptr<SlotVfs>> Register(ports::SlotDevice& device, std::string name);
  // The live one of that name; nullptr when there is none, or when the name is of another kind of
  // VFS.
  static SlotVfs* Find(std::string_view name);
  // REQUIRES: every file is closed.
  virtual ~SlotVfs() = default;
  virtual const std::string& name() const = 0;
  // The first device failure since the last call, more precise than SQLite's SQLITE_IOERR
  // (ERR_DEVICE_FULL, …).
  virtual Status TakeFailure() = 0;
};

}  // namespace pingshen::store
