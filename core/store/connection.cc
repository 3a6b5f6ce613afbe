#include "core/store/connection.h"

#include <utility>

#include "core/store/slot_vfs.h"

namespace pingshen::store {
namespace {

// The write-ahead log is cut back to this when it starts anew after a checkpoint.
constexpr const char* kJournalSizeLimit = "PRAGMA journal_size_limit = 4194304";

}  // namespace

Query::~Query() {
  sqlite3_reset(handle_);
  sqlite3_clear_bindings(handle_);
}

Result<bool> Query::Next() {
  const int code = bind_code_ != SQLITE_OK ? bind_code_ : sqlite3_step(handle_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return std::unexpected(connection_.Translate(code));
}

Status Query::Run() {
  PINGSHEN_TRY([[maybe_unused]] const bool row, Next());
  return {};
}

std::string Query::Text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
  if (text == nullptr) return {};
  return std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column)));
}

Bytes Query::Blob(int column) const {
  const ByteView blob = BlobView(column);
  return Bytes(blob.begin(), blob.end());
}

ByteView Query::BlobView(int column) const {
  const auto* blob = static_cast<const std::uint8_t*>(sqlite3_column_blob(handle_, column));
  if (blob == nullptr) return {};
  return {blob, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

void Query::Bind(std::int64_t number) {
  const int code = sqlite3_bind_int64(handle_, ++bound_, number);
  if (code != SQLITE_OK) bind_code_ = code;
}

void Query::Bind(std::string_view text) {
  const char* const start = text.data() == nullptr ? "" : text.data();  // nullptr would bind NULL
  const int code =
      sqlite3_bind_text64(handle_, ++bound_, start, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  if (code != SQLITE_OK) bind_code_ = code;
}

void Query::Bind(ByteView bytes) {
  const void* const start = bytes.empty() ? static_cast<const void*>("") : bytes.data();
  const int code = sqlite3_bind_blob64(handle_, ++bound_, start, bytes.size(), SQLITE_TRANSIENT);
  if (code != SQLITE_OK) bind_code_ = code;
}

Result<std::unique_ptr<Connection>> Connection::Open(const Store::Options& options) {
  std::unique_ptr<Connection> connection(new Connection(options));
  connection->ForgetFailure();
  const char* const vfs = options.vfs_name.empty() ? nullptr : options.vfs_name.c_str();
  const int code = sqlite3_open_v2(
      options.path.c_str(), &connection->handle_,
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
      vfs);
  if (code == SQLITE_ERROR)  // no such VFS
    return Fail(ErrorCode::ERR_STORE_OPEN,
                options.path + ": " + sqlite3_errmsg(connection->handle_));
  if (code != SQLITE_OK) return std::unexpected(connection->Translate(code));
  connection->AllowCheckpointOnClose(false);
  sqlite3_db_config(connection->handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(connection->handle_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  // EXCLUSIVE comes first: without shared memory it is what makes a database in WAL mode readable.
  PINGSHEN_CHECK(
      connection->Execute("PRAGMA locking_mode = EXCLUSIVE;"
                          "PRAGMA synchronous = FULL;"
                          "PRAGMA foreign_keys = ON;"
                          "PRAGMA cell_size_check = ON;"
                          "PRAGMA temp_store = MEMORY;"
                          "PRAGMA mmap_size = 0"));
  return connection;
}

Connection::~Connection() { sqlite3_close(handle_); }

Status Connection::Execute(const char* sql) {
  const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return std::unexpected(Translate(code));
  return {};
}

Result<Statement> Connection::Prepare(const char* sql) {
  Statement statement;
  sqlite3_stmt* handle = nullptr;
  const int code =
      sqlite3_prepare_v3(handle_, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
  if (code == SQLITE_ERROR) return Fail(ErrorCode::ERR_STORE_DAMAGED, sqlite3_errmsg(handle_));
  if (code != SQLITE_OK) return std::unexpected(Translate(code));
  statement.connection_ = this;
  statement.handle_.reset(handle);
  return statement;
}

Result<std::int64_t> Connection::ReadInteger(const char* sql) {
  PINGSHEN_TRY(Statement statement, Prepare(sql));
  Query query(statement);
  PINGSHEN_TRY(const bool row, query.Next());
  return row ? query.Integer(0) : 0;
}

Result<std::string> Connection::ReadText(const char* sql) {
  PINGSHEN_TRY(Statement statement, Prepare(sql));
  Query query(statement);
  PINGSHEN_TRY(const bool row, query.Next());
  return row ? query.Text(0) : std::string();
}

Status Connection::EnterWalMode() {
  const auto mode = ReadText("PRAGMA journal_mode = WAL");
  if (!mode) return std::unexpected(mode.error());
  if (*mode != "wal" && options_.path != ":memory:")
    return Fail(ErrorCode::ERR_STORE_OPEN, options_.path + ": journal_mode " + *mode);
  return Execute(kJournalSizeLimit);
}

Status Connection::QuickCheck() {
  const auto verdict = ReadText("PRAGMA quick_check(1)");
  if (!verdict) return std::unexpected(verdict.error());
  if (*verdict != "ok") return Fail(ErrorCode::ERR_STORE_DAMAGED, *verdict);
  return {};
}

Error Connection::Translate(int code) {
  std::string what = handle_ != nullptr ? sqlite3_errmsg(handle_) : sqlite3_errstr(code);
  what += " (SQLite " + std::to_string(code) + ")";
  SlotVfs* const slots = options_.vfs_name.empty() ? nullptr : SlotVfs::Find(options_.vfs_name);
  const Status device = slots != nullptr ? slots->TakeFailure() : Status{};
  switch (code) {
    case SQLITE_IOERR_FSYNC:
    case SQLITE_IOERR_DIR_FSYNC:
      return {ErrorCode::ERR_STORE_FLUSH, device ? what : device.error().context};
    case SQLITE_IOERR_SHORT_READ:
    case SQLITE_IOERR_CORRUPTFS:
    case SQLITE_IOERR_DATA:
      return {ErrorCode::ERR_STORE_DAMAGED, what};
    default:
      break;
  }
  constexpr int kPrimaryCodeMask = 0xff;
  switch (code & kPrimaryCodeMask) {
    case SQLITE_FULL:
      return {ErrorCode::ERR_DEVICE_FULL, device ? what : device.error().context};
    case SQLITE_IOERR:
      return device ? Error{ErrorCode::ERR_DEVICE_IO, what} : device.error();
    case SQLITE_CORRUPT:
      return {ErrorCode::ERR_STORE_DAMAGED, what};
    case SQLITE_NOTADB:
      return {ErrorCode::ERR_STORE_NOT_A_DATABASE, options_.path};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::ERR_STORE_BUSY, options_.path};
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return device ? Error{ErrorCode::ERR_STORE_OPEN, options_.path + ": " + what}
                    : device.error();
    default:
      return {ErrorCode::ERR_INTERNAL, what};
  }
}

void Connection::ForgetFailure() {
  SlotVfs* const slots = options_.vfs_name.empty() ? nullptr : SlotVfs::Find(options_.vfs_name);
  if (slots != nullptr) static_cast<void>(slots->TakeFailure());
}

Status Connection::Checkpoint(int mode) {
  const int code = sqlite3_wal_checkpoint_v2(handle_, "main", mode, nullptr, nullptr);
  if (code != SQLITE_OK) return std::unexpected(Translate(code));
  return {};
}

void Connection::AllowCheckpointOnClose(bool allow) {
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, allow ? 0 : 1, nullptr);
}

}  // namespace pingshen::store
