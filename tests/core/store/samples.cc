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
