// The rating rule of the 2012 edition written from its text, with nothing of the program: marks as
// letters, shares by counting heads, no division and no library.
//   甲等: all items C ≥ 90 %, B ≥ 60 %, A ≥ 20 %; core items 100 %, 70 %, 20 %
//   乙等: all items 80, 50, 10; core items 100, 60, 10; 不合格: anything less
// Shares are cumulative, E is not counted, core items count in both columns.
#pragma once

#include <string>

namespace oracle {

struct Heads {
  long long a = 0, b = 0, c = 0, d = 0;
};

inline bool Enough(long long heads, long long percent, long long of) {
  // Lay out 100 slots for each item and `percent` of them must be covered for all of them.
  return 100 * heads - percent * of >= 0;
}

inline bool Column(const Heads& h, long long c, long long b, long long a) {
  const long long of = h.a + h.b + h.c + h.d;
  return Enough(h.a + h.b + h.c, c, of) && Enough(h.a + h.b, b, of) && Enough(h.a, a, of);
}

inline std::string Verdict(const Heads& all, const Heads& core) {
  if (Column(all, 90, 60, 20) && Column(core, 100, 70, 20)) return "甲等";
  if (Column(all, 80, 50, 10) && Column(core, 100, 60, 10)) return "乙等";
  return "不合格";
}

}  // namespace oracle
