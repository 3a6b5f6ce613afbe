#include "web/ui/controls/stepper.h"

#include <utility>

#include "web/ui/draw/icons.h"
#include "web/ui/draw/surface.h"

namespace pingshen::ui {
namespace {

bool StepButton(Frame& frame, const Rect& rect, std::string id, std::string name, Icon icon,
                bool disabled) {
  Control control;
  control.id = std::move(id);
  control.name = std::move(name);
  control.disabled = disabled;
  control.rect = rect;
  const PointerAnswer answer = Touch(frame, std::move(control));
  const Palette& p = frame.palette;
  const ImU32 fill = disabled ? p.page : answer.held ? p.accent_soft : p.surface;
  const ImU32 edge = disabled                        ? p.hairline
                     : answer.hovered || answer.held ? p.accent
                                                     : p.border_strong;
  DrawSurface(frame, rect, {.fill = fill, .edge = edge, .radius = size::kControlRadius});
  DrawIcon(frame, icon, rect, disabled ? p.border_strong : p.accent);
  return answer.tapped;
}

}  // namespace

int Stepper(Frame& frame, const Rect& rect, const StepperSpec& spec) {
  int change = 0;
  const Rect less{rect.x, rect.y, size::kTouch, rect.height};
  const Rect more{Right(rect) - size::kTouch, rect.y, size::kTouch, rect.height};
  const Rect middle{Right(less), rect.y, more.x - Right(less), rect.height};
  const std::string name(spec.name);
  if (StepButton(frame, less, spec.id + "=less", name + " " + std::string(frame.Say(say::kLess)),
                 Icon::kMinus, spec.value <= 0))
    change = -1;
  const std::string count = std::to_string(spec.value);
  DrawText(frame, middle, kLabel, spec.value > 0 ? frame.palette.bad : frame.palette.text_soft,
           count, Align::kCentre);
  Tell(frame, Role::kText, spec.id + "=count", name + " " + Fill(frame.Say(say::kTimes), count),
       middle);
  if (StepButton(frame, more, spec.id + "=more", name + " " + std::string(frame.Say(say::kMore)),
                 Icon::kPlus, spec.value >= spec.maximum))
    change = 1;
  return change;
}

}  // namespace pingshen::ui
