#include "commission/register/desk_store.h"

#include <sqlite3.h>

#include "commission/register/desk_schema.h"
#include "commission/register/sqlite_statement.h"
#include "commission/system/os_files.h"

namespace pingshen::commission {
namespace {

constexpr int kBusyTimeoutMs = 10'000;   // somebody looks into the register with the sqlite3 shell
constexpr std::size_t kShardDigits = 2;  // 256 folders: a province's files stay listable

// The columns of ReadReception, in its order.
#define RECEPTION_COLUMNS                                                                   \
  "intake_number, manifest_sha256, bundle_id, assessment_id, kind, form_id, form_version, " \
  "form_sha256, "                                                                           \
  "form_title_zh, form_title_en, institution, credit_code, region_code, period, assessor, " \
  "started_at_ms, previous, "                                                               \
  "created_at_ms, received_at_ms, trust_serial, score, total, band, band_label_zh, "        \
  "band_label_en, tone, "                                                                   \
  "result_json, warnings_json, receipt"

Reception ReadReception(const Statement& row) {
  int column = 0;
  const auto text = [&] { return row.Text(column++); };
  const auto integer = [&] { return row.Integer(column++); };
  Reception result;
  result.intake_number = integer();
  result.manifest_sha256 = text();
  result.bundle_id = text();
  model::Assessment& assessment = result.assessment;
  assessment.id = text();
  assessment.kind = model::AssessmentKindOf(text()).value_or(model::AssessmentKind::kSelf);
  assessment.form_id = text();
  assessment.form_version = text();
  assessment.form_sha256 = text();
  result.form_title.zh = text();
  result.form_title.en = text();
  assessment.institution.name = text();
  assessment.institution.credit_code = text();
  assessment.institution.region_code = text();
  assessment.period = text();
  assessment.assessor = text();
  assessment.created_at_ms = integer();
  assessment.previous = text();
  result.created_at_ms = integer();
  result.received_at_ms = integer();
  result.trust_serial = integer();
  result.score = text();
  result.total = text();
  result.band = text();
  result.band_label.zh = text();
  result.band_label.en = text();
  result.tone = text();
  result.result_json = text();
  result.warnings_json = text();
  result.receipt = text();
  return result;
}

Status InsertReception(sqlite3* database, const Reception& reception) {
  PINGSHEN_TRY(
      Statement insert,
      Statement::Prepare(database,
                         "INSERT INTO reception (" RECEPTION_COLUMNS
                         ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"));
  const model::Assessment& assessment = reception.assessment;
  insert.Bind(reception.intake_number).Bind(reception.manifest_sha256).Bind(reception.bundle_id);
  insert.Bind(assessment.id).Bind(model::CodeOf(assessment.kind)).Bind(assessment.form_id);
  insert.Bind(assessment.form_version).Bind(assessment.form_sha256);
  insert.Bind(reception.form_title.zh).Bind(reception.form_title.en);
  insert.Bind(assessment.institution.name).Bind(assessment.institution.credit_code);
  insert.Bind(assessment.institution.region_code).Bind(assessment.period).Bind(assessment.assessor);
  insert.Bind(assessment.created_at_ms).Bind(assessment.previous).Bind(reception.created_at_ms);
  insert.Bind(reception.received_at_ms)
      .Bind(reception.trust_serial)
      .Bind(reception.score)
      .Bind(reception.total);
  insert.Bind(reception.band)
      .Bind(reception.band_label.zh)
      .Bind(reception.band_label.en)
      .Bind(reception.tone);
  insert.Bind(reception.result_json).Bind(reception.warnings_json).Bind(reception.receipt);
  return insert.Finish();
}

Status InsertFile(sqlite3* database, std::int64_t intake_number, const StoredFile& file) {
  PINGSHEN_TRY(
      Statement insert,
      Statement::Prepare(
          database,
          "INSERT INTO received_file (file_sha256, intake_number, size_bytes, received_at_ms) "
          "VALUES (?,?,?,?) ON CONFLICT (file_sha256) DO NOTHING"));
  insert.Bind(file.file_sha256)
      .Bind(intake_number)
      .Bind(static_cast<std::int64_t>(file.size_bytes));
  insert.Bind(file.received_at_ms);
  PINGSHEN_CHECK(insert.Finish());
  if (sqlite3_changes(database) == 0) return {};
  std::int64_t number = 0;
  for (const ReceivedSignature& signature : file.signatures) {
    PINGSHEN_TRY(
        Statement sign,
        Statement::Prepare(database,
                           "INSERT INTO received_signature (file_sha256, number, key_id, role, "
                           "name, organisation, signed_at_ms) VALUES (?,?,?,?,?,?,?)"));
    sign.Bind(file.file_sha256)
        .Bind(++number)
        .Bind(signature.key_id)
        .Bind(signature.role)
        .Bind(signature.name);
    sign.Bind(signature.organisation).Bind(signature.signed_at_ms);
    PINGSHEN_CHECK(sign.Finish());
  }
  return {};
}

Result<std::vector<Reception>> ReadAll(Statement& statement) {
  std::vector<Reception> rows;
  for (;;) {
    PINGSHEN_TRY(const bool row, statement.Step());
    if (!row) return rows;
    rows.push_back(ReadReception(statement));
  }
}

Result<std::optional<Reception>> FindReception(sqlite3* database,
                                               std::string_view manifest_sha256) {
  PINGSHEN_TRY(Statement select,
               Statement::Prepare(database, "SELECT " RECEPTION_COLUMNS
                                            " FROM reception WHERE manifest_sha256 = ?"));
  select.Bind(manifest_sha256);
  PINGSHEN_TRY(const bool row, select.Step());
  if (!row) return std::nullopt;
  return ReadReception(select);
}

Result<std::int64_t> NextNumber(sqlite3* database) {
  PINGSHEN_TRY(
      Statement select,
      Statement::Prepare(database, "SELECT coalesce(max(intake_number), 0) + 1 FROM reception"));
  PINGSHEN_TRY(const bool row, select.Step());
  return row ? select.Integer(0) : 1;
}

Status Prepare(sqlite3* database) {
  sqlite3_extended_result_codes(database, 1);
  sqlite3_busy_timeout(database, kBusyTimeoutMs);
  // A WAL commit under FULL is flushed before it returns: received means durable.
  PINGSHEN_CHECK(
      Execute(database,
              "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; "
              "PRAGMA trusted_schema = OFF;"));
  return MigrateDesk(database);
}

}  // namespace

Result<std::unique_ptr<DeskStore>> DeskStore::Open(const std::filesystem::path& folder) {
  PINGSHEN_CHECK(EnsureFolder(folder, Readers::kOwnerOnly));
  PINGSHEN_CHECK(EnsureFolder(folder / "files", Readers::kOwnerOnly));
  std::error_code ignored;
  for (const auto& shard : std::filesystem::directory_iterator(folder / "files", ignored)) {
    RemoveUnfinishedFiles(shard.path());
  }
  const std::string path = (folder / "desk.sqlite").string();
  sqlite3* database = nullptr;
  const int opened =
      sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  std::unique_ptr<DeskStore> store(new DeskStore(folder, database));
  if (opened != SQLITE_OK) return SqliteFailure(database);
  PINGSHEN_CHECK(Prepare(database));
  return store;
}

DeskStore::~DeskStore() { sqlite3_close(database_); }

std::filesystem::path DeskStore::PathOf(std::string_view file_sha256) const {
  return folder_ / "files" / file_sha256.substr(0, kShardDigits) /
         (std::string(file_sha256) + ".psbundle");
}

Status DeskStore::KeepFile(const std::string& file_sha256, ByteView file) {
  const auto path = PathOf(file_sha256);
  PINGSHEN_CHECK(EnsureFolder(path.parent_path(), Readers::kOwnerOnly));
  // Always written anew: a file of that name may be damaged, and the sender has just brought a good
  // copy.
  Status written = WriteFileDurably(path, file, IfExists::kReplace, Readers::kOwnerOnly);
  if (!written && written.error().context.find("(No space left") != std::string::npos) {
    return Fail(ErrorCode::ERR_DESK_STORE_FULL);
  }
  return written;
}

Result<DeskStore::Recorded> DeskStore::Record(Reception reception, const StoredFile& file,
                                              const Finish& finish) {
  const std::scoped_lock lock(mutex_);
  if (stopped_) return Fail(ErrorCode::ERR_DESK_STORE, "stopped");
  PINGSHEN_TRY(Transaction transaction, Transaction::BeginWrite(database_));
  PINGSHEN_TRY(const std::optional<Reception> before,
               FindReception(database_, reception.manifest_sha256));
  Recorded recorded;
  if (before) {
    recorded = {.intake_number = before->intake_number, .repeated = true};
  } else {
    PINGSHEN_TRY(reception.intake_number, NextNumber(database_));
    PINGSHEN_CHECK(finish(reception));
    PINGSHEN_CHECK(InsertReception(database_, reception));
    recorded = {.intake_number = reception.intake_number, .repeated = false};
  }
  PINGSHEN_CHECK(InsertFile(database_, recorded.intake_number, file));
  if (Status committed = transaction.Commit(); !committed) {
    // What is on the disk now is unknown; only reading it anew (a restart) tells.
    stopped_ = committed.error().code != ErrorCode::ERR_DESK_STORE_FULL;
    return std::unexpected(committed.error());
  }
  return recorded;
}

Result<std::optional<Reception>> DeskStore::Find(std::string_view manifest_sha256) {
  const std::scoped_lock lock(mutex_);
  return FindReception(database_, manifest_sha256);
}

Result<std::vector<Reception>> DeskStore::List(std::int64_t before, int limit) {
  const std::scoped_lock lock(mutex_);
  PINGSHEN_TRY(Statement select,
               Statement::Prepare(
                   database_,
                   "SELECT " RECEPTION_COLUMNS
                   " FROM reception WHERE intake_number < ? ORDER BY intake_number DESC LIMIT ?"));
  select.Bind(before).Bind(static_cast<std::int64_t>(limit));
  return ReadAll(select);
}

Result<std::vector<Reception>> DeskStore::OfAssessment(std::string_view assessment_id) {
  const std::scoped_lock lock(mutex_);
  PINGSHEN_TRY(Statement select,
               Statement::Prepare(
                   database_, "SELECT " RECEPTION_COLUMNS
                              " FROM reception WHERE assessment_id = ? ORDER BY intake_number"));
  select.Bind(assessment_id);
  return ReadAll(select);
}

Result<std::vector<StoredFile>> DeskStore::FilesOf(std::int64_t intake_number) {
  const std::scoped_lock lock(mutex_);
  PINGSHEN_TRY(
      Statement select,
      Statement::Prepare(
          database_,
          "SELECT f.file_sha256, f.size_bytes, f.received_at_ms, s.key_id, s.role, s.name, "
          "s.organisation, s.signed_at_ms FROM received_file f LEFT JOIN received_signature s "
          "USING (file_sha256) WHERE f.intake_number = ? ORDER BY (SELECT count(*) FROM "
          "received_signature c WHERE c.file_sha256 = f.file_sha256) DESC, f.received_at_ms "
          "DESC, f.rowid DESC, s.number"));
  select.Bind(intake_number);
  std::vector<StoredFile> files;
  for (;;) {
    PINGSHEN_TRY(const bool row, select.Step());
    if (!row) return files;
    if (files.empty() || files.back().file_sha256 != select.Text(0)) {
      files.push_back({.file_sha256 = select.Text(0),
                       .size_bytes = static_cast<std::uint64_t>(select.Integer(1)),
                       .received_at_ms = select.Integer(2),
                       .signatures = {}});
    }
    files.back().signatures.push_back({.key_id = select.Text(3),
                                       .role = select.Text(4),
                                       .name = select.Text(5),
                                       .organisation = select.Text(6),
                                       .signed_at_ms = select.Integer(7)});
  }
}

}  // namespace pingshen::commission
