// The drawn part of a text field. Typing happens in the page's own field laid exactly over
// Control::rect; while that one has the focus it shows the text, and here only label, frame and
// messages are drawn.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "web/ui/draw/frame.h"
#include "web/ui/draw/icons.h"

namespace pingshen::ui {

struct TextFieldSpec {
  std::string id;
  std::string_view name;        // accessible name
  std::string_view label = {};  // drawn above; "": something else labels it
  std::string_view mark = {};   // quiet word behind the label: 必填, 选填
  std::string_view text;        // whole content
  std::string_view shown = {};  // drawn instead of `text` without focus (a masked number)
  std::string_view placeholder = {};
  std::string_view unit = {};   // behind the text
  std::string_view hint = {};   // below, when there is no error
  std::string_view error = {};  // below, in red
  bool invalid = false;         // red, too; somebody else says why
  std::optional<Icon> icon = {};
  InputMode mode = InputMode::kText;
  bool multiline = false;
  bool required = false;
  bool disabled = false;
  std::uint32_t max_length = 0;  // UTF-16 code units
};

// Takes label, box and message from the column.
void DrawTextField(Frame& frame, Column& column, const TextFieldSpec& spec);

// A field whose text lives with the screen, not in the session: what is typed goes to `text` at
// once. Returns true when `text` changed.
bool LocalTextField(Frame& frame, Column& column, TextFieldSpec spec, std::string& text);

}  // namespace pingshen::ui
