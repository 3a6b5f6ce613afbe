// Devices that are full, that fail once, or that cannot flush.
#include <gtest/gtest.h>

#include <iostream>
#include <map>

#include "core/ports/faulty_slot_device.h"
#include "core/ports/memory_slot_device.h"
#include "tests/core/store/samples.h"
#include "tests/core/store/workload.h"

namespace pingshen::store {
namespace {

constexpr int kAppends = 24;

struct Need {
  std::uint64_t bytes = 0;
  std::uint64_t operations = 0;
};

Need NeedOf(const Workload& workload) {
  ports::MemorySlotDevice memory(kSlots);
  ports::FaultySlotDevice device(memory);
  const auto vfs = MakeVfs(device);
  auto store = Store::Open(OptionsOf(*vfs));
  for (const Step& step : workload.steps()) EXPECT_EQ(CodeOf(step.act(**store)), "ok");
  Need need;
  for (std::uint32_t slot = 0; slot < kSlots; ++slot) need.bytes += *memory.Size(slot);
  need.operations = device.operations();
  return need;
}

void ExpectState(Store& store, const State& expected, const std::string& where) {
  const auto state = ReadState(store);
  ASSERT_EQ(CodeOf(state), "ok") << where << ": " << state.error().context;
  EXPECT_TRUE(*state == expected) << where;
}

// With every budget: ERR_DEVICE_FULL at some step and no other code, what was acknowledged stays,
// and with room the work goes on.
TEST(FullDevice, AtEveryBudgetTheWorkGoesOnWhenThereIsRoom) {
  const Workload workload(kAppends);
  const Need need = NeedOf(workload);
  constexpr std::uint64_t kStepBytes = 1021;  // meets pages and frames at ever new places
  std::uint64_t full_at_open = 0;
  std::uint64_t full_at_step = 0;
  for (std::uint64_t budget = 0; budget < need.bytes; budget += kStepBytes) {
    const std::string where = "budget " + std::to_string(budget);
    ports::MemorySlotDevice memory(kSlots);
    ports::FaultySlotDevice device(memory);
    {
      const auto vfs = MakeVfs(device);
      device.SetCapacity(budget);
      auto store = Store::Open(OptionsOf(*vfs));
      if (!store) {
        ++full_at_open;
        ASSERT_EQ(CodeOf(store), "ERR_DEVICE_FULL") << where;
        device.SetCapacity(std::nullopt);
        store = Store::Open(OptionsOf(*vfs));
        ASSERT_EQ(CodeOf(store), "ok") << where << ": " << store.error().context;
      }
      std::size_t done = 0;
      for (const Step& step : workload.steps()) {
        Status status = step.act(**store);
        if (!status) {
          ++full_at_step;
          ASSERT_EQ(CodeOf(status), "ERR_DEVICE_FULL") << where;
          ExpectState(**store, workload.After(done), where);
          // Cut now: the step that was refused may be there, but only as a whole.
          ports::MemorySlotDevice survivor = memory;
          survivor.PowerCut(budget);
          const auto other = SlotVfs::Register(survivor, "survivor");
          auto survived = Store::Open(OptionsOf(**other));
          ASSERT_EQ(CodeOf(survived), "ok") << where;
          const auto state = ReadState(**survived);
          ASSERT_EQ(CodeOf(state), "ok") << where;
          ASSERT_TRUE(*state == workload.After(done) || *state == workload.After(done + 1))
              << where;

          device.SetCapacity(std::nullopt);
          status = step.act(**store);
        }
        ASSERT_EQ(CodeOf(status), "ok") << where << ": " << status.error().context;
        ++done;
      }
      ExpectState(**store, workload.After(done), where);
    }
    memory.PowerCut(0);
    const auto vfs = MakeVfs(memory);
    {
      auto store = Store::Open(OptionsOf(*vfs));
      ASSERT_EQ(CodeOf(store), "ok") << where;
      ExpectState(**store, workload.After(workload.steps().size()), where);
    }
    EXPECT_EQ(RawConnection(OptionsOf(*vfs)).Value("PRAGMA integrity_check"), "ok") << where;
  }
  std::cout << "full device: " << need.bytes / kStepBytes + 1 << " budgets, full while opening "
            << full_at_open << ", full at a step " << full_at_step << std::endl;
  EXPECT_GT(full_at_open, 10u);
  EXPECT_GT(full_at_step, 100u);
}

// One operation fails, once. Nothing acknowledged is lost; unless the failure was of no
// consequence, writing stops for good and says so.
TEST(FailingDevice, AnyOneFailureStopsWritingAndLosesNothing) {
  const Workload workload(kAppends);
  const Need need = NeedOf(workload);
  std::map<std::string, int> codes;
  for (std::uint64_t fail_at = 1; fail_at <= need.operations; ++fail_at) {
    const std::string where = "operation " + std::to_string(fail_at);
    ports::MemorySlotDevice memory(kSlots);
    std::size_t done = 0;
    {
      ports::FaultySlotDevice device(memory);
      device.FailAt(fail_at);
      const auto vfs = MakeVfs(device);
      auto store = Store::Open(OptionsOf(*vfs));
      if (store) {
        bool stopped = false;
        for (const Step& step : workload.steps()) {
          const Status status = step.act(**store);
          if (stopped) {
            ASSERT_EQ(CodeOf(status), "ERR_STORE_STOPPED") << where;
          } else if (status) {
            ++done;
          } else {
            stopped = true;
            ++codes[CodeOf(status)];
          }
        }
        ExpectState(**store, workload.After(done), where);
      } else {
        ++codes["open " + CodeOf(store)];
      }
    }
    memory.PowerCut(fail_at % 3 == 0 ? 0 : fail_at);
    const auto vfs = MakeVfs(memory);
    auto store = Store::Open(OptionsOf(*vfs));
    ASSERT_EQ(CodeOf(store), "ok") << where << ": " << store.error().context;
    const auto state = ReadState(**store);
    ASSERT_EQ(CodeOf(state), "ok") << where;
    const bool in_flight = done < workload.steps().size() && *state == workload.After(done + 1);
    EXPECT_TRUE(*state == workload.After(done) || in_flight) << where;
  }
  std::cout << "one failure: " << need.operations << " operations;";
  for (const auto& [code, count] : codes) std::cout << " " << code << " " << count;
  std::cout << std::endl;
  EXPECT_GT(codes["ERR_STORE_FLUSH"], kAppends);
  EXPECT_GT(codes["ERR_DEVICE_IO"], kAppends);
}

// Can be told that flushing fails from now on.
class FlushSwitch : public ports::SlotDevice {
 public:
  explicit FlushSwitch(ports::SlotDevice& inner) : inner_(inner) {}
  void Break() { broken_ = true; }
  std::uint64_t calls() const { return calls_; }

