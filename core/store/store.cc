#include "core/store/store.h"

#include <functional>
#include <utility>

#include "core/store/attachment_file.h"
#include "core/store/attachment_table.h"
#include "core/store/connection.h"
#include "core/store/rows.h"
#include "core/store/schema.h"
#include "core/store/transactions.h"

namespace pingshen::store {
namespace {

constexpr std::int64_t kPageBytes = 4096;
// PRAGMA quick_check on opening reads the whole file: 3 ms for each MiB natively (25,000 answers are
// 2.4 MiB). Up to here everything is checked; of a larger file (170,000 answers) the schema is, and
// each row by its digest when it is read.
constexpr std::int64_t kQuickCheckMaxBytes = 16 << 20;
std::unexpected<Error> Damaged(std::string_view table, std::string_view row) {
  return Fail(ErrorCode::ERR_STORE_DAMAGED, std::string(table) + " " + std::string(row));
}

class SqliteStore final : public Store {
 public:
  SqliteStore(std::unique_ptr<Connection> connection, Options options)
      : options_(std::move(options)), connection_(std::move(connection)) {}
  Status Prepare();

  Status PutForm(std::string_view sha256, std::string_view form_id, std::string_view version,
                 ByteView bytes) override;
  Result<Bytes> GetForm(std::string_view sha256) override;
  Status CreateAssessment(const model::Assessment& assessment) override;
  Result<std::vector<AssessmentRow>> ListAssessments() override;
  Result<std::vector<model::AnswerRecord>> LoadRecords(std::string_view assessment_id) override;
  Status Append(std::string_view assessment_id, std::span<const model::AnswerRecord> records,
                const Progress& progress) override;
  Status PutAttachment(std::string_view assessment_id, const model::Attachment& attachment,
                       ByteView bytes) override;
  Result<std::vector<model::Attachment>> ListAttachments(std::string_view assessment_id) override;
  Result<Bytes> ReadAttachment(std::string_view name) override;
  Status PutKey(const KeyRow& key) override;
  Result<std::vector<KeyRow>> ListKeys() override;
  Status RecordExport(const ExportRow& row) override;
  Status PutSetting(std::string_view name, std::string_view value) override;
  Result<std::string> GetSetting(std::string_view name, std::string_view fallback) override;
  bool stopped() const override { return transactions_->stopped(); }

 private:
  struct LogEnd {
    std::uint64_t last_sequence = 0;
    std::int64_t changed_at_ms = 0;
  };

  Status Write(const std::function<Status()>& body) { return transactions_->Write(body); }
  // Opened when it is first needed: without attachments there is no such file.
  Result<AttachmentFile*> Contents();
  // ERR_STORE_MISSING when there is no such assessment.
  Result<LogEnd> ReadLogEnd(std::string_view assessment_id);

  Options options_;
  std::unique_ptr<Connection> connection_;
  std::unique_ptr<Transactions> transactions_;
  std::unique_ptr<AttachmentTable> attachments_;
  std::unique_ptr<AttachmentFile> contents_;
  std::int64_t change_number_ = 0;
  Statement put_form_, get_form_;
  Statement create_assessment_, create_progress_, list_assessments_;
  Statement log_end_, load_records_, append_, update_progress_;
  Statement put_key_, list_keys_, record_export_, put_setting_, get_setting_;
};

Status SqliteStore::Prepare() {
  const std::pair<Statement*, const char*> statements[] = {
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
  PINGSHEN_TRY(transactions_, Transactions::Make(*connection_));
  PINGSHEN_TRY(attachments_, AttachmentTable::Make(*connection_));
  return {};
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
      PINGSHEN_CHECK(attachments_->CheckNamed(assessment_id, record.value));
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

Result<AttachmentFile*> SqliteStore::Contents() {
  if (!contents_) {
    PINGSHEN_TRY(contents_, AttachmentFile::Open(options_));
  }
  return contents_.get();
}

Status SqliteStore::PutAttachment(std::string_view assessment_id,
                                  const model::Attachment& attachment, ByteView bytes) {
  if (stopped()) return Write([] { return Status{}; });
  if (!IsAttachmentName(attachment.name) || attachment.size_bytes != bytes.size())
    return Fail(ErrorCode::ERR_VALUE, attachment.name);
  PINGSHEN_TRY([[maybe_unused]] const LogEnd end, ReadLogEnd(assessment_id));
  const auto contents = Contents();
  const Status put = contents ? (*contents)->Put(Sha256Of(attachment.name), bytes)
                              : Status(std::unexpected(contents.error()));
  if (!put) {
    // Nobody knows what a device that failed there does here.
    if (IsOfTheDevice(put.error().code)) transactions_->Stop(put.error());
    return put;
  }
  PINGSHEN_TRY(const bool listed, attachments_->Has(assessment_id, attachment.name));
  if (listed) return {};
  return Write([&] { return attachments_->Put(assessment_id, attachment); });
}

Result<std::vector<model::Attachment>> SqliteStore::ListAttachments(
    std::string_view assessment_id) {
  return attachments_->List(assessment_id);
}

Result<Bytes> SqliteStore::ReadAttachment(std::string_view name) {
  if (!IsAttachmentName(name)) return Fail(ErrorCode::ERR_STORE_MISSING, std::string(name));
  PINGSHEN_TRY(AttachmentFile * contents, Contents());
  return contents->Read(Sha256Of(name));
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
  auto store = std::make_unique<SqliteStore>(std::move(connection), options);
  PINGSHEN_CHECK(store->Prepare());
  return store;
}

}  // namespace pingshen::store
