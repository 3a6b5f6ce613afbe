#include "core/store/store.h"

#include <utility>

#include "core/store/connection.h"
#include "core/store/rows.h"
#include "core/store/schema.h"

namespace pingshen::store {
namespace {

constexpr std::int64_t kPageBytes = 4096;
// PRAGMA quick_check on opening reads the whole file: 3 ms for each MiB natively (25,000 answers are
// 2.4 MiB). Up to here everything is checked; of a larger file (170,000 answers) the schema is, and
// each row by its digest when it is read.
constexpr std::int64_t kQuickCheckMaxBytes = 16 << 20;
// The WAL is copied into the database when it has grown by so many pages (2 MiB).
constexpr int kCheckpointPages = 512;

std::unexpected<Error> Damaged(std::string_view table, std::string_view row) {
  return Fail(ErrorCode::ERR_STORE_DAMAGED, std::string(table) + " " + std::string(row));
}

// Whether a failed transaction says nothing about the device: what was refused, and the full
// device.
bool LeavesStateKnown(ErrorCode code) {
  switch (code) {
    case ErrorCode::ERR_DEVICE_FULL:
    case ErrorCode::ERR_STORE_MISSING:
    case ErrorCode::ERR_STORE_EXISTS:
    case ErrorCode::ERR_STORE_SEQUENCE:
    case ErrorCode::ERR_VALUE:
      return true;
    default:
      return false;
  }
}

class SqliteStore final : public Store {
 public:
  explicit SqliteStore(std::unique_ptr<Connection> connection)
      : connection_(std::move(connection)) {}
  Status Prepare();

  Status PutForm(std::string_view sha256, std::string_view form_id, std::string_view version,
                 ByteView bytes) override;
  Result<Bytes> GetForm(std::string_view sha256) override;
  Status CreateAssessment(const model::Assessment& assessment) override;
  Result<std::vector<AssessmentRow>> ListAssessments() override;
  Result<std::vector<model::AnswerRecord>> LoadRecords(std::string_view assessment_id) override;
  Status Append(std::string_view assessment_id, std::span<const model::AnswerRecord> records,
                const Progress& progress) override;
  Status PutKey(const KeyRow& key) override;
  Result<std::vector<KeyRow>> ListKeys() override;
  Status RecordExport(const ExportRow& row) override;
  Status PutSetting(std::string_view name, std::string_view value) override;
  Result<std::string> GetSetting(std::string_view name, std::string_view fallback) override;
  bool stopped() const override { return !stopped_by_.empty(); }

 private:
  struct LogEnd {
    std::uint64_t last_sequence = 0;
    std::int64_t changed_at_ms = 0;
  };

  // Runs `body` as one durable transaction.
  template <typename Body>
  Status Write(Body body);
  template <typename Body>
  Status Transact(Body body);
  void Stop(const Error& reason);
  void CheckpointWhenDue();
  static int OnCommit(void* self, sqlite3*, const char*, int wal_pages);
  // ERR_STORE_MISSING when there is no such assessment.
  Result<LogEnd> ReadLogEnd(std::string_view assessment_id);

