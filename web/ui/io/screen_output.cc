#include "web/ui/io/screen_output.h"

#include <utility>

namespace pingshen::ui {

std::string_view RoleName(Role role) {
  switch (role) {
    case Role::kButton:
      return "button";
    case Role::kRadio:
      return "radio";
    case Role::kCheckbox:
      return "checkbox";
    case Role::kTextbox:
      return "textbox";
    case Role::kMultilineTextbox:
      return "textbox";
    case Role::kHeading:
      return "heading";
    case Role::kStatus:
      return "status";
    case Role::kAlert:
      return "alert";
    case Role::kTab:
      return "tab";
    case Role::kTablist:
      return "tablist";
    case Role::kLink:
      return "link";
    case Role::kGroup:
      return "group";
    case Role::kText:
      return "text";
    case Role::kDialog:
      return "dialog";
    case Role::kProgressbar:
      return "progressbar";
    case Role::kSlider:
      return "slider";
    case Role::kImage:
      return "img";
  }
  return "text";
}

void ScreenOutput::Begin() {
  std::vector<Control> kept = std::move(controls);
  kept.clear();
  *this = {};
  controls = std::move(kept);
}

}  // namespace pingshen::ui
