// A question on top of everything; what lies behind it neither answers nor is heard of.
#pragma once

#include <string>
#include <string_view>

#include "web/ui/draw/frame.h"

namespace pingshen::ui {

struct DialogSpec {
  std::string_view title;
  std::string_view text;
  std::string_view confirm;  // label of the button that does it
  bool danger = false;
};
enum class DialogAnswer { kOpen, kConfirmed, kCancelled };

// In the middle of the screen, on a phone at its bottom.
DialogAnswer DrawDialog(Frame& frame, const DialogSpec& spec);

}  // namespace pingshen::ui