  std::uint32_t SlotCount() const override { return inner_.SlotCount(); }
  Result<std::size_t> Read(std::uint32_t slot, std::uint64_t offset,
                           std::span<std::uint8_t> out) override {
    return inner_.Read(slot, offset, out);
  }
  Status Write(std::uint32_t slot, std::uint64_t offset, ByteView bytes) override {
    ++calls_;
    return inner_.Write(slot, offset, bytes);
  }
  Status Truncate(std::uint32_t slot, std::uint64_t size_bytes) override {
    ++calls_;
    return inner_.Truncate(slot, size_bytes);
  }
  Status Flush(std::uint32_t slot) override {
    ++calls_;
    if (broken_) return Fail(ErrorCode::ERR_DEVICE_FULL, "quota");  // even so: not a full device
    return inner_.Flush(slot);
  }
  Result<std::uint64_t> Size(std::uint32_t slot) override { return inner_.Size(slot); }

 private:
  ports::SlotDevice& inner_;
  bool broken_ = false;
  std::uint64_t calls_ = 0;
};

TEST(FlushFailure, IsToldOnceAndEndsAllWriting) {
  ports::MemorySlotDevice memory(kSlots);
  FlushSwitch device(memory);
  const auto vfs = MakeVfs(device);
  auto store = std::move(*Store::Open(OptionsOf(*vfs)));
  ASSERT_EQ(CodeOf(store->CreateAssessment(SampleAssessment("a"))), "ok");
  const auto first = SampleRecord(1, "VC-01", "kept");
  ASSERT_EQ(CodeOf(store->Append("a", {&first, 1}, {1, 20, ""})), "ok");

  device.Break();
  const auto second = SampleRecord(2, "VC-01", "not acknowledged");
  EXPECT_EQ(CodeOf(store->Append("a", {&second, 1}, {2, 20, ""})), "ERR_STORE_FLUSH");
  const std::uint64_t calls = device.calls();
  for (int i = 0; i < 3; ++i)
    EXPECT_EQ(CodeOf(store->Append("a", {&second, 1}, {})), "ERR_STORE_STOPPED");
  EXPECT_EQ(CodeOf(store->CreateAssessment(SampleAssessment("b"))), "ERR_STORE_STOPPED");
  EXPECT_EQ(CodeOf(store->PutSetting("a", "b")), "ERR_STORE_STOPPED");
  EXPECT_EQ(CodeOf(store->PutForm("f", "f", "1", {})), "ERR_STORE_STOPPED");
  EXPECT_EQ(CodeOf(store->PutKey(SampleKey("k"))), "ERR_STORE_STOPPED");
  EXPECT_EQ(CodeOf(store->RecordExport({"a", "m", "f", 1, 1})), "ERR_STORE_STOPPED");
  // Reading goes on, and shows only what was acknowledged.
  EXPECT_EQ(*store->LoadRecords("a"), std::vector{first});
  EXPECT_EQ(store->ListAssessments()->size(), 1u);
  // Nothing touches the device any more, closing neither.
  store.reset();
  EXPECT_EQ(device.calls(), calls);
}

}  // namespace
}  // namespace pingshen::store
