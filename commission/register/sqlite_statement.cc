#include "commission/register/sqlite_statement.h"

#include <sqlite3.h>

#include <utility>

namespace pingshen::commission {

std::unexpected<Error> SqliteFailure(sqlite3* database) {
  const int extended = sqlite3_extended_errcode(database);
  const std::string what =
      std::string(sqlite3_errmsg(database)) + " [" + std::to_string(extended) + "]";
  switch (extended & 0xff) {
    case SQLITE_FULL:
      return Fail(ErrorCode::ERR_DESK_STORE_FULL);
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return Fail(ErrorCode::ERR_DESK_STORE_DAMAGED, what);
    default:
      return Fail(ErrorCode::ERR_DESK_STORE, what);
  }
}

Status Execute(sqlite3* database, const char* sql) {
  if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
    return SqliteFailure(database);
  return {};
}

Result<Statement> Statement::Prepare(sqlite3* database, std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement, nullptr) !=
      SQLITE_OK) {
    return SqliteFailure(database);
  }
  return Statement(statement);
}

Statement::Statement(Statement&& other) noexcept
    : statement_(std::exchange(other.statement_, nullptr)),
      next_parameter_(other.next_parameter_),
      bound_(other.bound_) {}

Statement::~Statement() { sqlite3_finalize(statement_); }

Statement& Statement::Bind(std::int64_t value) {
  bound_ = sqlite3_bind_int64(statement_, next_parameter_++, value) == SQLITE_OK && bound_;
  return *this;
}

Statement& Statement::Bind(std::string_view text) {
  // data() of an empty view may be null, which SQLite would take for NULL.
  const char* data = text.empty() ? "" : text.data();
  const int bound = sqlite3_bind_text64(statement_, next_parameter_++, data, text.size(),
                                        SQLITE_TRANSIENT, SQLITE_UTF8);
  bound_ = bound == SQLITE_OK && bound_;
  return *this;
}

Result<bool> Statement::Step() {
  sqlite3* const database = sqlite3_db_handle(statement_);
  if (!bound_) return SqliteFailure(database);
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return SqliteFailure(database);
}

Status Statement::Finish() {
  PINGSHEN_TRY(const bool row, Step());
  (void)row;
  return {};
}

std::int64_t Statement::Integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}

std::string Statement::Text(int column) const {
  const auto* text = sqlite3_column_text(statement_, column);
  if (text == nullptr) return "";
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  return std::string(reinterpret_cast<const char*>(text), size);
}

Result<Transaction> Transaction::BeginWrite(sqlite3* database) {
  PINGSHEN_CHECK(Execute(database, "BEGIN IMMEDIATE"));
  return Transaction(database);
}

Transaction::~Transaction() {
  if (database_ != nullptr) sqlite3_exec(database_, "ROLLBACK", nullptr, nullptr, nullptr);
}

Status Transaction::Commit() {
  PINGSHEN_CHECK(Execute(database_, "COMMIT"));
  database_ = nullptr;
  return {};
}

}  // namespace pingshen::commission
