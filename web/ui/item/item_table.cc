#include "web/ui/item/item_table.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "web/ui/controls/parts.h"
#include "web/ui/draw/surface.h"
#include "web/ui/item/item_answer.h"
#include "web/ui/item/item_children.h"
#include "web/ui/item/item_findings.h"
#include "web/ui/screen/item_facts.h"
#include "web/ui/words/strings_items.h"

namespace pingshen::ui {
namespace {

using model::ItemType;

constexpr float kCellGap = space::k8;
constexpr float kLeastHead = 112, kMostHead = 220;

// Width that a column needs in a grid; 0: it cannot stand in one.
float LeastWidth(const model::Item& column) {
  switch (column.type) {
    case ItemType::kInteger:
    case ItemType::kDecimal:
    case ItemType::kTime:
    case ItemType::kCalculated:
      return 120;
    case ItemType::kDate:
      return 164;
    case ItemType::kText:
    case ItemType::kPhone:
    case ItemType::kRegionCode:
      return 150;
    case ItemType::kYesNoNa:
      return column.allows_not_applicable ? 0 : 176;
    default:
      return 0;
  }
}

struct Grid {
  float head = 0;  // width of the rows' labels
  std::vector<float> columns;
};

// Empty `columns`: there is no room for a grid.
Grid GridOf(Frame& frame, const model::Item& table, float width) {
  Grid grid;
  float widest = 0;
  for (const model::CodedLabel& row : table.rows)
    widest = std::max(widest, frame.text.Width(frame.Say(row.label), kBodyStrong));
  grid.head = std::clamp(std::ceil(widest) + 1, kLeastHead, kMostHead);
  float least = grid.head;
  for (const model::Item& column : table.children) {
    const float needed = LeastWidth(column);
    if (needed == 0) return {};
    grid.columns.push_back(needed);
    least += kCellGap + needed;
  }
  if (least > width) return {};
  const float more = std::floor((width - least) / static_cast<float>(grid.columns.size()));
  for (float& column : grid.columns) column += more;
  return grid;
}

std::string RowName(const Frame& frame, const model::Item& table, std::uint32_t number) {
  return number >= 1 && number <= table.rows.size() ? frame.Say(table.rows[number - 1].label)
                                                    : std::to_string(number);
}

void DrawGrid(ScreenContext& context, Column& column, const evaluation::ItemState& state,
              const std::string& path_text, const Grid& grid) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const model::Item& table = *state.item;
  // Heads of the columns, standing on one line.
  float head_height = 0;
  for (std::size_t i = 0; i < grid.columns.size(); ++i)
    head_height = std::max(head_height, frame.text.Height(frame.Say(table.children[i].label),
                                                          kSmallStrong, grid.columns[i]));
  float x = column.x + grid.head + kCellGap;
  for (std::size_t i = 0; i < grid.columns.size(); ++i) {
    const std::string& label = frame.Say(table.children[i].label);
    const float height = frame.text.Height(label, kSmallStrong, grid.columns[i]);
    Column place{x, column.y + head_height - height, grid.columns[i]};
    DrawParagraph(frame, place, kSmallStrong, p.text_soft, label);
    x += grid.columns[i] + kCellGap;
  }
  column.Gap(head_height + space::k4);
  for (const evaluation::ItemState::Instance& row : state.instances) {
    FillBox(frame, {column.x, column.y, column.width, space::kHair}, p.hairline);
    column.Gap(space::k8);
    const std::string label = RowName(frame, table, row.number);
    const std::string around = table.code + " " + label;
    const std::string id = path_text + "#" + std::to_string(row.number);
    RevealHere(frame, id, column.y);
    const float top = column.y;
    const float text_height = frame.text.Height(label, kBodyStrong, grid.head);
    Column head{column.x, top + std::max(0.0f, (size::kControl - text_height) * 0.5f), grid.head};
    const Rect rect = DrawParagraph(frame, head, kBodyStrong, p.text, label);
    Tell(frame, Role::kHeading, id + "/title", around, rect, 4);
    float bottom = std::max(head.y, top + size::kControl);
    x = column.x + grid.head + kCellGap;
    for (std::size_t i = 0; i < row.children.size() && i < grid.columns.size(); ++i) {
      const evaluation::ItemState& child = row.children[i];
      Column cell{x, top, grid.columns[i]};
      x += grid.columns[i] + kCellGap;
      if (!child.relevant || IsHidden(*child.item)) continue;
      const std::string child_path = child.path.ToString();
      RevealHere(frame, child_path, cell.y);
      const std::string name = around + " " + frame.Say(child.item->label);
      DrawAnswer(context, cell, child, child_path, name);
      DrawFindings(context, cell, child, child_path);
      bottom = std::max(bottom, cell.y);
    }
    column.y = bottom + space::k8;
  }
}

void DrawCards(ScreenContext& context, Column& column, const evaluation::ItemState& state,
               const std::string& path_text) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const model::Item& table = *state.item;
  for (const evaluation::ItemState::Instance& row : state.instances) {
    const std::string label = RowName(frame, table, row.number);
    const std::string around = table.code + " " + label;
    const std::string id = path_text + "#" + std::to_string(row.number);
    RevealHere(frame, id, column.y);
    Surface ground(frame, column.x, column.y, column.width,
                   {.fill = p.sunken, .edge = p.hairline, .radius = size::kControlRadius});
    const float padding = InnerPadding(column.width);
    Column inner = column.Indented(padding, padding);
    inner.Gap(space::k8);
    const std::string place = Fill(frame.Say(say::kTableRow), std::to_string(row.number),
                                   std::to_string(state.instances.size()));
    const float place_width = frame.text.Width(place, kSmall) + space::k8;
    DrawText(frame, {inner.x, inner.y, inner.width, kBodyStrong.line_px}, kSmall, p.text_soft,
             place, Align::kRight);
    Column head{inner.x, inner.y, inner.width - place_width};
    const Rect rect = DrawParagraph(frame, head, kBodyStrong, p.accent_pressed, label);
    Tell(frame, Role::kHeading, id + "/title", around, rect, 4);
    inner.y = head.y + space::k4;
    DrawChildren(context, inner, row.children, around, 5);
    column.y = inner.y;
    ground.End(column.y);
    column.Gap(space::k8);
  }
  if (!state.instances.empty()) column.y -= space::k8;
}

}  // namespace

void DrawTableAnswer(ScreenContext& context, Column& column, const evaluation::ItemState& state,
                     const std::string& path_text, std::string_view name) {
  Frame& frame = context.frame;
  const float top = column.y;
  const std::size_t index = frame.output.controls.size();
  const Grid grid = frame.phone() ? Grid{} : GridOf(frame, *state.item, column.width);
  Tell(frame, Role::kGroup, path_text, name, {column.x, top, column.width, 0});
  if (grid.columns.empty()) {
    DrawCards(context, column, state, path_text);
  } else {
    DrawGrid(context, column, state, path_text, grid);
  }
  // The group's place is known now; it is all of the table.
  if (!frame.mirror.muted() && index < frame.output.controls.size()) {
    Control& group = frame.output.controls[index];
    const Rect whole{column.x, top, column.width, column.y - top};
    group.visible = Intersects(whole, frame.clip);
    group.rect = group.visible ? Intersection(whole, frame.clip) : whole;
  }
}

}  // namespace pingshen::ui
