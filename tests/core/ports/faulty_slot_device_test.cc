#include "core/ports/faulty_slot_device.h"

#include <gtest/gtest.h>

#include <string>

#include "core/ports/memory_slot_device.h"

namespace pingshen::ports {
namespace {

class FaultyDevice : public ::testing::Test {
 protected:
  ErrorCode CodeOf(const Status& status) {
    return status ? ErrorCode::ERR_INTERNAL : status.error().code;
  }
  std::string Content(std::uint32_t slot) {
    Bytes out(static_cast<std::size_t>(memory_.Size(slot).value()));
    EXPECT_TRUE(memory_.Read(slot, 0, out).has_value());
    return std::string(AsText(out));
  }

  MemorySlotDevice memory_{2};
  FaultySlotDevice device_{memory_};
};

TEST_F(FaultyDevice, CountsWhatChanges) {
  EXPECT_TRUE(device_.Write(0, 0, AsBytes("ab")).has_value());
  EXPECT_TRUE(device_.Truncate(0, 1).has_value());
  EXPECT_TRUE(device_.Flush(0).has_value());
  EXPECT_EQ(device_.Size(0).value(), 1u);
  EXPECT_EQ(device_.operations(), 3u);
  EXPECT_EQ(device_.flushes(), 1u);
}

TEST_F(FaultyDevice, FailsOnceAtTheChosenOperation) {
  device_.FailAt(2);
  EXPECT_TRUE(device_.Write(0, 0, AsBytes("abcd")).has_value());
  EXPECT_EQ(CodeOf(device_.Write(0, 0, AsBytes("WXYZ"))), ErrorCode::ERR_DEVICE_IO);
  EXPECT_EQ(Content(0), "WXcd");
  EXPECT_TRUE(device_.Flush(0).has_value());
}

TEST_F(FaultyDevice, AfterTheCutNothingWorks) {
  device_.CutAt(3);
  EXPECT_TRUE(device_.Write(0, 0, AsBytes("durable")).has_value());
  EXPECT_TRUE(device_.Flush(0).has_value());
  EXPECT_FALSE(device_.is_cut());
  EXPECT_EQ(CodeOf(device_.Write(0, 0, AsBytes("RUINED!"))), ErrorCode::ERR_DEVICE_IO);
  EXPECT_TRUE(device_.is_cut());
  EXPECT_EQ(CodeOf(device_.Flush(0)), ErrorCode::ERR_DEVICE_IO);
  EXPECT_EQ(CodeOf(device_.Truncate(0, 0)), ErrorCode::ERR_DEVICE_IO);
  Bytes out(4);
  EXPECT_FALSE(device_.Read(0, 0, out).has_value());
  EXPECT_FALSE(device_.Size(0).has_value());
  EXPECT_EQ(device_.operations(), 3u);
  EXPECT_EQ(memory_.UnflushedChanges(), 1u) << "the write was under way";
  memory_.PowerCut(0);
  EXPECT_EQ(Content(0), "durable");
}

TEST_F(FaultyDevice, CutFlushHasNotBegun) {
  device_.CutAt(2);
  EXPECT_TRUE(device_.Write(0, 0, AsBytes("a")).has_value());
  EXPECT_EQ(CodeOf(device_.Flush(0)), ErrorCode::ERR_DEVICE_IO);
  memory_.PowerCut(0);
  EXPECT_EQ(Content(0), "");
}

TEST_F(FaultyDevice, CapacityIsOverAllSlots) {
  device_.SetCapacity(10);
  EXPECT_TRUE(device_.Write(0, 0, AsBytes("123456")).has_value());
  EXPECT_EQ(CodeOf(device_.Write(1, 0, AsBytes("abcdef"))), ErrorCode::ERR_DEVICE_FULL);
  EXPECT_EQ(Content(1), "abcd") << "partly done";
  EXPECT_TRUE(device_.Write(0, 0, AsBytes("654321")).has_value()) << "no growth needs no room";
  EXPECT_EQ(CodeOf(device_.Truncate(0, 7)), ErrorCode::ERR_DEVICE_FULL);
  EXPECT_TRUE(device_.Truncate(0, 3).has_value());
  EXPECT_TRUE(device_.Write(1, 4, AsBytes("efg")).has_value());
  device_.SetCapacity(std::nullopt);
  EXPECT_TRUE(device_.Write(1, 7, AsBytes("hijklmnop")).has_value());
}

}  // namespace
}  // namespace pingshen::ports
