#include "web/ui/item/item_position.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "web/ui/controls/buttons.h"
#include "web/ui/controls/parts.h"
#include "web/ui/draw/surface.h"
#include "web/ui/io/page_request.h"
#include "web/ui/screen/item_facts.h"
#include "web/ui/screen/item_words.h"
#include "web/ui/words/strings_items.h"

namespace pingshen::ui {
namespace {

using model::ItemType;

// "39.9 116.4 0 0" → its four numbers.
std::array<std::string_view, 4> NumbersOf(std::string_view point) {
  std::array<std::string_view, 4> numbers;
  std::size_t at = 0;
  for (std::string_view& number : numbers) {
    if (at >= point.size()) break;
    const std::size_t end = std::min(point.find(' ', at), point.size());
    number = point.substr(at, end - at);
    at = end + 1;
  }
  return numbers;
}

// "39.90420°"
std::string Degrees(const Frame&, std::string_view number) {
  constexpr int kPlaces = 5;  // about a metre
  const Result<Decimal> value = Decimal::Parse(number);
  return (value ? value->ToFixed(kPlaces) : std::string(number)) + "°";
}

std::string Metres(const Frame& frame, std::string_view number) {
  constexpr int kPlaces = 1;
  const Result<Decimal> value = Decimal::Parse(number);
  return Fill(frame.Say(say::kMetres), value ? value->ToFixed(kPlaces) : std::string(number));
}

// Label and figure in a cell of a grid of two columns.
void DrawFigure(Frame& frame, const Rect& cell, std::string_view label, std::string_view figure) {
  DrawText(frame, {cell.x, cell.y, cell.width, kSmall.line_px}, kSmall, frame.palette.text_soft,
           label);
  DrawText(frame, {cell.x, cell.y + kSmall.line_px, cell.width, kBodyStrong.line_px}, kBodyStrong,
           frame.palette.text, figure);
}

void DrawPoint(ScreenContext& context, Column& column, const std::string& path_text,
               std::string_view name, std::string_view point) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const auto numbers = NumbersOf(point);
  const std::string latitude = Degrees(frame, numbers[0]), longitude = Degrees(frame, numbers[1]);
  const std::string altitude = Metres(frame, numbers[2]), accuracy = Metres(frame, numbers[3]);
  constexpr float kCell = kSmall.line_px + kBodyStrong.line_px;
  const Rect box = column.Take(2 * kCell + 3 * space::k12);
  DrawSurface(frame, box, {.fill = p.sunken, .edge = p.hairline, .radius = size::kControlRadius});
  const float width = (box.width - 3 * space::k12) * 0.5f;
  const float left = box.x + space::k12, right = left + width + space::k12;
  const float top = box.y + space::k12, low = top + kCell + space::k12;
  DrawFigure(frame, {left, top, width, kCell}, frame.Say(say::kLatitude), latitude);
  DrawFigure(frame, {right, top, width, kCell}, frame.Say(say::kLongitude), longitude);
  DrawFigure(frame, {left, low, width, kCell}, frame.Say(say::kAltitude), altitude);
  DrawFigure(frame, {right, low, width, kCell}, frame.Say(say::kAccuracy), accuracy);
  std::string told(name);
  for (const auto& [label, figure] : {std::pair{&say::kLatitude, &latitude},
                                      {&say::kLongitude, &longitude},
                                      {&say::kAltitude, &altitude},
                                      {&say::kAccuracy, &accuracy}}) {
    told += ' ';
    told += frame.Say(*label);
    told += ' ';
    told += *figure;
  }
  Tell(frame, Role::kText, path_text, told, box);
}

// The points from above, north up, as large as the box allows.
void DrawSketch(Frame& frame, const Rect& box, const std::vector<std::string>& points,
                bool closed) {
  const Palette& p = frame.palette;
  DrawSurface(frame, box, {.fill = p.sunken, .edge = p.hairline, .radius = size::kControlRadius});
  if (points.empty() || !frame.Shows(box)) return;
  std::vector<ImVec2> at;
  double west = 1e9, east = -1e9, south = 1e9, north = -1e9;
  for (const std::string& point : points) {
    const auto numbers = NumbersOf(point);
    const Result<Decimal> latitude = Decimal::Parse(numbers[0]);
    const Result<Decimal> longitude = Decimal::Parse(numbers[1]);
    if (!latitude || !longitude) continue;
    const double y = latitude->ToDouble(), x = longitude->ToDouble();
    west = std::min(west, x), east = std::max(east, x);
    south = std::min(south, y), north = std::max(north, y);
    at.emplace_back(static_cast<float>(x), static_cast<float>(y));
  }
  if (at.empty()) return;
  constexpr float kMargin = 20;
  // A degree of longitude is shorter than one of latitude.
  const double squeeze = std::cos((south + north) * 0.5 * 3.14159265358979 / 180);
  const double wide = std::max((east - west) * squeeze, 1e-6), high = std::max(north - south, 1e-6);
  const double scale = std::min((static_cast<double>(box.width) - 2 * kMargin) / wide,
                                (static_cast<double>(box.height) - 2 * kMargin) / high);
  const ImVec2 middle(box.x + box.width * 0.5f, box.y + box.height * 0.5f);
  // Floats cannot hold a metre in degrees beside a whole degree: the differences are taken in double.
  std::size_t index = 0;
  for (const std::string& point : points) {
    const auto numbers = NumbersOf(point);
    const Result<Decimal> latitude = Decimal::Parse(numbers[0]);
    const Result<Decimal> longitude = Decimal::Parse(numbers[1]);
    if (!latitude || !longitude) continue;
    const double x = (longitude->ToDouble() - (west + east) * 0.5) * squeeze * scale;
    const double y = (latitude->ToDouble() - (south + north) * 0.5) * scale;
    at[index++] = {middle.x + static_cast<float>(x), middle.y - static_cast<float>(y)};
  }
  const int count = static_cast<int>(at.size());
  if (closed && count > 2) frame.draw.AddConcavePolyFilled(at.data(), count, p.accent_soft);
  frame.draw.AddPolyline(at.data(), count, p.accent, closed ? ImDrawFlags_Closed : 0, 2);
  for (int i = 0; i < count; ++i) {
    const bool end = i == 0 || i + 1 == count;
    frame.draw.AddCircleFilled(at[static_cast<std::size_t>(i)], end ? 5.0f : 3.5f, p.accent);
    if (end) frame.draw.AddCircleFilled(at[static_cast<std::size_t>(i)], 2, p.surface);
  }
}

std::string Joined(const std::vector<std::string>& points) {
  std::string text;
  for (const std::string& point : points) {
    if (!text.empty()) text += ';';
    text += point;
  }
  return text;
}

void SetPoints(ScreenContext& context, const model::FieldPath& path,
               const std::vector<std::string>& points) {
  const Result<model::Value> value = model::Value::Make(
      points.empty() ? model::ValueKind::kEmpty : model::ValueKind::kPosition, Joined(points));
  if (value) Set(context, path, *value);
}

struct Action {
  std::string_view suffix;
  const Phrase* label;
  Icon icon;
  bool disabled = false;
};
// Buttons below each other or, where there is room, side by side; index of the one tapped, or -1.
int DrawActions(Frame& frame, Column& column, const std::string& id, std::string_view name,
                std::span<const Action> actions) {
  int tapped = -1;
  float whole = 0;
  for (const Action& action : actions)
    whole +=
        ButtonWidth(frame, {.id = {}, .label = frame.Say(*action.label), .icon = action.icon}) +
        space::k8;
  const bool beside = whole - space::k8 <= column.width;
  float x = column.x;
  Rect row = column.Take(size::kControl);
  for (std::size_t i = 0; i < actions.size(); ++i) {
    const Action& action = actions[i];
    if (i > 0 && !beside) {
      column.Gap(space::k8);
      row = column.Take(size::kControl);
    }
    std::string full_name(name);
    full_name += ' ';
    full_name += frame.Say(*action.label);
    const ButtonSpec spec{.id = id + std::string(action.suffix),
                          .label = frame.Say(*action.label),
                          .name = full_name,
                          .kind = i == 0 ? ButtonKind::kSecondary : ButtonKind::kQuiet,
                          .icon = action.icon,
                          .disabled = action.disabled};
    const float width = beside ? ButtonWidth(frame, spec) : column.width;
    if (Button(frame, {beside ? x : column.x, row.y, width, row.height}, spec))
      tapped = static_cast<int>(i);
    x += width + space::k8;
  }
  return tapped;
}

void AskForPosition(ScreenContext& context, const evaluation::ItemState& state,
                    std::string_view name) {
  context.frame.output.requests.push_back(
      RequestFor(PageService::kPosition, *state.item, state.path, name, 0));
}

void DrawOnePosition(ScreenContext& context, Column& column, const evaluation::ItemState& state,
                     const std::string& path_text, std::string_view name) {
  Frame& frame = context.frame;
  const std::vector<std::string> points = AnswerAt(context, state.path).Points();
  if (!points.empty()) {
    DrawPoint(context, column, path_text, name, points.front());
    column.Gap(space::k8);
  }
  const Action actions[] = {
      {"/locate", points.empty() ? &say::kTakePosition : &say::kTakePositionAgain, Icon::kPin,
       !frame.input.services.position},
      {"/clear", &say::kClearAnswer, Icon::kTrash}};
  const int tapped =
      DrawActions(frame, column, path_text, name, std::span(actions, points.empty() ? 1u : 2u));
  if (tapped == 0) AskForPosition(context, state, name);
  if (tapped == 1) Set(context, state.path, model::Value());
}

void DrawPoints(ScreenContext& context, Column& column, const evaluation::ItemState& state,
                const std::string& path_text, std::string_view name) {
  Frame& frame = context.frame;
  const bool shape = state.item->type == ItemType::kShape;
  std::vector<std::string> points = AnswerAt(context, state.path).Points();
  const bool closed = shape && points.size() > 3 && points.front() == points.back();
  if (!points.empty()) {
    constexpr float kSketch = 180;
    const Rect box = column.Take(kSketch);
    DrawSketch(frame, box, points, closed);
    column.Gap(space::k4);
    const std::size_t shown = points.size() - (closed ? 1 : 0);
    const std::string count = Fill(frame.Say(say::kPointCount), std::to_string(shown));
    const Rect line = DrawParagraph(frame, column, kSmall, frame.palette.text_soft, count);
    std::string told(name);
    told += ' ';
    told += count;
    Tell(frame, Role::kText, path_text, told, {box.x, box.y, box.width, Bottom(line) - box.y});
    column.Gap(space::k8);
  }
  std::vector<Action> actions{
      {"/add", &say::kAddPoint, Icon::kPin, closed || !frame.input.services.position}};
  if (!points.empty()) actions.push_back({"/undo", &say::kRemoveLastPoint, Icon::kTrash});
  if (shape && points.size() >= 3 && !closed)
    actions.push_back({"/close", &say::kCloseShape, Icon::kPath});
  const int tapped = DrawActions(frame, column, path_text, name, actions);
  if (tapped == 0) {
    // What the page finds comes as an answer of one point; it goes behind these.
    if (!points.empty()) context.state.points_before[path_text] = Joined(points);
    AskForPosition(context, state, name);
  } else if (tapped == 1) {
    points.pop_back();
    SetPoints(context, state.path, points);
  } else if (tapped == 2) {
    points.push_back(points.front());
    SetPoints(context, state.path, points);
  }
}

}  // namespace

void DrawPositionAnswer(ScreenContext& context, Column& column, const evaluation::ItemState& state,
                        const std::string& path_text, std::string_view name) {
  if (state.item->type == ItemType::kPosition) {
    DrawOnePosition(context, column, state, path_text, name);
  } else {
    DrawPoints(context, column, state, path_text, name);
  }
}

}  // namespace pingshen::ui
