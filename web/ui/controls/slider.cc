#include "web/ui/controls/slider.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "web/ui/draw/icons.h"
#include "web/ui/draw/surface.h"
#include "web/ui/words/strings_items.h"

namespace pingshen::ui {
namespace {

constexpr float kTrackPx = 6;
constexpr float kThumbPx = 26;
constexpr std::int64_t kMuchSteps = 10;

bool EndButton(Frame& frame, const Rect& rect, std::string id, std::string_view name,
               const Phrase& what, Icon icon, bool disabled) {
  Control control;
  control.id = std::move(id);
  control.name = name;
  control.name += ' ';
  control.name += frame.Say(what);
  control.disabled = disabled;
  control.rect = rect;
  const PointerAnswer answer = Touch(frame, std::move(control));
  const Palette& p = frame.palette;
  DrawSurface(frame, rect,
              {.fill = disabled      ? p.page
                       : answer.held ? p.accent_soft
                                     : p.surface,
               .edge = disabled                        ? p.hairline
                       : answer.hovered || answer.held ? p.accent
                                                       : p.border_strong,
               .radius = size::kControlRadius});
  DrawIcon(frame, icon, rect, disabled ? p.border_strong : p.accent);
  return answer.tapped;
}

double ShareOf(const SliderSpec& spec, const Decimal& value) {
  const double whole = (spec.maximum - spec.minimum).ToDouble();
  return std::clamp((value - spec.minimum).ToDouble() / whole, 0.0, 1.0);
}

Decimal Steps(const SliderSpec& spec, std::int64_t count) {
  return spec.step.Times(Decimal::FromInteger(count)).value_or(Decimal());
}

Decimal Within(const SliderSpec& spec, Decimal value) {
  if (value < spec.minimum) return spec.minimum;
  if (value > spec.maximum) return spec.maximum;
  return value;
}

// What keys ask for through the mirror.
std::optional<Decimal> ByKey(const Frame& frame, const SliderSpec& spec) {
  const Mirror& mirror = frame.mirror;
  const Decimal from = spec.value.value_or(spec.minimum);
  if (mirror.Activated(spec.id + "=first")) return spec.minimum;
  if (mirror.Activated(spec.id + "=last")) return SliderValueAt(spec, 1);
  if (mirror.Activated(spec.id + "=much-more")) return Within(spec, from + Steps(spec, kMuchSteps));
  if (mirror.Activated(spec.id + "=much-less")) return Within(spec, from - Steps(spec, kMuchSteps));
  return std::nullopt;
}

void DrawTrack(Frame& frame, const Rect& line, const std::optional<Decimal>& value,
               const SliderSpec& spec, bool held) {
  const Palette& p = frame.palette;
  const float middle = line.y + line.height * 0.5f;
  const Rect track{line.x, middle - kTrackPx * 0.5f, line.width, kTrackPx};
  FillBox(frame, track, p.hairline, kTrackPx * 0.5f);
  if (!value) return;
  const float share = static_cast<float>(ShareOf(spec, *value));
  const float at = line.x + share * line.width;
  const ImU32 ink = spec.disabled ? p.border_strong : p.accent;
  if (share > 0) FillBox(frame, {track.x, track.y, at - track.x, kTrackPx}, ink, kTrackPx * 0.5f);
  if (!frame.Shows(line)) return;
  if (held) frame.draw.AddCircleFilled({at, middle}, kThumbPx * 0.5f + 6, p.accent_soft);
  frame.draw.AddCircleFilled({at, middle}, kThumbPx * 0.5f, ink);
  frame.draw.AddCircleFilled({at, middle}, kThumbPx * 0.5f - 3, p.surface);
  frame.draw.AddCircleFilled({at, middle}, 5, ink);
}

}  // namespace

Decimal SliderValueAt(const SliderSpec& spec, double share) {
  const double steps = (spec.maximum - spec.minimum).ToDouble() / spec.step.ToDouble();
  const double whole = std::floor(steps + 1e-9);
  const double nearest = std::clamp(std::round(share * steps), 0.0, whole);
  return spec.minimum + Steps(spec, static_cast<std::int64_t>(nearest));
}

std::optional<Decimal> Slider(Frame& frame, Column& column, const SliderSpec& spec,
                              SliderDrag& drag) {
  const Palette& p = frame.palette;
  std::optional<Decimal> chosen = spec.disabled ? std::nullopt : ByKey(frame, spec);
  const bool dragged = drag.id == spec.id;
  const std::optional<Decimal> shown = dragged ? std::optional(drag.value) : spec.value;

  // The value above the line, its ends below.
  const Rect head = column.Take(kHeadline.line_px);
  std::string text = shown ? shown->ToString() : std::string(frame.Say(say::kNotSetYet));
  if (shown && !spec.unit.empty()) {
    text += ' ';
    text += spec.unit;
  }
  DrawText(frame, head, shown ? kHeadline : kBody, shown ? p.accent_pressed : p.text_soft, text,
           Align::kCentre);

  const Rect row = column.Take(size::kControl);
  const float touch_y = row.y + (row.height - size::kTouch) * 0.5f;
  const Rect less{row.x, touch_y, size::kTouch, size::kTouch};
  const Rect more{Right(row) - size::kTouch, touch_y, size::kTouch, size::kTouch};
  const float side = size::kTouch + space::k8;
  const Rect area{row.x + side, row.y, std::max(1.0f, row.width - 2 * side), row.height};
  const Rect line = Inset(area, kThumbPx * 0.5f, 0);

  const Decimal from = spec.value.value_or(spec.minimum);
  if (EndButton(frame, less, spec.id + "=less", spec.name, say::kLess, Icon::kMinus,
                spec.disabled || (spec.value && *spec.value <= spec.minimum)))
    chosen = spec.value ? Within(spec, from - spec.step) : spec.minimum;

  Control control;
  control.id = spec.id;
  control.role = Role::kSlider;
  control.name = spec.name;
  control.value = shown.value_or(spec.minimum).ToString();  // ARIA demands one
  control.value_text = text;
  control.low = spec.minimum.ToString();
  control.high = spec.maximum.ToString();
  control.disabled = spec.disabled;
  control.rect = area;
  const PointerAnswer answer = Touch(frame, std::move(control));
  bool held = answer.held;
  if (!spec.disabled && !frame.mirror.muted()) {
    const Pointer::Drag pull =
        frame.pointer.DragOf(spec.id, area, frame.clip, Pointer::Axis::kHorizontal);
    const double share = (frame.pointer.x() - line.x) / line.width;
    if (pull.dragging) {
      drag = {spec.id, SliderValueAt(spec, share)};
      frame.output.animating = true;
      held = true;
    } else if (pull.ended && dragged) {
      chosen = drag.value;
      drag = {};
    } else if (dragged) {
      drag = {};
    }
    // A tap by the pointer lands somewhere on the line; one through the DOM does not.
    if (answer.tapped && Contains(area, frame.pointer.x(), frame.pointer.y()))
      chosen = SliderValueAt(spec, share);
  }
  DrawTrack(frame, line, dragged ? std::optional(drag.id.empty() ? *shown : drag.value) : shown,
            spec, held);

  if (EndButton(frame, more, spec.id + "=more", spec.name, say::kMore, Icon::kPlus,
                spec.disabled || (spec.value && *spec.value >= spec.maximum)))
    chosen = spec.value ? Within(spec, from + spec.step) : spec.minimum;

  const Rect ends = column.Take(kSmall.line_px);
  DrawText(frame, {line.x, ends.y, line.width, ends.height}, kSmall, p.text_soft,
           spec.minimum.ToString());
  DrawText(frame, {line.x, ends.y, line.width, ends.height}, kSmall, p.text_soft,
           spec.maximum.ToString(), Align::kRight);
  return chosen;
}

}  // namespace pingshen::ui
