// A number on a line from a least to a greatest value, with − and + at its ends.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/decimal.h"
#include "web/ui/draw/frame.h"

namespace pingshen::ui {

struct SliderSpec {
  std::string id;         // the buttons are id=less and id=more
  std::string_view name;  // of what is asked
  std::optional<Decimal> value;
  Decimal minimum, maximum, step;  // REQUIRES: minimum < maximum, step > 0
  std::string_view unit = {};
  bool disabled = false;
};

// Where a drag stands that is not finished; lives with the screen.
struct SliderDrag {
  std::string id;
  Decimal value;
};

// Takes the line of the value and the track from the column. Returns the value that was chosen: by a
// button or key, by a tap on the track, at the end of a drag.
std::optional<Decimal> Slider(Frame& frame, Column& column, const SliderSpec& spec,
                              SliderDrag& drag);

// The value of `spec` nearest to a share (0 … 1) of the line.
Decimal SliderValueAt(const SliderSpec& spec, double share);

}  // namespace pingshen::ui
