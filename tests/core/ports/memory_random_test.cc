#include "core/ports/memory_random.h"

#include <gtest/gtest.h>

#include "core/base/bytes.h"
#include "core/ports/memory_clock.h"
#include "core/ports/memory_file_saver.h"

namespace pingshen::ports {
namespace {

TEST(SeededRandom, IsSplitMix64) {
  // First outputs of the reference implementation for this seed (Vigna, splitmix64.c).
  SeededRandom random(1234567);
  EXPECT_EQ(random.Next(), 6457827717110365317u);
  EXPECT_EQ(random.Next(), 3203168211198807973u);
  EXPECT_EQ(random.Next(), 9817491932198370423u);
}

TEST(SeededRandom, RepeatsAndBreaks) {
  Bytes a(40), b(40), c(40);
  EXPECT_TRUE(SeededRandom(5).Fill(a).has_value());
  EXPECT_TRUE(SeededRandom(5).Fill(b).has_value());
  EXPECT_TRUE(SeededRandom(6).Fill(c).has_value());
  EXPECT_EQ(a, b);
  EXPECT_NE(a, c);
  SeededRandom broken(5);
  broken.Break();
  EXPECT_EQ(broken.Fill(a).error().code, ErrorCode::ERR_RANDOM);
}

TEST(ManualClock, MovesOnlyWhenTold) {
  ManualClock clock(1000);
  clock.Advance(500);
  EXPECT_EQ(clock.NowUtcMs(), 1500);
  EXPECT_EQ(clock.MonotonicMs(), 500);
  clock.Advance(-1400);  // somebody set the device's clock back
  EXPECT_EQ(clock.NowUtcMs(), 100);
  EXPECT_EQ(clock.MonotonicMs(), 500);
  EXPECT_EQ(clock.UtcOffsetMinutes(0), 480);
}

TEST(MemoryFileSaver, KeepsFilesAndFailsOnce) {
  MemoryFileSaver saver;
  EXPECT_TRUE(saver.Save("a.psbundle", "application/x", AsBytes("abc")).has_value());
  saver.FailNext({ErrorCode::ERR_DEVICE_FULL, ""});
  EXPECT_EQ(saver.Save("b", "c", {}).error().code, ErrorCode::ERR_DEVICE_FULL);
  EXPECT_TRUE(saver.Save("c", "d", {}).has_value());
  ASSERT_EQ(saver.files().size(), 2u);
  EXPECT_EQ(saver.files()[0].name, "a.psbundle");
  EXPECT_EQ(AsText(saver.files()[0].bytes), "abc");
}

}  // namespace
}  // namespace pingshen::ports