  std::unique_ptr<Connection> connection_;
  std::string stopped_by_;  // "" = writing
  int wal_pages_ = 0;
  int checkpoint_at_pages_ = kCheckpointPages;
  std::int64_t change_number_ = 0;
  Statement begin_, commit_, rollback_;
  Statement put_form_, get_form_;
  Statement create_assessment_, create_progress_, list_assessments_;
  Statement log_end_, load_records_, append_, update_progress_;
  Statement put_key_, list_keys_, record_export_, put_setting_, get_setting_;
};

Status SqliteStore::Prepare() {
  const std::pair<Statement*, const char*> statements[] = {
      {&begin_, "BEGIN IMMEDIATE"},
      {&commit_, "COMMIT"},
      {&rollback_, "ROLLBACK"},
      {&put_form_, "INSERT INTO form(sha256, form_id, version, bytes, digest) VALUES(?,?,?,?,?)"},
      {&get_form_, "SELECT bytes, form_id, version, digest FROM form WHERE sha256 = ?"},
      {&create_assessment_,
       "INSERT INTO assessment(id, kind, form_id, form_version, form_sha256, institution_name, "
       "institution_credit_code, institution_region_code, period, assessor, created_at_ms, "
       "previous, digest) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)"},
      {&create_progress_,
       "INSERT INTO progress(assessment_id, last_sequence, answered, total, score, changed_at_ms, "
       "change_number) VALUES(?,0,0,0,'',?,?)"},
      {&list_assessments_,
       "SELECT a.id, a.kind, a.form_id, a.form_version, a.form_sha256, a.institution_name, "
       "a.institution_credit_code, a.institution_region_code, a.period, a.assessor, "
       "a.created_at_ms, a.previous, a.digest, p.last_sequence, p.changed_at_ms, p.answered, "
       "p.total, p.score, e.number, e.manifest_sha256, e.file_name, e.last_sequence, "
       "e.exported_at_ms, p.assessment_id "
       "FROM assessment AS a LEFT JOIN progress AS p ON p.assessment_id = a.id "
       "LEFT JOIN export_log AS e ON e.number = "
       "(SELECT max(number) FROM export_log WHERE assessment_id = a.id) "
       "ORDER BY p.change_number DESC"},
      {&log_end_, "SELECT last_sequence, changed_at_ms FROM progress WHERE assessment_id = ?"},
      {&load_records_,
       "SELECT assessment_id, sequence, path, kind, value, author, recorded_at_ms, digest "
       "FROM answer_log WHERE assessment_id = ? ORDER BY sequence"},
      {&append_,
       "INSERT INTO answer_log(assessment_id, sequence, path, kind, value, author, "
       "recorded_at_ms, digest) VALUES(?,?,?,?,?,?,?,?)"},
      {&update_progress_,
       "UPDATE progress SET last_sequence = ?2, answered = ?3, total = ?4, score = ?5, "
       "changed_at_ms = ?6, change_number = ?7 WHERE assessment_id = ?1"},
      {&put_key_,
       "INSERT OR REPLACE INTO signing_key(key_id, holder, organisation, public_key, "
       "sealed_private_key, created_at_ms, digest) VALUES(?,?,?,?,?,?,?)"},
      {&list_keys_,
       "SELECT key_id, holder, organisation, public_key, sealed_private_key, created_at_ms, "
       "digest FROM signing_key ORDER BY created_at_ms, key_id"},
      {&record_export_,
       "INSERT INTO export_log(assessment_id, manifest_sha256, file_name, last_sequence, "
       "exported_at_ms) VALUES(?,?,?,?,?)"},
      {&put_setting_, "INSERT OR REPLACE INTO setting(name, value) VALUES(?,?)"},
      {&get_setting_, "SELECT value FROM setting WHERE name = ?"},
  };
  for (const auto& [statement, sql] : statements) {
    PINGSHEN_TRY(*statement, connection_->Prepare(sql));
  }
  PINGSHEN_TRY(change_number_, connection_->ReadInteger("SELECT max(change_number) FROM progress"));
  sqlite3_wal_hook(connection_->handle(), OnCommit, this);  // replaces SQLite's own checkpointing
  connection_->AllowCheckpointOnClose(true);
  return {};
}

int SqliteStore::OnCommit(void* self, sqlite3*, const char*, int wal_pages) {
  static_cast<SqliteStore*>(self)->wal_pages_ = wal_pages;
  return SQLITE_OK;
}

void SqliteStore::Stop(const Error& reason) {
  stopped_by_ = std::string(CodeName(reason.code)) + " " + reason.context;
  connection_->AllowCheckpointOnClose(false);
}

template <typename Body>
Status SqliteStore::Transact(Body body) {
  PINGSHEN_CHECK(Query(begin_).Run());
  Status status = body();
  if (status) status = Query(commit_).Run();
  return status;
}

template <typename Body>
Status SqliteStore::Write(Body body) {
  if (!stopped_by_.empty()) return Fail(ErrorCode::ERR_STORE_STOPPED, stopped_by_);
  connection_->ForgetFailure();
  Status status = Transact(std::move(body));
  if (status) {
    CheckpointWhenDue();
    return status;
  }
  // SQLite has rolled back by itself after some failures.
  const Status undone = connection_->InTransaction() ? Query(rollback_).Run() : Status{};
  if (!undone) {
    Stop(undone.error());
  } else if (!LeavesStateKnown(status.error().code)) {
    Stop(status.error());
  } else if (status.error().code == ErrorCode::ERR_DEVICE_FULL) {
    // Gives the WAL's space back, and with it the frames of the failed transaction: a full device
    // may have taken its commit frame and refused only the padding behind it.
    const Status emptied = connection_->Checkpoint(SQLITE_CHECKPOINT_TRUNCATE);
    if (!emptied && !LeavesStateKnown(emptied.error().code)) Stop(emptied.error());
  }
  return status;
}

// The answers are durable in the WAL already: a failure here never fails the write before it.
void SqliteStore::CheckpointWhenDue() {
  if (wal_pages_ < checkpoint_at_pages_) return;
  const Status status = connection_->Checkpoint(SQLITE_CHECKPOINT_PASSIVE);
  if (status) {
    checkpoint_at_pages_ = kCheckpointPages;
  } else if (LeavesStateKnown(status.error().code)) {
    checkpoint_at_pages_ = wal_pages_ + kCheckpointPages;
  } else {
    Stop(status.error());
  }
}

Status SqliteStore::PutForm(std::string_view sha256, std::string_view form_id,
                            std::string_view version, ByteView bytes) {
  {
    Query query(get_form_, sha256);
    PINGSHEN_TRY(const bool found, query.Next());
    if (found) {
      const bool same = query.Blob(0) == Bytes(bytes.begin(), bytes.end()) &&
                        query.Text(1) == form_id && query.Text(2) == version;
      return same ? Status{} : Fail(ErrorCode::ERR_STORE_EXISTS, std::string(sha256));
    }
  }
  return Write([&] {
    return Query(put_form_, sha256, form_id, version, bytes,
                 DigestOfForm(sha256, form_id, version, bytes))
        .Run();
  });
}

Result<Bytes> SqliteStore::GetForm(std::string_view sha256) {
  Query query(get_form_, sha256);
  PINGSHEN_TRY(const bool found, query.Next());
  if (!found) return Fail(ErrorCode::ERR_STORE_MISSING, "form " + std::string(sha256));
  Bytes bytes = query.Blob(0);
  if (static_cast<std::uint64_t>(query.Integer(3)) !=
      DigestOfForm(sha256, query.Text(1), query.Text(2), bytes))
    return Damaged("form", sha256);
  return bytes;
}

Status SqliteStore::CreateAssessment(const model::Assessment& assessment) {
  const AssessmentColumns row = RowOf(assessment);
  return Write([&]() -> Status {
    const auto end = ReadLogEnd(row.id);
    if (end) return Fail(ErrorCode::ERR_STORE_EXISTS, row.id);
    if (end.error().code != ErrorCode::ERR_STORE_MISSING) return std::unexpected(end.error());
    PINGSHEN_CHECK(Query(create_assessment_, row.id, row.kind, row.form_id, row.form_version,
                         row.form_sha256, row.institution_name, row.institution_credit_code,
                         row.institution_region_code, row.period, row.assessor, row.created_at_ms,
                         row.previous, row.digest)
                       .Run());
    return Query(create_progress_, row.id, row.created_at_ms, ++change_number_).Run();
  });
}

Result<std::vector<AssessmentRow>> SqliteStore::ListAssessments() {
  std::vector<AssessmentRow> rows;
  Query query(list_assessments_);
  while (true) {
    PINGSHEN_TRY(const bool more, query.Next());
    if (!more) return rows;
    AssessmentColumns columns;
    columns.id = query.Text(0);
    columns.kind = query.Integer(1);
    columns.form_id = query.Text(2);
    columns.form_version = query.Text(3);
    columns.form_sha256 = query.Text(4);
    columns.institution_name = query.Text(5);
    columns.institution_credit_code = query.Text(6);
    columns.institution_region_code = query.Text(7);
    columns.period = query.Text(8);
    columns.assessor = query.Text(9);
    columns.created_at_ms = query.Integer(10);
    columns.previous = query.Text(11);
    columns.digest = static_cast<std::uint64_t>(query.Integer(12));
    auto assessment = AssessmentOf(columns);
    if (!assessment || query.IsNull(23)) return Damaged("assessment", columns.id);
    AssessmentRow& row = rows.emplace_back();
    row.assessment = std::move(*assessment);
    row.last_sequence = static_cast<std::uint64_t>(query.Integer(13));
    row.changed_at_ms = query.Integer(14);
    row.answered = static_cast<std::uint32_t>(query.Integer(15));
    row.total = static_cast<std::uint32_t>(query.Integer(16));
    row.score = query.Text(17);
    if (!query.IsNull(18))
      row.last_export = ExportRow{row.assessment.id, query.Text(19), query.Text(20),
                                  static_cast<std::uint64_t>(query.Integer(21)), query.Integer(22)};
  }
}

Result<SqliteStore::LogEnd> SqliteStore::ReadLogEnd(std::string_view assessment_id) {
  Query query(log_end_, assessment_id);
  PINGSHEN_TRY(const bool found, query.Next());
  if (!found) return Fail(ErrorCode::ERR_STORE_MISSING, "assessment " + std::string(assessment_id));
  return LogEnd{static_cast<std::uint64_t>(query.Integer(0)), query.Integer(1)};
}

Result<std::vector<model::AnswerRecord>> SqliteStore::LoadRecords(std::string_view assessment_id) {
  PINGSHEN_TRY(const LogEnd end, ReadLogEnd(assessment_id));
  std::vector<model::AnswerRecord> records;
  Query query(load_records_, assessment_id);
  while (true) {
    PINGSHEN_TRY(const bool more, query.Next());
    if (!more) break;
    auto record =
        RecordOf({query.Text(0), query.Integer(1), query.Text(2), query.Integer(3), query.Text(4),
                  query.Text(5), query.Integer(6), static_cast<std::uint64_t>(query.Integer(7))});
    if (!record || record->sequence != records.size() + 1)
      return Damaged("answer_log", std::to_string(records.size() + 1));
    records.push_back(std::move(*record));
  }
  if (records.size() != end.last_sequence)
    return Damaged("answer_log", std::to_string(records.size() + 1));
  return records;
}

Status SqliteStore::Append(std::string_view assessment_id,
                           std::span<const model::AnswerRecord> records, const Progress& progress) {
  return Write([&]() -> Status {
    PINGSHEN_TRY(LogEnd end, ReadLogEnd(assessment_id));
    for (const model::AnswerRecord& record : records) {
      if (record.sequence != end.last_sequence + 1)
        return Fail(ErrorCode::ERR_STORE_SEQUENCE, std::to_string(record.sequence));
      const AnswerRow row = RowOf(assessment_id, record);
      // What could not be read back must not be acknowledged.
      if (RecordOf(row) != record) return Fail(ErrorCode::ERR_VALUE, row.path);
      PINGSHEN_CHECK(Query(append_, row.assessment_id, row.sequence, row.path, row.kind, row.value,
                           row.author, row.recorded_at_ms, row.digest)
                         .Run());
      end = {record.sequence, record.recorded_at_ms};
    }
    return Query(update_progress_, assessment_id, end.last_sequence, progress.answered,
                 progress.total, progress.score, end.changed_at_ms, ++change_number_)
        .Run();
  });
}

Status SqliteStore::PutKey(const KeyRow& key) {
  return Write([&] {
    return Query(put_key_, key.key_id, key.holder, key.organisation, key.public_key,
                 key.sealed_private_key, key.created_at_ms, DigestOf(key))
        .Run();
  });
}

Result<std::vector<KeyRow>> SqliteStore::ListKeys() {
  std::vector<KeyRow> keys;
  Query query(list_keys_);
  while (true) {
    PINGSHEN_TRY(const bool more, query.Next());
    if (!more) return keys;
    KeyRow key{query.Text(0), query.Text(1), query.Text(2),
               query.Blob(3), query.Blob(4), query.Integer(5)};
    if (static_cast<std::uint64_t>(query.Integer(6)) != DigestOf(key))
      return Damaged("signing_key", key.key_id);
    keys.push_back(std::move(key));
  }
}

Status SqliteStore::RecordExport(const ExportRow& row) {
  return Write([&]() -> Status {
    PINGSHEN_TRY([[maybe_unused]] const LogEnd end, ReadLogEnd(row.assessment_id));
    return Query(record_export_, row.assessment_id, row.manifest_sha256, row.file_name,
                 row.last_sequence, row.exported_at_ms)
        .Run();
  });
}

Status SqliteStore::PutSetting(std::string_view name, std::string_view value) {
  return Write([&] { return Query(put_setting_, name, value).Run(); });
}

Result<std::string> SqliteStore::GetSetting(std::string_view name, std::string_view fallback) {
  Query query(get_setting_, name);
  PINGSHEN_TRY(const bool found, query.Next());
  return found ? query.Text(0) : std::string(fallback);
}

Status CheckWhenSmall(Connection& connection) {
  PINGSHEN_TRY(const std::int64_t pages, connection.ReadInteger("PRAGMA page_count"));
  if (pages * kPageBytes > kQuickCheckMaxBytes) return {};
  return connection.QuickCheck();
}

}  // namespace

Result<std::unique_ptr<Store>> Store::Open(const Options& options) {
  PINGSHEN_TRY(auto connection, Connection::Open(options));
  const Migrations migrations = AllMigrations();
  // Nothing is written before the file is known to be ours and sound.
  PINGSHEN_TRY(const DatabaseAge age, Recognise(*connection, migrations));
  if (age == DatabaseAge::kOurs) {
    PINGSHEN_CHECK(CheckWhenSmall(*connection));
  } else {
    PINGSHEN_CHECK(connection->Execute("PRAGMA page_size = 4096"));
  }
  PINGSHEN_CHECK(connection->EnterWalMode());
  PINGSHEN_CHECK(Migrate(*connection, migrations));
  PINGSHEN_CHECK(CheckSchema(*connection, migrations));
  // What an earlier process wrote and did not live to flush is read from now on, so it has to be
  // durable, too.
  const Status flushed = connection->Checkpoint(SQLITE_CHECKPOINT_TRUNCATE);
  if (!flushed && flushed.error().code != ErrorCode::ERR_DEVICE_FULL)
    return std::unexpected(flushed.error());
  auto store = std::make_unique<SqliteStore>(std::move(connection));
  PINGSHEN_CHECK(store->Prepare());
  return store;
}

}  // namespace pingshen::store
