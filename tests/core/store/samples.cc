#include "tests/core/store/samples.h"

#include <gtest/gtest.h>

#include <utility>

namespace pingshen::store {

model::Assessment SampleAssessment(std::string id) {
  model::Assessment assessment;
  assessment.id = std::move(id);
  assessment.kind = model::AssessmentKind::kOnsite;
  assessment.form_id = "village-clinic";
  assessment.form_version = "1.0";
  assessment.form_sha256 = std::string(64, 'a');
  assessment.institution = {"青龙村卫生室", "52510000MJK0000012", "510104"};
  assessment.period = "2026";
  assessment.assessor = "张医生";
  assessment.created_at_ms = 1'790'000'000'000;
  assessment.previous = "";
  return assessment;
}

model::AnswerRecord SampleRecord(std::uint64_t sequence, std::string_view path, std::string text) {
  model::AnswerRecord record;
  record.sequence = sequence;
  record.path = *model::FieldPath::Parse(path);
  record.value = *model::Value::Make(model::ValueKind::kText, text);
  record.author = "张医生";
  record.recorded_at_ms = 1'790'000'000'000 + static_cast<std::int64_t>(sequence) * 1000;
  return record;
}

Bytes SampleBytes(int seed, std::size_t size_bytes) {
  Bytes bytes(size_bytes);
  std::uint32_t state = static_cast<std::uint32_t>(seed) * 2654435761u + 1;
  for (std::uint8_t& byte : bytes) {
    state = state * 1664525u + 1013904223u;
    byte = static_cast<std::uint8_t>(state >> 24);
  }
  return bytes;
}

model::Attachment SampleAttachment(int seed, std::size_t size_bytes) {
  const std::string number = std::to_string(seed);
  return {.name = std::string(64 - number.size(), 'a') + number + ".jpg",
          .media_type = "image/jpeg",
          .original_name = "照片 " + number + ".jpg",
          .size_bytes = size_bytes,
          .created_at_ms = 1'790'000'000'000 + seed};
}

model::AnswerRecord NamingRecord(std::uint64_t sequence, std::string_view path,
                                 const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : " ") + name;
  model::AnswerRecord record = SampleRecord(sequence, path, "x");
  record.value = *model::Value::Make(model::ValueKind::kAttachments, text);
  return record;
}

KeyRow SampleKey(std::string key_id) {
  return {std::move(key_id), "张医生",      "县卫生健康局",
          Bytes(44, 7),      Bytes(180, 9), 1'790'000'000'000};
}

std::unique_ptr<SlotVfs> MakeVfs(ports::SlotDevice& device) {
  auto vfs = SlotVfs::Register(device, "slots-under-test");
  EXPECT_EQ(CodeOf(vfs), "ok");
  return vfs ? std::move(*vfs) : nullptr;
}

Store::Options OptionsOf(const SlotVfs& vfs) { return {kDatabase, vfs.name()}; }

RawConnection::RawConnection(const Store::Options& options) {
  EXPECT_EQ(
      sqlite3_open_v2(options.path.c_str(), &handle_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                      options.vfs_name.empty() ? nullptr : options.vfs_name.c_str()),
      SQLITE_OK);
  EXPECT_EQ(Execute("PRAGMA locking_mode = EXCLUSIVE"), "");
}

std::string RawConnection::Execute(const std::string& sql) {
  return sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK
             ? ""
             : sqlite3_errmsg(handle_);
}

std::string RawConnection::Value(const std::string& sql) {
  std::string value;
  const auto keep = [](void* out, int, char** columns, char**) {
    *static_cast<std::string*>(out) = columns[0] == nullptr ? "" : columns[0];
    return 1;  // the first row is enough
  };
  const int code = sqlite3_exec(handle_, sql.c_str(), keep, &value, nullptr);
  if (code == SQLITE_OK || code == SQLITE_ABORT) return value;
  return std::string("error: ") + sqlite3_errmsg(handle_);
}

}  // namespace pingshen::store
