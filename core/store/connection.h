// One SQLite connection, its prepared statements, and the one place where SQLite's result codes
// become ours.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/store/store.h"

namespace pingshen::store {

class Connection;

class Statement {
 public:
  Statement() = default;

 private:
  friend class Connection;
  friend class Query;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  Connection* connection_ = nullptr;
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

// One use of a statement: binds its parameters in order, and leaves it reset and without
// parameters.
class Query {
 public:
  template <typename... Parameters>
  explicit Query(Statement& statement, const Parameters&... parameters)
      : connection_(*statement.connection_), handle_(statement.handle_.get()) {
    (Bind(parameters), ...);
  }
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  // true: a row is there; its columns are read until the next call.
  Result<bool> Next();
  // Without rows.
  Status Run();

  std::int64_t Integer(int column) const { return sqlite3_column_int64(handle_, column); }
  std::string Text(int column) const;
  Bytes Blob(int column) const;
  ByteView BlobView(int column) const;  // until the next call of Next
  bool IsNull(int column) const { return sqlite3_column_type(handle_, column) == SQLITE_NULL; }

 private:
  void Bind(std::int64_t number);
  void Bind(std::uint64_t number) { Bind(static_cast<std::int64_t>(number)); }
  void Bind(std::uint32_t number) { Bind(static_cast<std::int64_t>(number)); }
  void Bind(std::string_view text);
  void Bind(const std::string& text) { Bind(std::string_view(text)); }
  void Bind(ByteView bytes);
  void Bind(const Bytes& bytes) { Bind(ByteView(bytes)); }

  Connection& connection_;
  sqlite3_stmt* handle_;
  int bound_ = 0;
  int bind_code_ = SQLITE_OK;
};

class Connection {
 public:
  // Opens or creates the file and sets everything about the connection that has no effect on the
  // file. ERR_STORE_OPEN, ERR_STORE_BUSY, ERR_DEVICE_…. Until AllowCheckpointOnClose, closing
  // leaves the files as they are.
  static Result<std::unique_ptr<Connection>> Open(const Store::Options& options);
  ~Connection();

  Status Execute(const char* sql);
  // The statement must not outlive the connection. ERR_STORE_DAMAGED when the schema has not what
  // the statement names.
  Result<Statement> Prepare(const char* sql);
  // For one row of one column: PRAGMA and the like.
  Result<std::int64_t> ReadInteger(const char* sql);
  Result<std::string> ReadText(const char* sql);

  // The error for a result code other than SQLITE_OK; takes the device's own word for it where
  // there is one.
  Error Translate(int code);
  // Drops what the device said about a failure that does not matter.
  void ForgetFailure();
  // ERR_STORE_OPEN where that is not possible (":memory:" stays as it is).
  Status EnterWalMode();
  // Reads the whole file. ERR_STORE_DAMAGED with the first fault found.
  Status QuickCheck();
  // Copies the WAL's pages into the database (SQLITE_CHECKPOINT_…).
  Status Checkpoint(int mode);
  void AllowCheckpointOnClose(bool allow);
  bool InTransaction() const { return sqlite3_get_autocommit(handle_) == 0; }
  sqlite3* handle() const { return handle_; }

 private:
  explicit Connection(Store::Options options) : options_(std::move(options)) {}

  Store::Options options_;
  sqlite3* handle_ = nullptr;
};

}  // namespace pingshen::store
