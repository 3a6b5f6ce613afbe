#include "core/ports/memory_slot_device.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace pingshen::ports {
namespace {

std::string Content(SlotDevice& device, std::uint32_t slot) {
  Bytes out(static_cast<std::size_t>(device.Size(slot).value()));
  EXPECT_EQ(device.Read(slot, 0, out).value(), out.size());
  return std::string(AsText(out));
}

// "old" is flushed, then 2000 bytes over it are not.
MemorySlotDevice HalfWritten() {
  MemorySlotDevice device(2);
  EXPECT_TRUE(device.Write(0, 0, AsBytes(std::string(1500, 'o'))).has_value());
  EXPECT_TRUE(device.Flush(0).has_value());
  EXPECT_TRUE(device.Write(0, 0, AsBytes(std::string(2000, 'n'))).has_value());
  return device;
}

TEST(MemorySlotDevicePowerCut, FlushedBytesSurviveEverySeed) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    MemorySlotDevice device(2);
    ASSERT_TRUE(device.Write(0, 0, AsBytes("kept")).has_value());
    ASSERT_TRUE(device.Truncate(1, 7).has_value());
    ASSERT_TRUE(device.Flush(0).has_value());
    ASSERT_TRUE(device.Flush(1).has_value());
    device.PowerCut(seed);
    EXPECT_EQ(Content(device, 0), "kept");
    EXPECT_EQ(device.Size(1).value(), 7u);
  }
}

TEST(MemorySlotDevicePowerCut, FlushIsForItsOwnSlotOnly) {
  MemorySlotDevice device(2);
  ASSERT_TRUE(device.Write(0, 0, AsBytes("a")).has_value());
  ASSERT_TRUE(device.Write(1, 0, AsBytes("b")).has_value());
  ASSERT_TRUE(device.Flush(1).has_value());
  EXPECT_EQ(device.UnflushedChanges(), 1u);
  device.PowerCut(0);
  EXPECT_EQ(Content(device, 0), "");
  EXPECT_EQ(Content(device, 1), "b");
}

TEST(MemorySlotDevicePowerCut, SeedsZeroAndOneAreTheExtremes) {
  MemorySlotDevice lost = HalfWritten();
  lost.PowerCut(0);
  EXPECT_EQ(Content(lost, 0), std::string(1500, 'o'));
  MemorySlotDevice kept = HalfWritten();
  kept.PowerCut(1);
  EXPECT_EQ(Content(kept, 0), std::string(2000, 'n'));
  EXPECT_EQ(kept.UnflushedChanges(), 0u);
}

TEST(MemorySlotDevicePowerCut, TornWritesOfManyKinds) {
  std::set<std::string> outcomes;
  bool torn_inside_sector = false;
  bool size_without_bytes = false;
  bool later_sector_without_earlier = false;
  for (std::uint64_t seed = 2; seed < 400; ++seed) {
    MemorySlotDevice device = HalfWritten();
    device.PowerCut(seed);
    const std::string content = Content(device, 0);
    ASSERT_LE(content.size(), 2000u);
    ASSERT_GE(content.size(), 1500u);
    for (std::size_t i = 0; i < content.size(); ++i) {
      const char c = content[i];
      ASSERT_TRUE(c == 'n' || (i < 1500 ? c == 'o' : c == '\0')) << "a byte that was never there";
      if (i > 0 && i < 1500 && i % 512 != 0 && content[i - 1] != c) torn_inside_sector = true;
    }
    if (content.size() == 2000 && content.back() == '\0') size_without_bytes = true;
    if (content[0] == 'o' && content[1024] == 'n') later_sector_without_earlier = true;
    outcomes.insert(content);
    MemorySlotDevice again = HalfWritten();
    again.PowerCut(seed);
    ASSERT_EQ(Content(again, 0), content) << "a seed must give the same state";
  }
  EXPECT_GT(outcomes.size(), 50u);
  EXPECT_TRUE(torn_inside_sector);
  EXPECT_TRUE(size_without_bytes);
  EXPECT_TRUE(later_sector_without_earlier);
}

TEST(MemorySlotDevicePowerCut, LaterChangeMaySurviveWithoutTheEarlierOne) {
  std::set<std::string> outcomes;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    MemorySlotDevice device(1);
    ASSERT_TRUE(device.Write(0, 0, AsBytes("--")).has_value());
    ASSERT_TRUE(device.Flush(0).has_value());
    ASSERT_TRUE(device.Write(0, 0, AsBytes("A")).has_value());
    ASSERT_TRUE(device.Write(0, 1, AsBytes("B")).has_value());
    device.PowerCut(seed);
    outcomes.insert(Content(device, 0));
  }
  EXPECT_EQ(outcomes, (std::set<std::string>{"--", "A-", "-B", "AB"}));
}

TEST(MemorySlotDevicePowerCut, WhatSurvivedIsDurable) {
  MemorySlotDevice device = HalfWritten();
  device.PowerCut(7);
  const std::string content = Content(device, 0);
  device.PowerCut(0);
  EXPECT_EQ(Content(device, 0), content);
}

}  // namespace
}  // namespace pingshen::ports
