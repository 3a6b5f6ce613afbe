#include "core/store/store.h"

#include <gtest/gtest.h>

#include <iostream>
#include <map>

#include "core/ports/faulty_slot_device.h"
#include "core/ports/memory_slot_device.h"
#include "core/store/slot_header.h"
#include "tests/core/store/samples.h"

namespace pingshen::store {
namespace {

class StoreTest : public testing::Test {
 protected:
  void Open() {
    auto store = Store::Open(OptionsOf(*vfs_));
    ASSERT_EQ(CodeOf(store), "ok");
    store_ = std::move(*store);
  }
  void Append(std::uint64_t sequence) {
    const auto record = SampleRecord(sequence, "VC-01", "答案");
    ASSERT_EQ(CodeOf(store_->Append("a", {&record, 1}, {1, 20, "1"})), "ok");
  }
  std::uint64_t LargestSlot() {
    std::uint64_t largest = 0;
    for (std::uint32_t slot = 0; slot < kSlots; ++slot)
      largest = std::max(largest, *memory_.Size(slot));
    return largest;
  }

  ports::MemorySlotDevice memory_{kSlots};
  ports::FaultySlotDevice device_{memory_};
  std::unique_ptr<SlotVfs> vfs_ = MakeVfs(device_);
  std::unique_ptr<Store> store_;
};

// One append is one flush. Two more belong to the first append into an emptied log, and to each
// checkpoint (log, database).
TEST_F(StoreTest, AnAppendCostsOneFlush) {
  Open();
  ASSERT_EQ(CodeOf(store_->CreateAssessment(SampleAssessment("a"))), "ok");
  Append(1);
  std::map<std::uint64_t, int> histogram;
  std::uint64_t operations = device_.operations();
  constexpr int kCount = 1000;
  for (std::uint64_t i = 2; i < 2 + kCount; ++i) {
    const std::uint64_t before = device_.flushes();
    Append(i);
    ++histogram[device_.flushes() - before];
  }
  operations = device_.operations() - operations;
  std::cout << "flushes per append:";
  for (const auto& [flushes, count] : histogram)
    std::cout << " " << flushes << " (" << count << "×)";
  std::cout << ", " << operations / kCount << " operations per append" << std::endl;
  EXPECT_EQ(histogram[0], 0);
  EXPECT_GT(histogram[1], kCount * 98 / 100);
  EXPECT_LT(histogram.rbegin()->first, 5u);
}

TEST_F(StoreTest, TheWriteAheadLogStaysBounded) {
  Open();
  ASSERT_EQ(CodeOf(store_->CreateAssessment(SampleAssessment("a"))), "ok");
  std::uint64_t largest = 0;
  for (std::uint64_t i = 1; i <= 2000; ++i) {
    Append(i);
    largest = std::max(largest, LargestSlot());
  }
  EXPECT_LT(largest, 3u << 20);
  EXPECT_GT(largest, 2u << 20);  // the log did fill up to the checkpoint
}

// A process that died between write and flush leaves bytes that are read but not durable. Who opens
// next makes them durable before showing them.
TEST_F(StoreTest, WhatOpenShowsIsDurable) {
  Open();
  ASSERT_EQ(CodeOf(store_->CreateAssessment(SampleAssessment("a"))), "ok");
  Append(1);
  const auto record = SampleRecord(2, "VC-01", "written, not flushed");
  ports::MemorySlotDevice before = memory_;
  const std::uint64_t operations = device_.operations();
  Append(2);
  const std::uint64_t cost = device_.operations() - operations;
  store_.reset();
  vfs_.reset();
  // The same append again on the earlier device, dying at its flush.
  {
    ports::FaultySlotDevice dying(before);
    const auto vfs = MakeVfs(dying);
    auto store = Store::Open(OptionsOf(*vfs));
    ASSERT_EQ(CodeOf(store), "ok");
    const std::uint64_t opened = dying.operations();
    const auto probe = SampleRecord(2, "VC-01", "written, not flushed");
    // After opening the log is empty: its header is flushed first.
    dying.CutAt(opened + cost + 2);
    EXPECT_FALSE((*store)->Append("a", {&probe, 1}, {}));
  }
  EXPECT_GT(before.UnflushedChanges(), 0u);
  bool shown = false;
  {
    const auto vfs = MakeVfs(before);
    auto store = Store::Open(OptionsOf(*vfs));
    ASSERT_EQ(CodeOf(store), "ok");
    shown = (*store)->LoadRecords("a")->size() == 2;
    EXPECT_TRUE(shown);
    ports::MemorySlotDevice survivor = before;
    survivor.PowerCut(0);
    const auto other = SlotVfs::Register(survivor, "survivor");
    auto again = Store::Open(OptionsOf(**other));
    ASSERT_EQ(CodeOf(again), "ok");
    EXPECT_EQ((*again)->LoadRecords("a")->size(), 2u);
  }
}

TEST(StoreInMemory, WorksWithoutAnyFile) {
  auto store = Store::Open({":memory:", ""});
  ASSERT_EQ(CodeOf(store), "ok");
  ASSERT_EQ(CodeOf((*store)->CreateAssessment(SampleAssessment("a"))), "ok");
  const auto record = SampleRecord(1, "VC-01", "x");
  ASSERT_EQ(CodeOf((*store)->Append("a", {&record, 1}, {})), "ok");
  EXPECT_EQ((*store)->LoadRecords("a")->size(), 1u);
}

TEST(StoreOpen, AnUnknownVfsHasACode) {
  EXPECT_EQ(CodeOf(Store::Open({"x", "no such vfs"})), "ERR_STORE_OPEN");
}

}  // namespace
}  // namespace pingshen::store
