#include "web/ui/controls/buttons.h"

#include <utility>

#include "web/ui/draw/surface.h"

namespace pingshen::ui {
namespace {

constexpr float kPadding = space::k20;
constexpr float kIconGap = space::k8;

struct Paint {
  ImU32 fill, edge, ink;
};

Paint PaintOf(const Frame& frame, const ButtonSpec& spec, const PointerAnswer& answer) {
  const Palette& p = frame.palette;
  if (spec.disabled) {
    return spec.kind == ButtonKind::kQuiet ? Paint{0, 0, p.text_soft}
                                           : Paint{p.page, p.hairline, p.text_soft};
  }
  switch (spec.kind) {
    case ButtonKind::kPrimary: {
      const ImU32 fill = answer.held      ? p.accent_pressed
                         : answer.hovered ? Mix(p.accent, p.accent_pressed, 0.5f)
                                          : p.accent;
      return {fill, 0, p.on_accent};
    }
    case ButtonKind::kDanger: {
      const ImU32 fill = answer.held      ? p.bad_pressed
                         : answer.hovered ? Mix(p.bad, p.bad_pressed, 0.5f)
                                          : p.bad;
      return {fill, 0, p.on_accent};
    }
    case ButtonKind::kSecondary:
      return {answer.held      ? p.accent_soft
              : answer.hovered ? p.sunken
                               : p.surface,
              answer.held || answer.hovered ? p.accent : p.border_strong, p.accent};
    case ButtonKind::kQuiet:
      return {answer.held || answer.hovered ? p.accent_soft : 0, 0, p.accent};
  }
  return {};
}

}  // namespace

float ButtonWidth(Frame& frame, const ButtonSpec& spec) {
  const float icon = spec.icon ? size::kIcon + kIconGap : 0;
  const float padding = spec.kind == ButtonKind::kQuiet ? space::k12 : kPadding;
  return std::max(size::kTouch, frame.text.Width(spec.label, kBodyStrong) + icon + 2 * padding);
}

bool Button(Frame& frame, const Rect& rect, const ButtonSpec& spec) {
  Control control;
  control.id = spec.id;
  control.role = Role::kButton;
  control.name = spec.name.empty() ? spec.label : spec.name;
  control.description = spec.description;
  control.disabled = spec.disabled;
  control.rect = rect;
  const PointerAnswer answer = Touch(frame, std::move(control));
  if (frame.Shows(rect)) {
    const Paint paint = PaintOf(frame, spec, answer);
    DrawSurface(frame, rect,
                {.fill = paint.fill, .edge = paint.edge, .radius = size::kControlRadius});
    const float icon = spec.icon ? size::kIcon + kIconGap : 0;
    const float text_width =
        std::min(frame.text.Width(spec.label, kBodyStrong), rect.width - icon - space::k8);
    float x = rect.x + (rect.width - text_width - icon) * 0.5f;
    if (spec.icon && !spec.icon_behind) {
      DrawIcon(frame, *spec.icon, {x, rect.y, size::kIcon, rect.height}, paint.ink);
      x += icon;
    }
    DrawText(frame, {x, rect.y, text_width + 1, rect.height}, kBodyStrong, paint.ink, spec.label);
    if (spec.icon && spec.icon_behind) {
      DrawIcon(frame, *spec.icon, {x + text_width + kIconGap, rect.y, size::kIcon, rect.height},
               paint.ink);
    }
  }
  return answer.tapped;
}

bool WideButton(Frame& frame, Column& column, const ButtonSpec& spec) {
  return Button(frame, column.Take(size::kControl), spec);
}

bool IconButton(Frame& frame, const Rect& rect, std::string id, Icon icon, std::string_view name,
                ImU32 colour) {
  Control control;
  control.id = std::move(id);
  control.name = name;
  control.rect = rect;
  const PointerAnswer answer = Touch(frame, std::move(control));
  if (answer.held || answer.hovered)
    FillBox(frame, rect, frame.palette.accent_soft, size::kControlRadius);
  DrawIcon(frame, icon, rect, colour, 22);
  return answer.tapped;
}

namespace {

constexpr float kSmallIcon = 16;

}  // namespace

float DisclosureWidth(Frame& frame, std::string_view label) {
  return space::k8 + kSmallIcon + 6 + frame.text.Width(label, kSmall) + 4 + kSmallIcon + space::k8;
}

bool Disclosure(Frame& frame, float x, float y, std::string id, Icon icon, std::string_view label,
                std::string_view name, bool open, float* width) {
  const float text_width = frame.text.Width(label, kSmall);
  const Rect rect{x, y, DisclosureWidth(frame, label), size::kTouch};
  *width = rect.width;
  Control control;
  control.id = std::move(id);
  control.name = name;
  control.expanded = open ? Expanded::kOpen : Expanded::kClosed;
  control.rect = rect;
  const PointerAnswer answer = Touch(frame, std::move(control));
  const ImU32 ink = answer.hovered || answer.held ? frame.palette.accent : frame.palette.text_soft;
  if (answer.held || answer.hovered)
    FillBox(frame, rect, frame.palette.accent_soft, size::kControlRadius);
  float at = rect.x + space::k8;
  DrawIcon(frame, icon, {at, y, kSmallIcon, rect.height}, ink, kSmallIcon);
  at += kSmallIcon + 6;
  DrawText(frame, {at, y, text_width + 1, rect.height}, kSmall, ink, label);
  at += text_width + 4;
  DrawIcon(frame, open ? Icon::kChevronUp : Icon::kChevronDown, {at, y, kSmallIcon, rect.height},
           ink, 14);
  return answer.tapped;
}

}  // namespace pingshen::ui
