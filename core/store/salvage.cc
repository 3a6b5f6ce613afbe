#include "core/store/salvage.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <memory>
#include <utility>

#include "core/store/connection.h"
#include "core/store/record_scan.h"
#include "core/store/rows.h"
#include "core/store/schema.h"

namespace pingshen::store {
namespace {

// A file as the VFS shows it, read beside any connection.
class RawFile {
 public:
  RawFile(sqlite3_vfs* vfs, const char* name, int kind)
      : memory_(std::make_unique<std::max_align_t[]>(
            static_cast<std::size_t>(vfs->szOsFile) / sizeof(std::max_align_t) + 1)),
        file_(reinterpret_cast<sqlite3_file*>(memory_.get())) {
    open_code_ = vfs->xOpen(vfs, name, file_, SQLITE_OPEN_READONLY | kind, nullptr);
  }
  ~RawFile() {
    if (file_->pMethods != nullptr) file_->pMethods->xClose(file_);
  }
  RawFile(const RawFile&) = delete;
  RawFile& operator=(const RawFile&) = delete;

  int open_code() const { return open_code_; }
  int ReadAll(Bytes& out) {
    sqlite3_int64 size = 0;
    if (const int code = file_->pMethods->xFileSize(file_, &size); code != SQLITE_OK) return code;
    out.resize(static_cast<std::size_t>(size));
    constexpr std::size_t kPartBytes = 1u << 20;
    for (std::size_t at = 0; at < out.size(); at += kPartBytes) {
      const std::size_t part = std::min(kPartBytes, out.size() - at);
      const int code = file_->pMethods->xRead(file_, out.data() + at, static_cast<int>(part),
                                              static_cast<sqlite3_int64>(at));
      if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) return code;
    }
    return SQLITE_OK;
  }

 private:
  std::unique_ptr<std::max_align_t[]> memory_;
  sqlite3_file* file_;
  int open_code_ = SQLITE_OK;
};

struct RawFiles {
  Bytes database;
  Bytes wal;
};

Result<RawFiles> ReadRawFiles(const Store::Options& options) {
  sqlite3_vfs* const vfs =
      sqlite3_vfs_find(options.vfs_name.empty() ? nullptr : options.vfs_name.c_str());
  if (vfs == nullptr) return Fail(ErrorCode::ERR_STORE_OPEN, options.vfs_name);
  std::string path(static_cast<std::size_t>(vfs->mxPathname) + 1, '\0');
  if (vfs->xFullPathname(vfs, options.path.c_str(), vfs->mxPathname, path.data()) != SQLITE_OK)
    return Fail(ErrorCode::ERR_STORE_OPEN, options.path);
  path.resize(path.find('\0'));
  struct FreeName {
    void operator()(const char* name) const { sqlite3_free_filename(name); }
  };
  const std::unique_ptr<const char, FreeName> name(sqlite3_create_filename(
      path.c_str(), (path + "-journal").c_str(), (path + "-wal").c_str(), 0, nullptr));
  RawFiles files;
  {
    RawFile database(vfs, name.get(), SQLITE_OPEN_MAIN_DB);
    if (database.open_code() == SQLITE_BUSY) return Fail(ErrorCode::ERR_STORE_BUSY, options.path);
    if (database.open_code() != SQLITE_OK) return Fail(ErrorCode::ERR_STORE_MISSING, options.path);
    if (const int code = database.ReadAll(files.database); code != SQLITE_OK)
      return Fail(ErrorCode::ERR_DEVICE_IO, sqlite3_errstr(code));
  }
  int exists = 0;
  const char* const wal_name = sqlite3_filename_wal(name.get());
  if (vfs->xAccess(vfs, wal_name, SQLITE_ACCESS_EXISTS, &exists) == SQLITE_OK && exists != 0) {
    RawFile wal(vfs, wal_name, SQLITE_OPEN_WAL);
    const int code = wal.open_code() == SQLITE_OK ? wal.ReadAll(files.wal) : wal.open_code();
    if (code != SQLITE_OK) return Fail(ErrorCode::ERR_DEVICE_IO, sqlite3_errstr(code));
  }
  return files;
}

class Collector {
 public:
  // The first of two rows for one place stays. false: the row is damaged.
  bool Add(const AnswerRow& row) {
    auto record = RecordOf(row);
    if (!record) return false;
    by_id_[row.assessment_id].records.try_emplace(record->sequence, std::move(*record));
    return true;
  }
  bool Add(const AssessmentColumns& row) {
    auto assessment = AssessmentOf(row);
    if (!assessment) return false;
    auto& facts = by_id_[row.id].assessment;
    if (!facts) facts = std::move(assessment);
    return true;
  }

