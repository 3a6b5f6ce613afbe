// What the desk has received: an append-only register in SQLite, and the bundle files by digest
// beside it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/model/assessment.h"
#include "core/model/text.h"

struct sqlite3;

namespace pingshen::commission {

struct ReceivedSignature {
  std::string key_id;
  std::string role;
  std::string name;
  std::string organisation;
  std::int64_t signed_at_ms = 0;
};

// One received manifest. Figures are the desk's own, recomputed from the answers, never the
// sender's.
struct Reception {
  std::int64_t intake_number = 0;  // 1, 2, 3 … in order of reception, without gaps
  std::string manifest_sha256;     // hexadecimal
  std::string bundle_id;
  model::Assessment assessment;
  model::Text form_title;
  std::int64_t created_at_ms = 0;   // as the sender's device states
  std::int64_t received_at_ms = 0;  // the desk's clock
  std::int64_t trust_serial = 0;    // of the trust list that was in force
  std::string score;                // display text, "" without a points scheme
  std::string total;                // full score of the scheme, likewise
  std::string band;                 // code, likewise
  model::Text band_label;
  std::string tone;         // "good", "middle", "bad", or ""
  std::string result_json;  // the recomputed result in full
  std::string warnings_json;
  std::string receipt;  // DSSE envelope, "" when the desk signs none
};

// A file that was accepted for a reception: the first one, and later ones with the same manifest
// and other signatures.
struct StoredFile {
  std::string file_sha256;
  std::uint64_t size_bytes = 0;
  std::int64_t received_at_ms = 0;
  std::vector<ReceivedSignature> signatures;
};

// Safe to use from several threads at once: calls wait for each other. A write is durable when it
// returns success, and after a crash at any moment either all of it is there or nothing. Errors:
// ERR_DESK_STORE, ERR_DESK_STORE_FULL. After a failed commit every further write is refused until
// the store is opened anew; after ERR_DESK_STORE_FULL it is not.
class DeskStore {
 public:
  // Folder with desk.sqlite and files/; made when missing. REQUIRES: no other process has it open.
  // ERR_DESK_STORE_DAMAGED, ERR_DESK_STORE_NEWER, ERR_FILE_WRITE.
  static Result<std::unique_ptr<DeskStore>> Open(const std::filesystem::path& folder);
  ~DeskStore();
  DeskStore(const DeskStore&) = delete;
  DeskStore& operator=(const DeskStore&) = delete;

  // Makes the file itself durable under its digest. Harmless when it is there already or is never
  // recorded.
  Status KeepFile(const std::string& file_sha256, ByteView file);

  struct Recorded {
    std::int64_t intake_number = 0;
    bool repeated =
        false;  // the manifest was registered before; nothing but the file may have been added
  };
  // Registers reception and file in one transaction, keyed by manifest_sha256;
  // reception.intake_number is ignored. `finish` is called inside the transaction with the new
  // number (only for a new reception), so that a receipt can state it. REQUIRES:
  // KeepFile(file.file_sha256, …) returned success.
  using Finish = std::function<Status(Reception&)>;
  Result<Recorded> Record(Reception reception, const StoredFile& file, const Finish& finish);

  Result<std::optional<Reception>> Find(std::string_view manifest_sha256);
  // Newest first: at most `limit` with numbers below `before`.
  Result<std::vector<Reception>> List(std::int64_t before, int limit);
  // The receptions of one assessment, oldest first.
  Result<std::vector<Reception>> OfAssessment(std::string_view assessment_id);
  // Files of a reception, the one with the most signatures first, among equals the newest.
  Result<std::vector<StoredFile>> FilesOf(std::int64_t intake_number);
  std::filesystem::path PathOf(std::string_view file_sha256) const;

 private:
  DeskStore(std::filesystem::path folder, sqlite3* database)
      : folder_(std::move(folder)), database_(database) {}
  const std::filesystem::path folder_;
  std::mutex mutex_;
  sqlite3* const database_;
  bool stopped_ = false;  // a commit failed
};

}  // namespace pingshen::commission
