// The file of attachments beside the answers: its damage stays its own, and its size costs nothing.
#include "core/store/attachment_file.h"

#include <gtest/gtest.h>

#include <iostream>
#include <map>

#include "core/ports/memory_random.h"
#include "core/ports/memory_slot_device.h"
#include "core/store/salvage.h"
#include "core/store/slot_header.h"
#include "tests/core/store/samples.h"

namespace pingshen::store {
namespace {

// Counts what is read.
class CountingDevice : public ports::SlotDevice {
 public:
  explicit CountingDevice(ports::SlotDevice& inner) : inner_(inner) {}
  std::uint32_t SlotCount() const override { return inner_.SlotCount(); }
  Result<std::size_t> Read(std::uint32_t slot, std::uint64_t offset,
                           std::span<std::uint8_t> out) override {
    bytes_read += out.size();
    return inner_.Read(slot, offset, out);
  }
  Status Write(std::uint32_t slot, std::uint64_t offset, ByteView bytes) override {
    return inner_.Write(slot, offset, bytes);
  }
  Status Truncate(std::uint32_t slot, std::uint64_t size_bytes) override {
    return inner_.Truncate(slot, size_bytes);
  }
  Status Flush(std::uint32_t slot) override { return inner_.Flush(slot); }
  Result<std::uint64_t> Size(std::uint32_t slot) override { return inner_.Size(slot); }

  std::uint64_t bytes_read = 0;

 private:
  ports::SlotDevice& inner_;
};

constexpr int kAttachments = 40;
constexpr std::size_t kEach = 9'000;
constexpr int kRounds = 100;

class AttachmentFileTest : public testing::Test {
 protected:
  void SetUp() override {
    {
      const auto vfs = MakeVfs(device_);
      auto store = Store::Open(OptionsOf(*vfs));
      ASSERT_EQ(CodeOf((*store)->CreateAssessment(SampleAssessment("a"))), "ok");
      std::vector<std::string> names;
      for (int i = 0; i < kAttachments; ++i) {
        const model::Attachment attachment = SampleAttachment(i, kEach);
        ASSERT_EQ(CodeOf((*store)->PutAttachment("a", attachment, SampleBytes(i, kEach))), "ok");
        names.push_back(attachment.name);
        records_.push_back(NamingRecord(records_.size() + 1, "VC-01", names));
        ASSERT_EQ(CodeOf((*store)->Append("a", {&records_.back(), 1}, {})), "ok");
      }
    }
    // The slot of the attachments is the largest.
    for (std::uint32_t slot = 0; slot < kSlots; ++slot)
      if (*device_.Size(slot) > *device_.Size(slot_)) slot_ = slot;
    ASSERT_GT(*device_.Size(slot_), kAttachments * kEach);
  }

