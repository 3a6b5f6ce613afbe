// A thin, typed view of SQLite for the desk's store: errors as values, statements that finish
// themselves.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/error.h"

struct sqlite3;
struct sqlite3_stmt;

namespace pingshen::commission {

// The last failure of the connection as ERR_DESK_STORE, ERR_DESK_STORE_FULL or
// ERR_DESK_STORE_DAMAGED.
std::unexpected<Error> SqliteFailure(sqlite3* database);

// Runs statements that give no rows.
Status Execute(sqlite3* database, const char* sql);

// Use: Prepare, Bind in the order of the question marks, then Step until it gives false. Column
// numbers count from 0.
class Statement {
 public:
  static Result<Statement> Prepare(sqlite3* database, std::string_view sql);
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&&) = delete;
  ~Statement();

  Statement& Bind(std::int64_t value);
  Statement& Bind(std::string_view text);
  // True: a row is there. False: no more rows.
  Result<bool> Step();
  // For statements without rows.
  Status Finish();

  std::int64_t Integer(int column) const;
  std::string Text(int column) const;

 private:
  explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}
  sqlite3_stmt* statement_;
  int next_parameter_ = 1;
  bool bound_ = true;  // every Bind succeeded
};

// Rolled back when destroyed before Commit succeeded.
class Transaction {
 public:
  static Result<Transaction> BeginWrite(sqlite3* database);
  Transaction(Transaction&& other) noexcept : database_(other.database_) {
    other.database_ = nullptr;
  }
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();
  Status Commit();

 private:
  explicit Transaction(sqlite3* database) : database_(database) {}
  sqlite3* database_;
};

}  // namespace pingshen::commission
