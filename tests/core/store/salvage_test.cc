#include "core/store/salvage.h"

#include <gtest/gtest.h>

#include "core/ports/memory_slot_device.h"
#include "core/store/slot_header.h"
#include "tests/core/store/samples.h"

namespace pingshen::store {
namespace {

class SalvageTest : public testing::Test {
 protected:
  void Fill(std::size_t text_bytes) {
    auto store = Store::Open(OptionsOf(*vfs_));
    ASSERT_EQ(CodeOf(store), "ok");
    ASSERT_EQ(CodeOf((*store)->CreateAssessment(SampleAssessment("a"))), "ok");
    for (std::uint64_t i = 1; i <= 30; ++i) {
      std::string text = std::to_string(i) + " ";
      while (text.size() < text_bytes) text += "文字" + std::to_string(text.size());
      records_.push_back(SampleRecord(i, "VC-01", text));
      ASSERT_EQ(CodeOf((*store)->Append("a", {&records_.back(), 1}, {})), "ok");
    }
  }
  void DamageFirstPage() {
    for (std::uint32_t slot = 0; slot < kSlots; ++slot) {
      if (*device_.Size(slot) <= kSlotHeaderBytes) continue;
      ASSERT_TRUE(device_.Write(slot, kSlotHeaderBytes, Bytes(4096, 0x55)));
    }
  }

  ports::MemorySlotDevice device_{kSlots};
  std::unique_ptr<SlotVfs> vfs_ = MakeVfs(device_);
  std::vector<model::AnswerRecord> records_;
};

TEST_F(SalvageTest, ASoundDatabaseIsGivenWhole) {
  Fill(50);
  const auto salvage = SalvageRecords(OptionsOf(*vfs_));
  ASSERT_EQ(CodeOf(salvage), "ok");
  EXPECT_FALSE(salvage->damaged);
  ASSERT_EQ(salvage->assessments.size(), 1u);
  EXPECT_EQ(salvage->assessments[0].assessment, SampleAssessment("a"));
  EXPECT_EQ(salvage->assessments[0].records, records_);
  EXPECT_EQ(salvage->assessments[0].missing, 0u);
}

// Without its first page SQLite reads nothing at all; the rows are found in the bytes, long texts
// on their overflow pages too.
TEST_F(SalvageTest, WithoutTheFirstPageEveryRowIsStillFound) {
  for (const std::size_t text_bytes : {50u, 900u, 1100u, 5000u, 20000u}) {
    SCOPED_TRACE(text_bytes);
    vfs_.reset();
    device_ = ports::MemorySlotDevice(kSlots);
    vfs_ = MakeVfs(device_);
    records_.clear();
    Fill(text_bytes);
    DamageFirstPage();
    EXPECT_EQ(CodeOf(Store::Open(OptionsOf(*vfs_))), "ERR_STORE_NOT_A_DATABASE");
    const auto salvage = SalvageRecords(OptionsOf(*vfs_));
    ASSERT_EQ(CodeOf(salvage), "ok");
    EXPECT_TRUE(salvage->damaged);
    ASSERT_EQ(salvage->assessments.size(), 1u);
    EXPECT_EQ(salvage->assessments[0].assessment, SampleAssessment("a"));
    EXPECT_EQ(salvage->assessments[0].records, records_);
  }
}

TEST_F(SalvageTest, AnswersThatAreOnlyInTheLogAreFound) {
  ports::MemorySlotDevice while_open(kSlots);
  {
    Fill(50);
    auto store = Store::Open(OptionsOf(*vfs_));
    for (std::uint64_t i = 31; i <= 35; ++i) {
      records_.push_back(SampleRecord(i, "VC-02", "only in the log " + std::to_string(i)));
      ASSERT_EQ(CodeOf((*store)->Append("a", {&records_.back(), 1}, {})), "ok");
    }
    while_open = device_;
  }
  vfs_.reset();
  device_ = while_open;
  vfs_ = MakeVfs(device_);
  DamageFirstPage();  // of the database and the log's header with its first frame
  const auto salvage = SalvageRecords(OptionsOf(*vfs_));
  ASSERT_EQ(CodeOf(salvage), "ok");
  ASSERT_EQ(salvage->assessments.size(), 1u);
  EXPECT_EQ(salvage->assessments[0].records, records_);
}

TEST_F(SalvageTest, WritesNothing) {
  Fill(50);
  DamageFirstPage();
  for (std::uint32_t slot = 0; slot < kSlots; ++slot) ASSERT_TRUE(device_.Flush(slot));
  ASSERT_EQ(CodeOf(SalvageRecords(OptionsOf(*vfs_))), "ok");
  EXPECT_EQ(device_.UnflushedChanges(), 0u);
}

TEST_F(SalvageTest, AMissingOrOpenFileHasItsCode) {
  EXPECT_EQ(CodeOf(SalvageRecords(OptionsOf(*vfs_))), "ERR_STORE_MISSING");
  auto store = Store::Open(OptionsOf(*vfs_));
  EXPECT_EQ(CodeOf(SalvageRecords(OptionsOf(*vfs_))), "ERR_STORE_BUSY");
  EXPECT_EQ(CodeOf(SalvageRecords({"x", "no such vfs"})), "ERR_STORE_OPEN");
}

}  // namespace
}  // namespace pingshen::store
