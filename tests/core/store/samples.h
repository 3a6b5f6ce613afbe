// Assessments, records and raw connections for the tests of this room.
#pragma once

#include <sqlite3.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/answer_record.h"
#include "core/model/assessment.h"
#include "core/ports/slot_device.h"
#include "core/store/slot_vfs.h"
#include "core/store/store.h"

namespace pingshen::store {

inline constexpr const char* kDatabase = "pingshen.db";
inline constexpr std::uint32_t kSlots = 6;

model::Assessment SampleAssessment(std::string id);
model::AnswerRecord SampleRecord(std::uint64_t sequence, std::string_view path, std::string text);
// `size_bytes` bytes that differ from place to place and from seed to seed.
Bytes SampleBytes(int seed, std::size_t size_bytes);
// Under a name that looks like the digest of its content; the store takes it as it is.
model::Attachment SampleAttachment(int seed, std::size_t size_bytes);
// An answer that names them.
model::AnswerRecord NamingRecord(std::uint64_t sequence, std::string_view path,
                                 const std::vector<std::string>& names);
KeyRow SampleKey(std::string key_id);

// Makes a VFS over the device; the test fails when that does.
std::unique_ptr<SlotVfs> MakeVfs(ports::SlotDevice& device);
Store::Options OptionsOf(const SlotVfs& vfs);

// A connection of SQLite's own interface, to look behind the store.
class RawConnection {
 public:
  explicit RawConnection(const Store::Options& options);
  ~RawConnection() { sqlite3_close(handle_); }
  RawConnection(const RawConnection&) = delete;
  RawConnection& operator=(const RawConnection&) = delete;

  // "" on success, else SQLite's message.
  std::string Execute(const std::string& sql);
  // The first column of the first row; "error: …".
  std::string Value(const std::string& sql);
  sqlite3* handle() { return handle_; }

 private:
  sqlite3* handle_ = nullptr;
};

template <typename T>
std::string CodeOf(const Result<T>& result) {
  return result ? "ok" : std::string(CodeName(result.error().code));
}

}  // namespace pingshen::store
