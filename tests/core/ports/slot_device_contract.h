// What every SlotDevice must do, whatever it is made of. Include it in one source file of a test
// program and say
//   INSTANTIATE_TEST_SUITE_P(Memory, SlotDeviceContract, ::testing::Values([] { return …; }));
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <string>

#include "core/ports/slot_device.h"

namespace pingshen::ports {

// Makes a device with at least two slots, all empty.
using SlotDeviceFactory = std::function<std::unique_ptr<SlotDevice>()>;

class SlotDeviceContract : public ::testing::TestWithParam<SlotDeviceFactory> {
 protected:
  void SetUp() override {
    device_ = GetParam()();
    ASSERT_NE(device_, nullptr);
    ASSERT_GE(device_->SlotCount(), 2u);
  }

  void Write(std::uint32_t slot, std::uint64_t offset, std::string_view text) {
    const Status status = device_->Write(slot, offset, AsBytes(text));
    ASSERT_TRUE(status.has_value()) << status.error().context;
  }
  std::string Read(std::uint32_t slot, std::uint64_t offset, std::size_t size) {
    Bytes out(size, 0xEE);
    const auto count = device_->Read(slot, offset, out);
    EXPECT_TRUE(count.has_value());
    EXPECT_TRUE(std::all_of(out.begin() + static_cast<std::ptrdiff_t>(*count), out.end(),
                            [](auto b) { return b == 0xEE; }))
        << "touched more than it read";
    return std::string(AsText(ByteView(out).first(*count)));
  }
  std::uint64_t Size(std::uint32_t slot) { return device_->Size(slot).value(); }

  std::unique_ptr<SlotDevice> device_;
};

TEST_P(SlotDeviceContract, StartsEmpty) {
  for (std::uint32_t slot = 0; slot < device_->SlotCount(); ++slot) {
    EXPECT_EQ(Size(slot), 0u);
    EXPECT_EQ(Read(slot, 0, 10), "");
  }
}

TEST_P(SlotDeviceContract, WritesAreSeenAtOnce) {
  Write(0, 0, "hello world");
  EXPECT_EQ(Read(0, 0, 11), "hello world");
  Write(0, 6, "WORLD");
  EXPECT_EQ(Read(0, 0, 11), "hello WORLD");
  EXPECT_EQ(Read(0, 4, 4), "o WO");
  EXPECT_EQ(Size(0), 11u);
}

TEST_P(SlotDeviceContract, ReadsEndWithTheFile) {
  Write(0, 0, "abc");
  EXPECT_EQ(Read(0, 1, 10), "bc");
  EXPECT_EQ(Read(0, 3, 10), "");
  EXPECT_EQ(Read(0, 1000, 10), "");
  EXPECT_EQ(Read(0, 0, 0), "");
}

TEST_P(SlotDeviceContract, GapsAreZeros) {
  Write(0, 5, "x");
  EXPECT_EQ(Size(0), 6u);
  EXPECT_EQ(Read(0, 0, 6), std::string("\0\0\0\0\0x", 6));
}

TEST_P(SlotDeviceContract, SlotsAreIndependent) {
  Write(0, 0, "zero");
  Write(1, 2, "one");
  EXPECT_EQ(Read(0, 0, 10), "zero");
  EXPECT_EQ(Read(1, 0, 10), std::string("\0\0one", 5));
  ASSERT_TRUE(device_->Truncate(0, 0).has_value());
  EXPECT_EQ(Size(1), 5u);
}

TEST_P(SlotDeviceContract, TruncateCutsAndExtends) {
  Write(0, 0, "abcdef");
  ASSERT_TRUE(device_->Truncate(0, 2).has_value());
  EXPECT_EQ(Size(0), 2u);
  EXPECT_EQ(Read(0, 0, 10), "ab");
  ASSERT_TRUE(device_->Truncate(0, 4).has_value());
  EXPECT_EQ(Read(0, 0, 10), std::string("ab\0\0", 4)) << "what was cut off must not come back";
}

TEST_P(SlotDeviceContract, EmptyWriteChangesNothing) {
  Write(0, 0, "ab");
  Write(0, 10, "");
  EXPECT_EQ(Size(0), 2u);
}

TEST_P(SlotDeviceContract, FlushKeepsTheContent) {
  Write(0, 0, "abc");
  ASSERT_TRUE(device_->Flush(0).has_value());
  ASSERT_TRUE(device_->Flush(1).has_value());
  EXPECT_EQ(Read(0, 0, 10), "abc");
}

TEST_P(SlotDeviceContract, LargeWritesComeBackWhole) {
  std::string large(1 << 20, '\0');
  for (std::size_t i = 0; i < large.size(); ++i) large[i] = static_cast<char>(i * 31 % 251);
  Write(1, 12345, large);
  EXPECT_EQ(Size(1), 12345 + large.size());
  EXPECT_TRUE(Read(1, 12345, large.size()) == large);
  EXPECT_EQ(Read(1, 12345 + 1000, 64), large.substr(1000, 64));
}

}  // namespace pingshen::ports
