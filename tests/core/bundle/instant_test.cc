#include "core/bundle/instant.h"

#include <gtest/gtest.h>

namespace pingshen::bundle {
namespace {

TEST(Instant, GivesKnownTimes) {
  // Computed with Python's datetime.
  EXPECT_EQ(FormatInstant(1'795'336'200'123), "2026-11-22T08:30:00.123Z");
  EXPECT_EQ(FormatInstant(1'709'251'199'999), "2024-02-29T23:59:59.999Z");
  EXPECT_EQ(FormatInstant(0), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(FormatInstant(kMaxInstantMs), "9999-12-31T23:59:59.999Z");
}

TEST(Instant, ComesBack) {
  for (std::int64_t ms = 0; ms <= kMaxInstantMs; ms += 86'399'999LL * 1234) {
    EXPECT_EQ(ParseInstant(FormatInstant(ms)), ms);
  }
  EXPECT_EQ(ParseInstant("9999-12-31T23:59:59.999Z"), kMaxInstantMs);
}

TEST(Instant, HasOneSpelling) {
  for (const char* text : {"",
                           "2026-11-22T08:30:00Z",
                           "2026-11-22T08:30:00.12Z",
                           "2026-11-22T08:30:00.1234Z",
                           "2026-11-22 08:30:00.123Z",
                           "2026-11-22t08:30:00.123Z",
                           "2026-11-22T08:30:00.123z",
                           "2026-11-22T08:30:00.123+",
                           "2026-11-22T08:30:60.000Z",
                           "2026-11-22T24:00:00.000Z",
                           "2026-11-22T08:60:00.000Z",
                           "2026-02-29T00:00:00.000Z",
                           "2026-13-01T00:00:00.000Z",
                           "2026-00-01T00:00:00.000Z",
                           "2026-11-00T00:00:00.000Z",
                           "1969-12-31T23:59:59.999Z",
                           "2026-11-2 T08:30:00.123Z",
                           "+026-11-22T08:30:00.123Z",
                           "2026/11/22T08:30:00.123Z",
                           "2026-11-22T08-30-00.123Z",
                           "2026-11-22T08:30:00,123Z"}) {
    EXPECT_EQ(ParseInstant(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace pingshen::bundle
