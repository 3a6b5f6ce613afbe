#include "core/store/slot_pool.h"

#include <gtest/gtest.h>

#include "core/ports/faulty_slot_device.h"
#include "core/ports/memory_slot_device.h"
#include "core/store/slot_header.h"
#include "tests/core/store/samples.h"

namespace pingshen::store {
namespace {

constexpr std::string_view kDatabaseMagic{"SQLite format 3\0", 16};

Status WriteText(ports::SlotDevice& device, std::uint32_t slot, std::string_view text) {
  PINGSHEN_CHECK(device.Write(slot, kSlotHeaderBytes, AsBytes(text)));
  return device.Flush(slot);
}

std::string TextIn(ports::SlotDevice& device, std::uint32_t slot) {
  const auto size = device.Size(slot);
  if (!size || *size <= kSlotHeaderBytes) return "";
  Bytes bytes(static_cast<std::size_t>(*size - kSlotHeaderBytes));
  EXPECT_TRUE(device.Read(slot, kSlotHeaderBytes, bytes));
  return std::string(AsText(bytes));
}

TEST(SlotPool, NeedsFourSlots) {
  ports::MemorySlotDevice small(3);
  EXPECT_EQ(CodeOf(SlotPool::Load(small)), "ERR_STORE_SLOTS");
  ports::MemorySlotDevice enough(4);
  EXPECT_EQ(CodeOf(SlotPool::Load(enough)), "ok");
}

TEST(SlotPool, FilesAreFoundAgain) {
  ports::MemorySlotDevice device(4);
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  {
    auto pool = SlotPool::Load(device);
    a = *pool->Provide("a", 1);
    b = *pool->Provide("b", 2);
    EXPECT_EQ(*pool->Provide("a", 1), a);
    EXPECT_NE(a, b);
  }
  device.PowerCut(0);
  auto pool = SlotPool::Load(device);
  EXPECT_EQ(pool->Find("a"), a);
  EXPECT_EQ(pool->Find("b"), b);
  EXPECT_EQ(pool->Find("c"), std::nullopt);
  ASSERT_EQ(CodeOf(pool->Delete(a)), "ok");
  device.PowerCut(0);
  EXPECT_EQ(SlotPool::Load(device)->Find("a"), std::nullopt);
  EXPECT_EQ(SlotPool::Load(device)->Find("b"), b);
}

TEST(SlotPool, RunsOutOfSlotsWithACode) {
  ports::MemorySlotDevice device(4);
  auto pool = SlotPool::Load(device);
  for (const char* name : {"a", "b", "c", "d"}) EXPECT_EQ(CodeOf(pool->Provide(name, 1)), "ok");
  EXPECT_EQ(CodeOf(pool->Provide("e", 1)), "ERR_STORE_SLOTS");
  ASSERT_EQ(CodeOf(pool->Delete(*pool->Find("b"))), "ok");
  EXPECT_EQ(CodeOf(pool->Provide("e", 1)), "ok");
}

TEST(SlotPool, ANewFileNeverShowsOldBytes) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    ports::MemorySlotDevice device(4);
    {
      auto pool = SlotPool::Load(device);
      for (const char* name : {"a", "b", "c", "old"})
        ASSERT_EQ(CodeOf(pool->Provide(name, 1)), "ok");
      const std::uint32_t slot = *pool->Find("old");
      ASSERT_TRUE(WriteText(device, slot, "old bytes"));
      ASSERT_EQ(CodeOf(pool->Delete(slot)), "ok");
      ASSERT_EQ(*pool->Provide("new", 1), slot);
    }
    device.PowerCut(seed);
    auto pool = SlotPool::Load(device);
    ASSERT_TRUE(pool->Find("new"));
    EXPECT_EQ(TextIn(device, *pool->Find("new")), "") << seed;
  }
}

// Create, delete and create again in one slot, with the power cut at each operation: every file is
// there or not there as a whole.
TEST(SlotPool, CreationAndDeletionAreAtomic) {
  std::uint64_t cuts = 0;
  for (std::uint64_t cut_at = 1;; ++cut_at) {
    bool finished = false;
    for (std::uint64_t seed = 0; seed < 40; ++seed, ++cuts) {
      ports::MemorySlotDevice memory(4);
      ports::FaultySlotDevice device(memory);
      std::string must, may;  // content of "f"; "-" = absent
      const auto script = [&]() -> Status {
        must = may = "-";
        PINGSHEN_TRY(SlotPool pool, SlotPool::Load(device));
        for (const char* other : {"x", "y", "z"}) {
          PINGSHEN_TRY([[maybe_unused]] auto slot, pool.Provide(other, 1));
        }
        may = "";
        PINGSHEN_TRY(std::uint32_t slot, pool.Provide("f", 1));
        must = "";
        may = "first";
        PINGSHEN_CHECK(WriteText(device, slot, "first"));
        must = "first";
        may = "-";
        PINGSHEN_CHECK(pool.Delete(slot));
        must = "-";
        may = "";
        PINGSHEN_TRY(slot, pool.Provide("f", 1));
        must = "";
        return {};
      };
      device.CutAt(cut_at);
      const Status status = script();
      if (status) finished = true;
      memory.PowerCut(seed);
      auto pool = SlotPool::Load(memory);
      ASSERT_EQ(CodeOf(pool), "ok");
      const auto found = pool->Find("f");
      const std::string now = found ? TextIn(memory, *found) : "-";
      const bool torn_write = may == "first" && must.empty() && found;
      EXPECT_TRUE(now == must || now == may || torn_write)
          << "cut " << cut_at << " seed " << seed << ": \"" << now << "\" instead of \"" << must
          << "\" or \"" << may << "\"";
    }
    if (finished) break;
  }
  EXPECT_GT(cuts, 40u * 20u);
}

