// A row that leads somewhere: a sign or a badge, what, a quiet second line, a chevron.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "web/ui/controls/marks.h"
#include "web/ui/draw/frame.h"
#include "web/ui/draw/icons.h"

namespace pingshen::ui {

struct TaskRow {
  std::string id;
  std::string_view title;
  std::string_view text = {};  // second line
  std::optional<Icon> icon = {};
  std::optional<Standing> mark = {};  // instead of the icon
  ImU32 ink = 0;                      // of icon and second line; 0: quiet
  std::string_view trailing = {};     // in front of the chevron
  ImU32 trailing_ink = 0;
};
// True when it was tapped.
bool DrawTaskRow(Frame& frame, Column& column, const TaskRow& row);

}  // namespace pingshen::ui