  std::vector<SalvagedAssessment> Take() {
    std::vector<SalvagedAssessment> all;
    for (auto& [id, collected] : by_id_) {
      SalvagedAssessment& one = all.emplace_back();
      one.id = id;
      one.assessment = std::move(collected.assessment);
      for (auto& [sequence, record] : collected.records) one.records.push_back(std::move(record));
      if (!one.records.empty()) one.missing = one.records.back().sequence - one.records.size();
    }
    return all;
  }

 private:
  struct Collected {
    std::optional<model::Assessment> assessment;
    std::map<std::uint64_t, model::AnswerRecord> records;
  };
  std::map<std::string, Collected> by_id_;
};

// Assessments whose answers are not as many as were acknowledged.
constexpr const char* kIncompleteLogs =
    "SELECT count(*) FROM assessment AS a LEFT JOIN progress AS p ON p.assessment_id = a.id "
    "WHERE p.last_sequence IS NOT "
    "(SELECT count(*) FROM answer_log WHERE assessment_id = a.id)";

// What SQLite itself still reads. An error when that is not everything.
Status CollectBySql(const Store::Options& options, Collector& collector) {
  PINGSHEN_TRY(const auto connection, Connection::Open(options));
  PINGSHEN_CHECK(connection->Execute("PRAGMA query_only = ON"));
  PINGSHEN_TRY(const DatabaseAge age, Recognise(*connection, AllMigrations()));
  if (age == DatabaseAge::kEmpty) return {};
  bool intact = true;
  {
    PINGSHEN_TRY(Statement select,
                 connection->Prepare("SELECT assessment_id, sequence, path, kind, value, author, "
                                     "recorded_at_ms, digest FROM answer_log"));
    Query query(select);
    while (true) {
      PINGSHEN_TRY(const bool more, query.Next());
      if (!more) break;
      intact &= collector.Add(
          AnswerRow{query.Text(0), query.Integer(1), query.Text(2), query.Integer(3), query.Text(4),
                    query.Text(5), query.Integer(6), static_cast<std::uint64_t>(query.Integer(7))});
    }
  }
  {
    PINGSHEN_TRY(Statement select,
                 connection->Prepare(
                     "SELECT id, kind, form_id, form_version, form_sha256, institution_name, "
                     "institution_credit_code, institution_region_code, period, assessor, "
                     "created_at_ms, previous, digest FROM assessment"));
    Query query(select);
    while (true) {
      PINGSHEN_TRY(const bool more, query.Next());
      if (!more) break;
      intact &= collector.Add(AssessmentColumns{
          query.Text(0), query.Integer(1), query.Text(2), query.Text(3), query.Text(4),
          query.Text(5), query.Text(6), query.Text(7), query.Text(8), query.Text(9),
          query.Integer(10), query.Text(11), static_cast<std::uint64_t>(query.Integer(12))});
    }
  }
  if (!intact) return Fail(ErrorCode::ERR_STORE_DAMAGED, "digest");
  PINGSHEN_TRY(const std::int64_t incomplete, connection->ReadInteger(kIncompleteLogs));
  if (incomplete != 0) return Fail(ErrorCode::ERR_STORE_DAMAGED, "progress");
  PINGSHEN_CHECK(CheckSchema(*connection, AllMigrations()));
  return connection->QuickCheck();
}

}  // namespace

Result<Salvage> SalvageRecords(const Store::Options& options) {
  PINGSHEN_TRY(const RawFiles files, ReadRawFiles(options));
  Collector collector;
  Salvage salvage;
  const Status read = CollectBySql(options, collector);
  if (!read) {
    if (read.error().code == ErrorCode::ERR_STORE_BUSY) return std::unexpected(read.error());
    salvage.damaged = true;
    const ScannedRows rows = ScanForRows(files.database, files.wal);
    for (const AnswerRow& row : rows.answers) collector.Add(row);
    for (const AssessmentColumns& row : rows.assessments) collector.Add(row);
  }
  salvage.assessments = collector.Take();
  return salvage;
}

bool IsDamage(ErrorCode code) {
  return code == ErrorCode::ERR_STORE_DAMAGED || code == ErrorCode::ERR_STORE_NOT_A_DATABASE;
}

}  // namespace pingshen::store
