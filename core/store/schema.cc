#include "core/store/schema.h"

#include <array>
#include <string>

namespace pingshen::store {
namespace {

// Facts (assessment, answer_log, export_log) are only ever added: triggers refuse everything else.
// A digest column checks its row (rows.h). progress is a summary for lists and can be recomputed.
// answer_log and assessment have no rowid, so that a row's stored columns stand in the order given
// here; record_scan.cc relies on it.
constexpr const char* kVersion1 = R"sql(
CREATE TABLE form(
  sha256 TEXT NOT NULL PRIMARY KEY,
  form_id TEXT NOT NULL,
  version TEXT NOT NULL,
  bytes BLOB NOT NULL,
  digest INTEGER NOT NULL
) STRICT;

CREATE TABLE assessment(
  id TEXT NOT NULL PRIMARY KEY,
  kind INTEGER NOT NULL,
  form_id TEXT NOT NULL,
  form_version TEXT NOT NULL,
  form_sha256 TEXT NOT NULL,
  institution_name TEXT NOT NULL,
  institution_credit_code TEXT NOT NULL,
  institution_region_code TEXT NOT NULL,
  period TEXT NOT NULL,
  assessor TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  previous TEXT NOT NULL,
  digest INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE progress(
  assessment_id TEXT NOT NULL PRIMARY KEY REFERENCES assessment(id),
  last_sequence INTEGER NOT NULL,
  answered INTEGER NOT NULL,
  total INTEGER NOT NULL,
  score TEXT NOT NULL,
  changed_at_ms INTEGER NOT NULL,
  change_number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE answer_log(
  assessment_id TEXT NOT NULL REFERENCES assessment(id),
  sequence INTEGER NOT NULL,
  path TEXT NOT NULL,
  kind INTEGER NOT NULL,
  value TEXT NOT NULL,
  author TEXT NOT NULL,
  recorded_at_ms INTEGER NOT NULL,
  digest INTEGER NOT NULL,
  PRIMARY KEY(assessment_id, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE signing_key(
  key_id TEXT NOT NULL PRIMARY KEY,
  holder TEXT NOT NULL,
  organisation TEXT NOT NULL,
  public_key BLOB NOT NULL,
  sealed_private_key BLOB NOT NULL,
  created_at_ms INTEGER NOT NULL,
  digest INTEGER NOT NULL
) STRICT;

CREATE TABLE export_log(
  number INTEGER PRIMARY KEY,
  assessment_id TEXT NOT NULL REFERENCES assessment(id),
  manifest_sha256 TEXT NOT NULL,
  file_name TEXT NOT NULL,
  last_sequence INTEGER NOT NULL,
  exported_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX export_log_assessment ON export_log(assessment_id);

CREATE TABLE setting(
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER answer_log_continues BEFORE INSERT ON answer_log
WHEN NEW.sequence IS NOT 1 + coalesce(
    (SELECT max(sequence) FROM answer_log WHERE assessment_id = NEW.assessment_id), 0)
BEGIN SELECT RAISE(ABORT, 'answer_log: sequence'); END;
CREATE TRIGGER answer_log_keeps BEFORE UPDATE ON answer_log
BEGIN SELECT RAISE(ABORT, 'answer_log: append only'); END;
CREATE TRIGGER answer_log_forgets_nothing BEFORE DELETE ON answer_log
BEGIN SELECT RAISE(ABORT, 'answer_log: append only'); END;

CREATE TRIGGER assessment_once BEFORE INSERT ON assessment
WHEN EXISTS (SELECT 1 FROM assessment WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'assessment: exists'); END;
CREATE TRIGGER assessment_keeps BEFORE UPDATE ON assessment
BEGIN SELECT RAISE(ABORT, 'assessment: append only'); END;
CREATE TRIGGER assessment_forgets_nothing BEFORE DELETE ON assessment
BEGIN SELECT RAISE(ABORT, 'assessment: append only'); END;

CREATE TRIGGER export_log_once BEFORE INSERT ON export_log
WHEN EXISTS (SELECT 1 FROM export_log WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'export_log: exists'); END;
CREATE TRIGGER export_log_keeps BEFORE UPDATE ON export_log
BEGIN SELECT RAISE(ABORT, 'export_log: append only'); END;
CREATE TRIGGER export_log_forgets_nothing BEFORE DELETE ON export_log
BEGIN SELECT RAISE(ABORT, 'export_log: append only'); END;
)sql";

// Attachments of an assessment. Their bytes are in another file (attachment_file.h); a row here says
// that they are durable there.
constexpr const char* kVersion2 = R"sql(
CREATE TABLE attachment(
  assessment_id TEXT NOT NULL REFERENCES assessment(id),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  original_name TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  created_at_ms INTEGER NOT NULL,
  digest INTEGER NOT NULL,
  PRIMARY KEY(assessment_id, name)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER attachment_once BEFORE INSERT ON attachment
WHEN EXISTS (SELECT 1 FROM attachment
             WHERE assessment_id = NEW.assessment_id AND name = NEW.name)
BEGIN SELECT RAISE(ABORT, 'attachment: exists'); END;
CREATE TRIGGER attachment_keeps BEFORE UPDATE ON attachment
BEGIN SELECT RAISE(ABORT, 'attachment: append only'); END;
CREATE TRIGGER attachment_forgets_nothing BEFORE DELETE ON attachment
BEGIN SELECT RAISE(ABORT, 'attachment: append only'); END;
)sql";

constexpr std::array<const char*, 2> kMigrations = {kVersion1, kVersion2};

Status ApplyOne(Connection& connection, const char* sql, std::size_t version,
                std::int64_t application) {
  const std::string transaction = "BEGIN IMMEDIATE;" + std::string(sql) +
                                  ";PRAGMA application_id = " + std::to_string(application) +
                                  ";PRAGMA user_version = " + std::to_string(version) + ";COMMIT";
  Status status = connection.Execute(transaction.c_str());
  if (!status && connection.InTransaction()) static_cast<void>(connection.Execute("ROLLBACK"));
  return status;
}

constexpr const char* kSchemaText =
    "SELECT group_concat(type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, ''), "
    "char(10) "
    "ORDER BY type, name) FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'";

}  // namespace

Migrations AllMigrations() { return kMigrations; }

Result<DatabaseAge> Recognise(Connection& connection, Migrations migrations,
                              std::int64_t expected) {
  PINGSHEN_TRY(const std::int64_t application, connection.ReadInteger("PRAGMA application_id"));
  PINGSHEN_TRY(const std::int64_t version, connection.ReadInteger("PRAGMA user_version"));
  if (application == 0 && version == 0) {
    // New, or cut off between its creation and the first migration.
    PINGSHEN_TRY(const std::int64_t objects,
                 connection.ReadInteger("SELECT count(*) FROM sqlite_schema"));
    if (objects == 0) return DatabaseAge::kEmpty;
  }
  if (application != expected)
    return Fail(ErrorCode::ERR_STORE_NOT_A_DATABASE,
                "application_id " + std::to_string(application));
  if (version < 1) return Fail(ErrorCode::ERR_STORE_DAMAGED, "user_version");
  if (version > static_cast<std::int64_t>(migrations.size()))
    return Fail(ErrorCode::ERR_STORE_NEWER,
                std::to_string(version) + " > " + std::to_string(migrations.size()));
  return DatabaseAge::kOurs;
}

Status Migrate(Connection& connection, Migrations migrations, std::int64_t application) {
  PINGSHEN_TRY(const std::int64_t version, connection.ReadInteger("PRAGMA user_version"));
  for (auto next = static_cast<std::size_t>(version); next < migrations.size(); ++next)
    PINGSHEN_CHECK(ApplyOne(connection, migrations[next], next + 1, application));
  return {};
}

Status CheckSchema(Connection& connection, Migrations migrations) {
  PINGSHEN_TRY(const auto model, Connection::Open({.path = ":memory:", .vfs_name = {}}));
  PINGSHEN_CHECK(Migrate(*model, migrations));
  PINGSHEN_TRY(const std::string expected, model->ReadText(kSchemaText));
  PINGSHEN_TRY(const std::string found, connection.ReadText(kSchemaText));
  if (found != expected) return Fail(ErrorCode::ERR_STORE_DAMAGED, "sqlite_schema");
  return {};
}

}  // namespace pingshen::store
