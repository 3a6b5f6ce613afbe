// A whole device in memory: slots, database, clock, saved files, and the session on top of them.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/ports/faulty_slot_device.h"
#include "core/ports/memory_clock.h"
#include "core/ports/memory_file_saver.h"
#include "core/ports/memory_random.h"
#include "core/ports/memory_slot_device.h"
#include "core/session/session.h"
#include "core/store/slot_vfs.h"
#include "tests/core/evaluation/sheet_builder.h"
#include "tests/core/evaluation/test_form.h"

namespace pingshen::session {

// The builders of answers and the small form of core/evaluation's tests.
using evaluation::Choice, evaluation::Count, evaluation::Date, evaluation::Number, evaluation::Path,
    evaluation::Text, evaluation::SheetBuilder, evaluation::FullMarks, evaluation::TestForm,
    evaluation::TestFormJson;

inline constexpr std::string_view kPassphrase = "正确的口令 1234";

class TestDevice {
 public:
  // The forms of the program on this device; TestFormJson() when empty.
  explicit TestDevice(std::vector<std::string> forms = {});

  // Opens the database and starts a session over what the device holds.
  Status Start();
  // The process is killed: nothing is closed, nothing more is written; then started again. `seed`:
  // MemorySlotDevice::PowerCut.
  Status KillAndStart(std::uint64_t seed);
  // A program with other forms, after a clean end.
  Status StartWithForms(std::vector<std::string> forms);

  Session& session() { return *session_; }
  const SessionView& view() const { return session_->View(); }
  const OpenView& open() const { return *view().open; }
  ports::FaultySlotDevice& faults() { return *faulty_; }
  ports::ManualClock& clock() { return clock_; }
  ports::SeededRandom& random() { return random_; }
  ports::MemoryFileSaver& saver() { return saver_; }
  store::Store& store() { return *store_; }

  // The code of the error, "" on success.
  std::string Apply(const Command& command);
  std::string Set(std::string_view path, model::Value value) {
    return Apply(SetAnswer{Path(path), std::move(value)});
  }
  model::Value At(std::string_view path) const { return open().answers->At(Path(path)); }

  // A new self-assessment by the first form, opened.
  std::string Create(std::string institution = "江永县上江圩村卫生室");
  // All of the test form with full marks, one command at a time.
  void AnswerAll();

 private:
  void Stop();

  std::vector<Bytes> forms_;
  ports::MemorySlotDevice memory_{8};
  ports::ManualClock clock_{1795348800000};  // 2026-11-22T12:00:00Z
  ports::SeededRandom random_{2026};
  ports::MemoryFileSaver saver_;
  std::unique_ptr<ports::FaultySlotDevice> faulty_;
  std::unique_ptr<store::SlotVfs> vfs_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<Session> session_;
};

}  // namespace pingshen::session
