#include "core/store/transactions.h"

#include <string>

namespace pingshen::store {
namespace {

// The WAL is copied into the database when it has grown by so much.
constexpr std::int64_t kCheckpointBytes = 2 << 20;

}  // namespace

bool IsOfTheDevice(ErrorCode code) {
  return code == ErrorCode::ERR_STORE_FLUSH || code == ErrorCode::ERR_DEVICE_IO;
}

bool LeavesStateKnown(ErrorCode code) {
  switch (code) {
    case ErrorCode::ERR_DEVICE_FULL:
    case ErrorCode::ERR_STORE_MISSING:
    case ErrorCode::ERR_STORE_EXISTS:
    case ErrorCode::ERR_STORE_SEQUENCE:
    case ErrorCode::ERR_STORE_ATTACHMENT_MISSING:
    case ErrorCode::ERR_VALUE:
      return true;
    default:
      return false;
  }
}

Result<std::unique_ptr<Transactions>> Transactions::Make(Connection& connection) {
  std::unique_ptr<Transactions> made(new Transactions(connection));
  PINGSHEN_TRY(made->begin_, connection.Prepare("BEGIN IMMEDIATE"));
  PINGSHEN_TRY(made->commit_, connection.Prepare("COMMIT"));
  PINGSHEN_TRY(made->rollback_, connection.Prepare("ROLLBACK"));
  PINGSHEN_TRY(const std::int64_t page_bytes, connection.ReadInteger("PRAGMA page_size"));
  made->checkpoint_pages_ = static_cast<int>(kCheckpointBytes / page_bytes);
  made->checkpoint_at_pages_ = made->checkpoint_pages_;
  // Replaces SQLite's own checkpointing.
  sqlite3_wal_hook(connection.handle(), OnCommit, made.get());
  connection.AllowCheckpointOnClose(true);
  return made;
}

int Transactions::OnCommit(void* self, sqlite3*, const char*, int wal_pages) {
  static_cast<Transactions*>(self)->wal_pages_ = wal_pages;
  return SQLITE_OK;
}

void Transactions::Stop(const Error& reason) {
  stop_reason_ = reason;
  connection_.AllowCheckpointOnClose(false);
}

Status Transactions::Transact(const std::function<Status()>& body) {
  PINGSHEN_CHECK(Query(begin_).Run());
  Status status = body();
  if (status) status = Query(commit_).Run();
  return status;
}

Status Transactions::Write(const std::function<Status()>& body) {
  if (stopped())
    return Fail(ErrorCode::ERR_STORE_STOPPED,
                std::string(CodeName(stop_reason_->code)) + " " + stop_reason_->context);
  connection_.ForgetFailure();
  Status status = Transact(body);
  if (status) {
    CheckpointWhenDue();
    return status;
  }
  // SQLite has rolled back by itself after some failures.
  const Status undone = connection_.InTransaction() ? Query(rollback_).Run() : Status{};
  if (!undone) {
    Stop(undone.error());
  } else if (!LeavesStateKnown(status.error().code)) {
    Stop(status.error());
  } else if (status.error().code == ErrorCode::ERR_DEVICE_FULL) {
    // Gives the WAL's space back, and with it the frames of the failed transaction: a full device
    // may have taken its commit frame and refused only the padding behind it.
    const Status emptied = connection_.Checkpoint(SQLITE_CHECKPOINT_TRUNCATE);
    if (!emptied && !LeavesStateKnown(emptied.error().code)) Stop(emptied.error());
  }
  return status;
}

// What was written is durable in the WAL already: a failure here never fails the write before it.
void Transactions::CheckpointWhenDue() {
  if (wal_pages_ < checkpoint_at_pages_) return;
  const Status status = connection_.Checkpoint(SQLITE_CHECKPOINT_PASSIVE);
  if (status) {
    checkpoint_at_pages_ = checkpoint_pages_;
  } else if (LeavesStateKnown(status.error().code)) {
    checkpoint_at_pages_ = wal_pages_ + checkpoint_pages_;
  } else {
    Stop(status.error());
  }
}

}  // namespace pingshen::store
