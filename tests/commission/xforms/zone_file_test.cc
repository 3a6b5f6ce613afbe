// Offsets of the system's own zone files against the dates of the law.
#include "commission/xforms/zone_file.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace pingshen::commission {
namespace {

constexpr std::int64_t kJanuary2026_ms = 1'768'435'200'000;  // 2026-01-15T00:00:00Z
constexpr std::int64_t kJuly2026_ms = 1'784'073'600'000;     // 2026-07-15T00:00:00Z
constexpr std::int64_t kJuly1988_ms = 583'718'400'000;       // 1988-07-01T00:00:00Z

class ZoneFileTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists("/usr/share/zoneinfo/Asia/Shanghai"))
      GTEST_SKIP() << "this system has no zone files (package tzdata)";
  }
  static int Offset(std::string_view zone, std::int64_t utc_ms) {
    const auto loaded = LoadZone(zone);
    EXPECT_NE(loaded, nullptr) << zone;
    return loaded == nullptr ? 9999 : loaded->OffsetMinutes(utc_ms);
  }
};

TEST_F(ZoneFileTest, WinterAndSummer) {
  EXPECT_EQ(Offset("Europe/Berlin", kJanuary2026_ms), 60);
  EXPECT_EQ(Offset("Europe/Berlin", kJuly2026_ms), 120);
  EXPECT_EQ(Offset("America/Phoenix", kJanuary2026_ms), -420);
  EXPECT_EQ(Offset("America/Phoenix", kJuly2026_ms), -420);
  EXPECT_EQ(Offset("Asia/Kathmandu", kJuly2026_ms), 345);
  EXPECT_EQ(Offset("Australia/Lord_Howe", kJanuary2026_ms), 660);
  EXPECT_EQ(Offset("UTC", kJuly2026_ms), 0);
}

TEST_F(ZoneFileTest, ChinaHadSummerTimeFrom1986To1991) {
  EXPECT_EQ(Offset("Asia/Shanghai", kJuly1988_ms), 540);
  EXPECT_EQ(Offset("Asia/Shanghai", kJuly2026_ms), 480);
}

// 2026-03-29, 01:00 UTC, to the millisecond.
TEST_F(ZoneFileTest, AChangeBeginsAtItsInstant) {
  constexpr std::int64_t kChange_ms = 1'774'746'000'000;
  EXPECT_EQ(Offset("Europe/Berlin", kChange_ms - 1), 60);
  EXPECT_EQ(Offset("Europe/Berlin", kChange_ms), 120);
}

// Local mean time: 8:05:43, of which whole minutes count.
TEST_F(ZoneFileTest, BeforeTheFirstChangeTheFirstOffsetHolds) {
  EXPECT_EQ(Offset("Asia/Shanghai", -2'524'608'000'000), 485);  // 1890-01-01
}

TEST_F(ZoneFileTest, NamesThatAreNoZone) {
  for (const std::string_view name :
       {"", "Asia", "Asia/Nowhere", "../../etc/passwd", "/usr/share/zoneinfo/UTC", "zone.tab",
        "Europe/Berlin\n", "leapseconds"})
    EXPECT_EQ(LoadZone(name), nullptr) << name;
}

}  // namespace
}  // namespace pingshen::commission