  ports::MemorySlotDevice device_{kSlots};
  std::uint32_t slot_ = 0;
  std::vector<model::AnswerRecord> records_;
};

// 200 bytes at a random place of the file, again and again: every answer is there, every attachment is as
// it was or refused by its own code, and what was lost can be put again.
TEST_F(AttachmentFileTest, DamageIsFoundStaysLocalAndHeals) {
  ports::SeededRandom random(7);
  std::map<std::string, int> codes;
  int lost_by_one = 0;
  for (int round = 0; round < kRounds; ++round) {
    ports::MemorySlotDevice device = device_;
    const std::uint64_t size = *device.Size(slot_) - kSlotHeaderBytes;
    const std::uint64_t at = kSlotHeaderBytes + random.Below(size - 200);
    Bytes noise(200);
    ASSERT_TRUE(random.Fill(noise));
    ASSERT_TRUE(device.Write(slot_, at, noise));
    const auto vfs = MakeVfs(device);
    auto store = Store::Open(OptionsOf(*vfs));
    ASSERT_EQ(CodeOf(store), "ok") << round;
    EXPECT_EQ(*(*store)->LoadRecords("a"), records_);
    EXPECT_EQ((*store)->ListAttachments("a")->size(), std::size_t{kAttachments});
    int lost = 0;
    for (int i = 0; i < kAttachments; ++i) {
      const auto bytes = (*store)->ReadAttachment(SampleAttachment(i, kEach).name);
      ++codes[CodeOf(bytes)];
      if (bytes) {
        EXPECT_EQ(*bytes, SampleBytes(i, kEach)) << round;
      } else {
        ++lost;
        const Status again =
            (*store)->PutAttachment("a", SampleAttachment(i, kEach), SampleBytes(i, kEach));
        if (again) {
          const auto healed = (*store)->ReadAttachment(SampleAttachment(i, kEach).name);
          ASSERT_EQ(CodeOf(healed), "ok");
          EXPECT_EQ(*healed, SampleBytes(i, kEach));
        } else {
          EXPECT_EQ(CodeOf(again), "ERR_STORE_ATTACHMENTS");
        }
      }
    }
    lost_by_one += lost <= 2 ? 1 : 0;
    // Answering goes on.
    const auto next = SampleRecord(records_.size() + 1, "VC-02", "goes on");
    EXPECT_EQ(CodeOf((*store)->Append("a", {&next, 1}, {})), "ok");
    EXPECT_FALSE((*store)->stopped());
  }
  std::cout << "damaged attachment files: of " << kRounds << ", " << lost_by_one
            << " lost at most two;";
  for (const auto& [code, count] : codes) std::cout << " " << code << " " << count;
  std::cout << std::endl;
  EXPECT_GT(lost_by_one, kRounds * 4 / 5);
  EXPECT_GT(codes["ERR_STORE_ATTACHMENT_DAMAGED"], 0);
}

TEST_F(AttachmentFileTest, WithoutItsFirstPageOnlyAttachmentsAreRefused) {
  ASSERT_TRUE(device_.Write(slot_, kSlotHeaderBytes, Bytes(4096, 0x55)));
  const auto vfs = MakeVfs(device_);
  {
    auto store = Store::Open(OptionsOf(*vfs));
    ASSERT_EQ(CodeOf(store), "ok");
    EXPECT_EQ(*(*store)->LoadRecords("a"), records_);
    EXPECT_EQ(CodeOf((*store)->ReadAttachment(SampleAttachment(0, kEach).name)),
              "ERR_STORE_ATTACHMENTS");
    EXPECT_EQ(CodeOf((*store)->PutAttachment("a", SampleAttachment(99, 1), Bytes(1))),
              "ERR_STORE_ATTACHMENTS");
    EXPECT_FALSE((*store)->stopped());
    const auto next = SampleRecord(records_.size() + 1, "VC-02", "goes on");
    EXPECT_EQ(CodeOf((*store)->Append("a", {&next, 1}, {})), "ok");
  }
  const auto salvage = SalvageRecords(OptionsOf(*vfs));
  ASSERT_EQ(CodeOf(salvage), "ok");
  EXPECT_FALSE(salvage->damaged);
  EXPECT_EQ(salvage->assessments[0].records.size(), records_.size() + 1);
}

TEST_F(AttachmentFileTest, ADamagedAnswersFileStillGivesAllNames) {
  for (std::uint32_t slot = 0; slot < kSlots; ++slot) {
    if (slot == slot_ || *device_.Size(slot) <= kSlotHeaderBytes) continue;
    ASSERT_TRUE(device_.Write(slot, kSlotHeaderBytes, Bytes(4096, 0x55)));
  }
  const auto vfs = MakeVfs(device_);
  EXPECT_FALSE(Store::Open(OptionsOf(*vfs)));
  const auto salvage = SalvageRecords(OptionsOf(*vfs));
  ASSERT_EQ(CodeOf(salvage), "ok");
  ASSERT_EQ(salvage->assessments.size(), 1u);
  EXPECT_EQ(salvage->assessments[0].records, records_);
  // And the bytes that they name are where they were.
  auto file = AttachmentFile::Open(OptionsOf(*vfs));
  ASSERT_EQ(CodeOf(file), "ok");
  for (int i = 0; i < kAttachments; ++i)
    EXPECT_EQ(*(*file)->Read(SampleAttachment(i, kEach).name.substr(0, 64)), SampleBytes(i, kEach));
}

// Opening reads none of the bytes, reading one reads that one.
TEST_F(AttachmentFileTest, ItsSizeCostsNothing) {
  ports::MemorySlotDevice memory(kSlots);
  CountingDevice device(memory);
  constexpr int kMany = 500;
  constexpr std::size_t kLarge = 40'000;
  {
    const auto vfs = MakeVfs(device);
    auto store = Store::Open(OptionsOf(*vfs));
    ASSERT_EQ(CodeOf((*store)->CreateAssessment(SampleAssessment("a"))), "ok");
    for (int i = 0; i < kMany; ++i)
      ASSERT_EQ(
          CodeOf((*store)->PutAttachment("a", SampleAttachment(i, kLarge), SampleBytes(i, kLarge))),
          "ok");
  }
  const auto vfs = MakeVfs(device);
  device.bytes_read = 0;
  auto store = Store::Open(OptionsOf(*vfs));
  ASSERT_EQ(CodeOf(store), "ok");
  ASSERT_EQ((*store)->ListAttachments("a")->size(), std::size_t{kMany});
  const std::uint64_t opening = device.bytes_read;
  device.bytes_read = 0;
  ASSERT_EQ(*(*store)->ReadAttachment(SampleAttachment(250, kLarge).name),
            SampleBytes(250, kLarge));
  const std::uint64_t first = device.bytes_read;
  device.bytes_read = 0;
  ASSERT_EQ(*(*store)->ReadAttachment(SampleAttachment(400, kLarge).name),
            SampleBytes(400, kLarge));
  const std::uint64_t second = device.bytes_read;
  std::cout << "500 attachments, " << kMany * kLarge / 1000 << " kB: opening reads "
            << opening / 1000 << " kB, the first attachment " << first / 1000 << " kB, another "
            << second / 1000 << " kB" << std::endl;
  EXPECT_LT(opening, 1'000'000u);
  EXPECT_LT(first, 400'000u);
  EXPECT_LT(second, 200'000u);
}

}  // namespace
}  // namespace pingshen::store
