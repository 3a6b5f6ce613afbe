// The power is cut at every operation that changes the device. Whatever of the unflushed changes
// survives, the database is sound, every acknowledged step is there, and the step that was under
// way is there as a whole or not at all.
#include <gtest/gtest.h>

#include <iostream>

#include "core/ports/faulty_slot_device.h"
#include "core/ports/memory_slot_device.h"
#include "tests/core/store/samples.h"
#include "tests/core/store/workload.h"

namespace pingshen::store {
namespace {

struct Report {
  std::uint64_t operations = 0;
  std::uint64_t flushes = 0;
  std::uint64_t restarts = 0;  // cuts × variants of what survives
  std::uint64_t unsound = 0;   // the store does not open, or integrity_check is not ok
  std::uint64_t lost = 0;      // an acknowledged step is missing, or a step is there by half
  std::uint64_t in_flight_kept = 0;
  std::uint64_t stuck = 0;  // the survivor takes no further answer
  std::string first_problem;
};

// What the store keeps on the way to the device.
enum class Flushes { kHonest, kIgnored };

class IgnoringFlushes : public ports::SlotDevice {
 public:
  explicit IgnoringFlushes(ports::SlotDevice& inner) : inner_(inner) {}
  std::uint32_t SlotCount() const override { return inner_.SlotCount(); }
  Result<std::size_t> Read(std::uint32_t slot, std::uint64_t offset,
                           std::span<std::uint8_t> out) override {
    return inner_.Read(slot, offset, out);
  }
  Status Write(std::uint32_t slot, std::uint64_t offset, ByteView bytes) override {
    return inner_.Write(slot, offset, bytes);
  }
  Status Truncate(std::uint32_t slot, std::uint64_t size_bytes) override {
    return inner_.Truncate(slot, size_bytes);
  }
  Status Flush(std::uint32_t) override { return {}; }
  Result<std::uint64_t> Size(std::uint32_t slot) override { return inner_.Size(slot); }

 private:
  ports::SlotDevice& inner_;
};

// The first thing that is wrong with the survivor of a cut; "" when all is well.
std::string Inspect(ports::SlotDevice& survivor, const Workload& workload, const Run& run,
                    Report& report) {
  const auto vfs = MakeVfs(survivor);
  {
    auto store = Store::Open(OptionsOf(*vfs));
    if (!store) {
      ++report.unsound;
      return "open: " + CodeOf(store) + " " + store.error().context;
    }
    const auto state = ReadState(**store);
    if (!state) {
      ++report.unsound;
      return "read: " + CodeOf(state) + " " + state.error().context;
    }
    const std::size_t count = run.acknowledged;
    const bool in_flight =
        run.opened && count < workload.steps().size() && *state == workload.After(count + 1);
    if (*state != workload.After(count) && !in_flight) {
      ++report.lost;
      return "the state is neither that of " + std::to_string(count) + " steps nor of one more";
    }
    report.in_flight_kept += in_flight ? 1 : 0;
    const auto end = state->logs.find("a");
    if (end != state->logs.end()) {
      const auto next = SampleRecord(end->second.records.size() + 1, "VC-01", "goes on");
      if (const Status more = (*store)->Append("a", {&next, 1}, {}); !more) {
        ++report.stuck;
        return "append: " + CodeOf(more) + " " + more.error().context;
      }
    }
  }
  RawConnection sql(OptionsOf(*vfs));
  if (const std::string verdict = sql.Value("PRAGMA integrity_check"); verdict != "ok") {
    ++report.unsound;
    return "integrity_check: " + verdict;
  }
  return "";
}

Report CutEverywhere(const Workload& workload, Flushes flushes, std::uint64_t step,
                     const std::vector<std::uint64_t>& seeds) {
  Report report;
  const auto run_until = [&](ports::MemorySlotDevice& memory, std::uint64_t cut_at) {
    IgnoringFlushes ignoring(memory);
    ports::FaultySlotDevice device(
        flushes == Flushes::kIgnored ? static_cast<ports::SlotDevice&>(ignoring) : memory);
    device.CutAt(cut_at);
    const Run run = RunOn(device, workload);
    report.operations = device.operations();
    report.flushes = device.flushes();
    return run;
  };
  constexpr std::uint64_t kNever = UINT64_MAX;
  ports::MemorySlotDevice whole(kSlots);
  EXPECT_EQ(run_until(whole, kNever).acknowledged, workload.steps().size());
  const std::uint64_t operations = report.operations;
  const std::uint64_t all_flushes = report.flushes;
  for (std::uint64_t cut_at = 1; cut_at <= operations + 1; cut_at += step) {
    ports::MemorySlotDevice memory(kSlots);
    const Run run = run_until(memory, cut_at);
    for (const std::uint64_t seed : seeds) {
      ports::MemorySlotDevice survivor = memory;
      // 0 and 1 (nothing, everything) stand for themselves; the others are new dice for each cut.
      survivor.PowerCut(seed < 2 ? seed : seed + cut_at * 101);
      const std::string problem = Inspect(survivor, workload, run, report);
      ++report.restarts;
      if (!problem.empty() && report.first_problem.empty())
        report.first_problem =
            "cut " + std::to_string(cut_at) + " seed " + std::to_string(seed) + ": " + problem;
    }
  }
  report.operations = operations;
  report.flushes = all_flushes;
  return report;
}

TEST(PowerCut, AtEveryOperationNothingAcknowledgedIsLost) {
  const Workload workload(70);
  const Report report = CutEverywhere(workload, Flushes::kHonest, 1, {0, 1, 2, 3});
  std::cout << "power cut: " << workload.steps().size() << " steps (" << workload.appends()
            << " appends), " << report.operations << " operations (" << report.flushes
            << " flushes), " << report.restarts << " restarts, step under way kept "
            << report.in_flight_kept << " times; unsound " << report.unsound << ", lost "
            << report.lost << ", stuck " << report.stuck << std::endl;
  EXPECT_EQ(report.first_problem, "");
  EXPECT_EQ(report.unsound + report.lost + report.stuck, 0u);
  EXPECT_GE(workload.appends(), 60u);
  EXPECT_GT(report.operations, 500u);
  EXPECT_EQ(report.restarts, (report.operations + 1) * 4);
  EXPECT_GT(report.in_flight_kept, 0u);
}

// The test above can fail: on a device whose flush does nothing it finds losses.
TEST(PowerCut, WithoutFlushesTheLossesAreFound) {
  const Report report = CutEverywhere(Workload(70), Flushes::kIgnored, 23, {0, 2});
  EXPECT_GT(report.lost + report.unsound, report.restarts / 4);
}

}  // namespace
}  // namespace pingshen::store
