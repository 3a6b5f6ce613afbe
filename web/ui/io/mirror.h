// Collects the controls of a frame and answers what the person did to them through the DOM.
//
// Ids, stable while the thing exists, unique in a frame (`path` is model::FieldPath as text):
//   path                 a text box, or the heading of a group of choices: "VC-03",
//   "VC-09#2/person_id" path=code            one option of a choice: "VC-05=yes", "VC-15=full",
//   "VC-04=none" (none of several) path:note            the remark's text box;  path/note,
//   path/source   buttons that open remark and source path:deduction=more, path:deduction=less
//   buttons of a deduction's stepper; path:deduction=on its check box path/add             adds an
//   instance of a repeat;  path#2/remove   removes one path/title, path/finding/n, path/score
//   heading, error and points of an item section/code         tab of a section,
//   sections   their tablist nav/back nav/check
//   nav/sign nav/new nav/next nav/previous nav/language   moving about status/saved status/score
//   status/answered status/vetoes                  live figures assessment/uuid      card in the
//   list;  error/…   banner;  dialog/…   dialog on top new/…, check/…, sign/… the fields and
//   buttons of those screens
// path=less, path=more, path=first, path=last, path=much-less, path=much-more
//   buttons and keys of a slider (path)
// path:C-1=yes, path:C-1=no   a point of a graded item;  path/mark, path/level/C, path/rate
//   what follows from answers
// path=code/up, path=code/down   move an option of an order;  path/confirm   takes the order shown
// sheet, sheet/search, sheet/close, sheet/done   choices over the screen;  language/TAG   one of them
//   check/marks[/SECTION][/A … /E, /open, /C+ /B+ /A+]   the distribution's rows and figures
//   check/demands/OUTCOME/n   demands;  check/gap…   the way to the next grade;  items/CODE   the
//   items behind a figure;  forms/…, import/…, move/…, preview/CODE   catalogue, import, versions.
//   Among several schemes check/scheme/CODE/… in place of check/…
// Names: an item's controls begin with its code ("VC-03 业务用房面积（㎡）"); options bear their
// own label and the item's name as `group`.
#pragma once

#include <string>
#include <string_view>

#include "web/ui/io/geometry.h"
#include "web/ui/io/screen_output.h"

namespace pingshen::ui {

class Mirror {
 public:
  // Both must remain live until the next Begin.
  void Begin(const DomInput& dom, ScreenOutput& output);

  // `clip`: the part of the screen that is not covered. Outside it a control is kept with its true
  // place and `visible` false; a partly covered one bears the part that can be seen, a text box
  // (whose place must fit the drawn text exactly) counts as visible only when all of its height is.
  void Add(Control control, const Rect& clip);

  bool Activated(std::string_view id) const;
  bool Focused(std::string_view id) const { return !dom_->focused.empty() && dom_->focused == id; }
  const DomInput& dom() const { return *dom_; }

  // In this frame the focused control is to be brought into view (the focus moved, or the screen
  // became smaller).
  void set_follow_focus(bool follow) { follow_focus_ = follow; }
  // True place of the focused control once it was added with the index `from` or later of the
  // frame's controls and is to be followed; nullptr otherwise.
  const Rect* FocusToFollow(std::size_t from) const;

  // While muted nothing is added and nothing answers: what lies behind a dialog.
  void set_muted(bool muted) { muted_ = muted; }
  bool muted() const { return muted_; }

 private:
  const DomInput* dom_ = nullptr;
  ScreenOutput* output_ = nullptr;
  Rect focus_rect_;
  std::size_t focus_index_ = 0;
  bool focus_seen_ = false;
  bool follow_focus_ = false;
  bool muted_ = false;
};

}  // namespace pingshen::ui
