#include "web/ui/words/time_text.h"

#include <gtest/gtest.h>

namespace pingshen::ui {
namespace {

constexpr std::int64_t kNoonInChina = 1'795'320'000'000;  // 2026-11-22T04:00:00Z
constexpr int kChina = 480;

TEST(TimeText, ClockIsLocal) {
  EXPECT_EQ(ClockText(kNoonInChina, kChina), "12:00:00");
  EXPECT_EQ(ClockText(kNoonInChina + 3'661'999, kChina), "13:01:01");
  EXPECT_EQ(ClockText(kNoonInChina, -300), "23:00:00");
  EXPECT_EQ(ClockText(-1, 0), "23:59:59");
}

TEST(TimeText, MomentIsAsShortAsItCanBe) {
  EXPECT_EQ(MomentText(kNoonInChina, kNoonInChina + 60'000, kChina), "12:00");
  EXPECT_EQ(MomentText(kNoonInChina - 86'400'000, kNoonInChina, kChina), "11-21 12:00");
  EXPECT_EQ(MomentText(kNoonInChina - 400LL * 86'400'000, kNoonInChina, kChina), "2025-10-18");
}

TEST(TimeText, Sizes) {
  EXPECT_EQ(SizeText(0), "0 B");
  EXPECT_EQ(SizeText(999), "999 B");
  EXPECT_EQ(SizeText(48'213), "48 kB");
  EXPECT_EQ(SizeText(1'250'000), "1.3 MB");
}

}  // namespace
}  // namespace pingshen::ui
