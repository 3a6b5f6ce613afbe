// A small number with − and +.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "web/ui/draw/frame.h"

namespace pingshen::ui {

inline constexpr float kStepperWidth = 136;  // 44 + 48 + 44

struct StepperSpec {
  std::string id;         // the buttons are id=less and id=more
  std::string_view name;  // of what is counted
  std::int64_t value = 0;
  std::int64_t maximum = 1;  // minimum is 0
};

// `rect`: kStepperWidth wide, size::kTouch high. Returns -1, 0 or +1.
int Stepper(Frame& frame, const Rect& rect, const StepperSpec& spec);

}  // namespace pingshen::ui
