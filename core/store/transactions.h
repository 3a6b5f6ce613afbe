// Durable transactions on one connection, and the end of all writing after a failure that leaves
// the state on the device unknown.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "core/base/error.h"
#include "core/store/connection.h"

namespace pingshen::store {

// Whether a failed transaction says nothing about the device: what was refused, and the full
// device.
bool LeavesStateKnown(ErrorCode code);
// Whether the device itself failed, not what was written on it.
bool IsOfTheDevice(ErrorCode code);

class Transactions {
 public:
  // Takes over the connection's checkpoints. `connection` must remain live while this is.
  static Result<std::unique_ptr<Transactions>> Make(Connection& connection);

  // Runs `body` as one transaction, durable on success. On failure it was rolled back; unless
  // LeavesStateKnown, every later call is ERR_STORE_STOPPED.
  Status Write(const std::function<Status()>& body);
  void Stop(const Error& reason);
  bool stopped() const { return stop_reason_.has_value(); }
  const std::optional<Error>& stop_reason() const { return stop_reason_; }

 private:
  explicit Transactions(Connection& connection) : connection_(connection) {}
  Status Transact(const std::function<Status()>& body);
  void CheckpointWhenDue();
  static int OnCommit(void* self, sqlite3*, const char*, int wal_pages);

  Connection& connection_;
  Statement begin_, commit_, rollback_;
  std::optional<Error> stop_reason_;  // nullopt: writing
  int checkpoint_pages_ = 0;
  int checkpoint_at_pages_ = 0;
  int wal_pages_ = 0;
};

}  // namespace pingshen::store
