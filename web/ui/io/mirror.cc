#include "web/ui/io/mirror.h"

#include <algorithm>
#include <utility>

namespace pingshen::ui {

void Mirror::Begin(const DomInput& dom, ScreenOutput& output) {
  dom_ = &dom;
  output_ = &output;
  muted_ = false;
  focus_seen_ = false;
  follow_focus_ = dom.focus_changed;
}

const Rect* Mirror::FocusToFollow(std::size_t from) const {
  return follow_focus_ && focus_seen_ && focus_index_ >= from ? &focus_rect_ : nullptr;
}

void Mirror::Add(Control control, const Rect& clip) {
  if (muted_) return;
  if (Focused(control.id)) {
    focus_seen_ = true;
    focus_rect_ = control.rect;
    focus_index_ = output_->controls.size();
  }
  const bool text_box = control.role == Role::kTextbox || control.role == Role::kMultilineTextbox;
  control.visible = Intersects(control.rect, clip);
  if (text_box) {
    const bool taller = control.rect.height > clip.height;
    control.visible =
        control.visible &&
        (taller || (control.rect.y >= clip.y && Bottom(control.rect) <= Bottom(clip)));
  } else if (control.visible) {
    control.rect = Intersection(control.rect, clip);
  }
  output_->controls.push_back(std::move(control));
}

bool Mirror::Activated(std::string_view id) const {
  return !muted_ && std::ranges::find(dom_->activated, id) != dom_->activated.end();
}

}  // namespace pingshen::ui
