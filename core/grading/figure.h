// A reported figure as people write it: "83.86%", "7.93 千万", "90,800 元", "5.58‰", "XX", "-2".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/decimal.h"

namespace pingshen::grading {

enum class FigureState : std::uint8_t {
  kGiven,
  kMissing,        // "", "-", "—", "/", "无"
  kRedacted,       // letters x, X, ×, * or ■ in the place of digits
  kNotCarriedOut,  // the missing code -2 of the 三网监测
  kUnreadable,     // no figure; never counted either
};

// Only kGiven figures have a value; nothing else is ever counted, compared or added up.
struct Figure {
  FigureState state = FigureState::kMissing;
  Decimal value;         // in `unit`: 7.93 千万 is 79,300,000; 5 升 is 5,000 毫升
  Decimal written;       // as written, 7.93
  int places = 0;        // digits behind the point, trailing zeros included: 2
  std::int64_t per = 0;  // rates: 100 for %, 1,000 for ‰, n for "/n"; 0: no rate
  std::string unit;      // "元", "人次", "毫升"; "" = none. Of rates: ""
  bool given() const { return state == FigureState::kGiven; }
};

// Full-width digits and signs, blanks and thousands separators are understood. `missing_code`: what
// stands for "not carried out"; "" for none.
Figure ReadFigure(std::string_view text, std::string_view missing_code = "-2");
Figure GivenFigure(const Decimal& value);

}  // namespace pingshen::grading