// After a failed creation the second try must not take another slot: later, an empty twin could
// hide the file.
TEST(SlotPool, AFailedCreationIsMendedInPlace) {
  for (std::uint64_t fail_at = 1; fail_at <= 4; ++fail_at) {
    ports::MemorySlotDevice memory(4);
    ports::FaultySlotDevice device(memory);
    auto pool = SlotPool::Load(device);
    device.FailAt(fail_at);
    ASSERT_EQ(CodeOf(pool->Provide("f", 1)), "ERR_DEVICE_IO") << fail_at;
    const auto slot = pool->Provide("f", 1);
    ASSERT_EQ(CodeOf(slot), "ok") << fail_at;
    ASSERT_TRUE(WriteText(device, *slot, "content"));
    for (const std::uint64_t seed : {0, 1, 2, 3}) {
      ports::MemorySlotDevice after = memory;
      after.PowerCut(seed);
      auto again = SlotPool::Load(after);
      ASSERT_TRUE(again->Find("f")) << fail_at;
      EXPECT_EQ(TextIn(after, *again->Find("f")), "content") << fail_at;
    }
  }
}

TEST(SlotPool, ADamagedCopyOfAHeaderIsMendedWhenTheFileIsOpened) {
  ports::MemorySlotDevice device(4);
  const std::uint32_t slot = *SlotPool::Load(device)->Provide("f", 1);
  const Bytes dirt(100, 0xee);
  ASSERT_TRUE(device.Write(slot, 10, dirt));
  ASSERT_TRUE(device.Flush(slot));
  auto pool = SlotPool::Load(device);
  EXPECT_EQ(pool->Find("f"), slot);
  EXPECT_EQ(*pool->Provide("f", 1), slot);
  ASSERT_TRUE(device.Write(slot, kSlotHeaderBytes / 2 + 10, dirt));  // now the other copy
  EXPECT_EQ(SlotPool::Load(device)->Find("f"), slot);
}

TEST(SlotPool, ADatabaseWithoutItsHeaderIsLeftAloneAndAdopted) {
  ports::MemorySlotDevice device(4);
  const std::uint32_t slot = *SlotPool::Load(device)->Provide("f", 1);
  ASSERT_TRUE(WriteText(device, slot, std::string(kDatabaseMagic) + "content"));
  ASSERT_TRUE(device.Write(slot, 0, Bytes(kSlotHeaderBytes)));
  ASSERT_TRUE(device.Flush(slot));
  auto pool = SlotPool::Load(device);
  EXPECT_EQ(pool->Find("f"), std::nullopt);
  EXPECT_EQ(pool->LostDatabase(), slot);
  for (const char* name : {"a", "b", "c"}) EXPECT_NE(*pool->Provide(name, 1), slot);
  EXPECT_EQ(CodeOf(pool->Provide("d", 1)), "ERR_STORE_SLOTS");
  ASSERT_EQ(CodeOf(pool->Adopt(slot, "f", 1)), "ok");
  EXPECT_EQ(pool->LostDatabase(), std::nullopt);
  EXPECT_EQ(SlotPool::Load(device)->Find("f"), slot);
}

TEST(SlotPool, ADeletedDatabaseIsNotFoundAgain) {
  ports::MemorySlotDevice memory(4);
  ports::FaultySlotDevice device(memory);
  auto pool = SlotPool::Load(device);
  const std::uint32_t slot = *pool->Provide("f", 1);
  ASSERT_TRUE(WriteText(device, slot, kDatabaseMagic));
  ASSERT_EQ(CodeOf(pool->Delete(slot)), "ok");
  memory.PowerCut(0);  // the giving back of its space is not durable
  EXPECT_EQ(TextIn(memory, slot), kDatabaseMagic);
  EXPECT_EQ(SlotPool::Load(memory)->LostDatabase(), std::nullopt);
}

}  // namespace
}  // namespace pingshen::store
