#include "commission/register/desk_schema.h"

#include <string>

#include "commission/register/sqlite_statement.h"

namespace pingshen::commission {
namespace {

// "PSDK": tells our file from any other SQLite database.
constexpr std::int64_t kApplicationId = 0x5053444b;

constexpr const char* kMigrations[] = {
    // 1
    R"sql(
CREATE TABLE reception (
  intake_number   INTEGER PRIMARY KEY,
  manifest_sha256 TEXT NOT NULL UNIQUE,
  bundle_id       TEXT NOT NULL,
  assessment_id   TEXT NOT NULL,
  kind            TEXT NOT NULL,
  form_id         TEXT NOT NULL,
  form_version    TEXT NOT NULL,
  form_sha256     TEXT NOT NULL,
  form_title_zh   TEXT NOT NULL,
  form_title_en   TEXT NOT NULL,
  institution     TEXT NOT NULL,
  credit_code     TEXT NOT NULL,
  region_code     TEXT NOT NULL,
  period          TEXT NOT NULL,
  assessor        TEXT NOT NULL,
  started_at_ms   INTEGER NOT NULL,
  previous        TEXT NOT NULL,
  created_at_ms   INTEGER NOT NULL,
  received_at_ms  INTEGER NOT NULL,
  trust_serial    INTEGER NOT NULL,
  score           TEXT NOT NULL,
  total           TEXT NOT NULL,
  band            TEXT NOT NULL,
  band_label_zh   TEXT NOT NULL,
  band_label_en   TEXT NOT NULL,
  tone            TEXT NOT NULL,
  result_json     TEXT NOT NULL,
  warnings_json   TEXT NOT NULL,
  receipt         TEXT NOT NULL
) STRICT;
CREATE INDEX reception_assessment ON reception (assessment_id);
CREATE INDEX reception_credit_code ON reception (credit_code);

CREATE TABLE received_file (
  file_sha256    TEXT PRIMARY KEY,
  intake_number  INTEGER NOT NULL REFERENCES reception (intake_number),
  size_bytes     INTEGER NOT NULL,
  received_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX received_file_reception ON received_file (intake_number);

CREATE TABLE received_signature (
  file_sha256  TEXT NOT NULL REFERENCES received_file (file_sha256),
  number       INTEGER NOT NULL,
  key_id       TEXT NOT NULL,
  role         TEXT NOT NULL,
  name         TEXT NOT NULL,
  organisation TEXT NOT NULL,
  signed_at_ms INTEGER NOT NULL,
  PRIMARY KEY (file_sha256, number)
) STRICT;
CREATE INDEX received_signature_key ON received_signature (key_id);

CREATE TRIGGER reception_no_update BEFORE UPDATE ON reception BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER reception_no_delete BEFORE DELETE ON reception BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER received_file_no_update BEFORE UPDATE ON received_file BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER received_file_no_delete BEFORE DELETE ON received_file BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER received_signature_no_update BEFORE UPDATE ON received_signature BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER received_signature_no_delete BEFORE DELETE ON received_signature BEGIN SELECT RAISE(ABORT, 'append-only'); END;
)sql",
};
constexpr std::int64_t kNewest = static_cast<std::int64_t>(std::size(kMigrations));

Result<std::int64_t> Pragma(sqlite3* database, std::string_view name) {
  PINGSHEN_TRY(Statement statement, Statement::Prepare(database, "PRAGMA " + std::string(name)));
  PINGSHEN_TRY(const bool row, statement.Step());
  return row ? statement.Integer(0) : 0;
}

Status CheckIntegrity(sqlite3* database) {
  PINGSHEN_TRY(Statement statement, Statement::Prepare(database, "PRAGMA quick_check(1)"));
  PINGSHEN_TRY(const bool row, statement.Step());
  if (row && statement.Text(0) == "ok") return {};
  return Fail(ErrorCode::ERR_DESK_STORE_DAMAGED, row ? statement.Text(0) : "quick_check");
}

}  // namespace

Status MigrateDesk(sqlite3* database) {
  PINGSHEN_TRY(const std::int64_t application, Pragma(database, "application_id"));
  PINGSHEN_TRY(const std::int64_t version, Pragma(database, "user_version"));
  PINGSHEN_TRY(const std::int64_t objects, Pragma(database, "schema_version"));
  const bool is_new = application == 0 && version == 0 && objects == 0;
  if (!is_new && application != kApplicationId) {
    return Fail(ErrorCode::ERR_DESK_STORE_DAMAGED, "application_id " + std::to_string(application));
  }
  if (version > kNewest) return Fail(ErrorCode::ERR_DESK_STORE_NEWER, std::to_string(version));
  if (!is_new) PINGSHEN_CHECK(CheckIntegrity(database));
  if (version == kNewest) return {};
  PINGSHEN_TRY(Transaction transaction, Transaction::BeginWrite(database));
  for (std::int64_t done = version; done < kNewest; ++done) {
    PINGSHEN_CHECK(Execute(database, kMigrations[done]));
  }
  PINGSHEN_CHECK(
      Execute(database, ("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str()));
  PINGSHEN_CHECK(Execute(database, ("PRAGMA user_version = " + std::to_string(kNewest)).c_str()));
  return transaction.Commit();
}

}  // namespace pingshen::commission
