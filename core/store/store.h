// Everything that is kept on the device: forms, assessments, the append-only answer log, keys, exports, settings.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/model/answer_record.h"
#include "core/model/assessment.h"
#include "core/model/attachment.h"

namespace pingshen::store {

struct KeyRow {
  std::string key_id;  // 16 hexadecimal digits
  std::string holder;
  std::string organisation;
  Bytes public_key;          // SubjectPublicKeyInfo
  Bytes sealed_private_key;  // encrypted, see bundle/sealed_key.h
  std::int64_t created_at_ms = 0;
};

struct ExportRow {
  std::string assessment_id;
  std::string manifest_sha256;
  std::string file_name;
  std::uint64_t last_sequence = 0;  // answers up to here are inside
  std::int64_t exported_at_ms = 0;
};

struct AssessmentRow {
  model::Assessment assessment;
  std::uint64_t last_sequence = 0;
  std::int64_t changed_at_ms = 0;
  // Shown in lists without loading the answers; written with each Append.
  std::uint32_t answered = 0;
  std::uint32_t total = 0;
  std::string score;  // display text, may be ""
  std::optional<ExportRow> last_export;
};

struct Progress {  // summary stored beside the records in the same transaction
  std::uint32_t answered = 0;
  std::uint32_t total = 0;
  std::string score;
};

// All writes are one transaction and durable (flushed) when they return success. After ERR_STORE_FLUSH or any failed
// commit the state on disk is unknown: every further write is refused with ERR_STORE_STOPPED, reads go on.
// ERR_DEVICE_FULL is different: the transaction was rolled back, later writes may succeed. One thread.
class Store {
 public:
  struct Options {
    std::string path;      // file name inside the VFS, or a path, or ":memory:"
    std::string vfs_name;  // "" = SQLite's default
  };
  // Creates or migrates. ERR_STORE_NOT_A_DATABASE / ERR_STORE_DAMAGED (see salvage.h) / ERR_STORE_NEWER (written by a newer
  // version of the program) / ERR_STORE_BUSY / ERR_STORE_OPEN / ERR_DEVICE_…. What it then shows is durable.
  static Result<std::unique_ptr<Store>> Open(const Options& options);
  virtual ~Store() = default;

  virtual Status PutForm(std::string_view sha256, std::string_view form_id,
                         std::string_view version, ByteView bytes) = 0;
  virtual Result<Bytes> GetForm(std::string_view sha256) = 0;  // ERR_STORE_MISSING

  virtual Status CreateAssessment(const model::Assessment& assessment) = 0;  // ERR_STORE_EXISTS
  virtual Result<std::vector<AssessmentRow>> ListAssessments() = 0;          // last changed first
  virtual Result<std::vector<model::AnswerRecord>> LoadRecords(
      std::string_view assessment_id) = 0;  // by sequence; ERR_STORE_MISSING, …_DAMAGED
  // Appends records whose sequences continue the log without a gap (else ERR_STORE_SEQUENCE, nothing written). ERR_STORE_MISSING, ERR_VALUE,
  // ERR_STORE_ATTACHMENT_MISSING when a value names an attachment that PutAttachment has not kept for this assessment.
  virtual Status Append(std::string_view assessment_id,
                        std::span<const model::AnswerRecord> records, const Progress& progress) = 0;

  // Keeps the bytes, then lists them for the assessment; both durable on success, nothing is written of what is there
  // already. The bytes live in a file of their own (attachment_file.h): its damage is ERR_STORE_ATTACHMENTS here and
  // concerns nothing else. `name` must be the SHA-256 of `bytes`; only its form is checked. ERR_STORE_MISSING, ERR_VALUE.
  virtual Status PutAttachment(std::string_view assessment_id, const model::Attachment& attachment,
                               ByteView bytes) = 0;
  // By name; without any that is damaged. Their bytes are not touched.
  virtual Result<std::vector<model::Attachment>> ListAttachments(
      std::string_view assessment_id) = 0;
  // One attachment's bytes, as they were put. ERR_STORE_MISSING, ERR_STORE_ATTACHMENT_DAMAGED (of this one alone), ERR_STORE_ATTACHMENTS.
  virtual Result<Bytes> ReadAttachment(std::string_view name) = 0;

  virtual Status PutKey(const KeyRow& key) = 0;  // replaces the one of that id
  virtual Result<std::vector<KeyRow>> ListKeys() = 0;
  virtual Status RecordExport(const ExportRow& row) = 0;  // ERR_STORE_MISSING
  virtual Status PutSetting(std::string_view name, std::string_view value) = 0;
  virtual Result<std::string> GetSetting(std::string_view name, std::string_view fallback) = 0;

  // Whether every further write is refused with ERR_STORE_STOPPED.
  virtual bool stopped() const = 0;
};

}  // namespace pingshen::store
