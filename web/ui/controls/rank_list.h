// Things in an order that a person changes: by dragging a row at its handle, or one place at a time.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "web/ui/draw/frame.h"

namespace pingshen::ui {

struct RankRow {
  std::string id;  // the handle's; the buttons are id/up and id/down
  std::string_view label;
};

// A row that is being dragged; lives with the screen.
struct RankDrag {
  std::string id;         // of the row, "" = none
  float grab_px = 0;      // where in the row it was taken
  std::size_t place = 0;  // where it would land
};

struct RankSpec {
  std::string_view name;  // of the whole list
  std::span<const RankRow> rows;
  bool ranked = false;  // the order is an answer already; otherwise the numbers are pale
  bool disabled = false;
};

// One row moves from a place to another. Rows take their height from the column.
struct RankMove {
  std::size_t from = 0, to = 0;
};
std::optional<RankMove> RankList(Frame& frame, Column& column, const RankSpec& spec,
                                 RankDrag& drag);

}  // namespace pingshen::ui
