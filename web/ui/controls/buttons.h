// Buttons. All answer to finger, mouse, keyboard and screen reader.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "web/ui/draw/frame.h"
#include "web/ui/draw/icons.h"

namespace pingshen::ui {

enum class ButtonKind { kPrimary, kSecondary, kQuiet, kDanger };

struct ButtonSpec {
  std::string id;
  std::string_view label;
  std::string_view name = {};  // accessible name when the label alone does not say enough
  ButtonKind kind = ButtonKind::kPrimary;
  std::optional<Icon> icon = {};
  bool icon_behind = false;
  bool disabled = false;
  std::string_view description = {};
};

// Width that shows the whole label.
float ButtonWidth(Frame& frame, const ButtonSpec& spec);
// True when it was tapped. REQUIRES: at least size::kTouch high and wide.
bool Button(Frame& frame, const Rect& rect, const ButtonSpec& spec);
// As wide as the column, size::kControl high.
bool WideButton(Frame& frame, Column& column, const ButtonSpec& spec);
// A picture only; `name` says what it does.
bool IconButton(Frame& frame, const Rect& rect, std::string id, Icon icon, std::string_view name,
                ImU32 colour);

// A line that opens and closes what is below it ("依据 ⌄"), size::kTouch high, as wide as its text.
float DisclosureWidth(Frame& frame, std::string_view label);
bool Disclosure(Frame& frame, float x, float y, std::string id, Icon icon, std::string_view label,
                std::string_view name, bool open, float* width);

}  // namespace pingshen::ui
