// What a frame of screens gives back: commands for the session, and the visible controls for the
// mirror in the DOM.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/session/commands.h"
#include "web/ui/io/page_request.h"

namespace pingshen::ui {

// CSS pixels, origin at the canvas' top left.
struct Rect {
  float x = 0, y = 0, width = 0, height = 0;
};

// ARIA roles by their names (RoleName).
enum class Role : std::uint8_t {
  kButton,
  kRadio,
  kCheckbox,
  kTextbox,
  kMultilineTextbox,
  kHeading,
  kStatus,
  kAlert,
  kTab,
  kTablist,
  kLink,
  kGroup,
  kText,
  kDialog,
  kProgressbar,
  kSlider,
  kImage
};
std::string_view RoleName(Role role);

enum class InputMode : std::uint8_t {
  kText,
  kNumeric,
  kDecimal,
  kDate,      // "2026-11-24"
  kTime,      // "08:30"
  kDateTime,  // "2026-11-24T08:30", local
  kTelephone,
  kPassword
};

// What a button opens and closes.
enum class Expanded : std::uint8_t { kNothing, kClosed, kOpen };

// One control as a screen reader, a keyboard user and a test meet it. Screens emit all controls of
// the shown section, also those scrolled out of view (`visible` false), so that keyboard focus can
// reach them.
struct Control {
  std::string id;  // stable across frames, unique in a frame: "VC-03", "VC-05=yes", "nav/check"
                   // (mirror.h lists all)
  Role role = Role::kButton;
  std::string name;         // accessible name, in the user's language
  std::string value;        // textbox: the text; slider: the number; progress: percent; else ""
  std::string low, high;    // slider: its ends
  std::string value_text;   // slider: what is read in place of `value`
  std::string description;  // hint or error sentence
  std::string group;        // radios: name of their group
  std::string owner;        // tabs: id of their tablist
  InputMode input_mode = InputMode::kText;
  std::uint8_t level = 0;                  // headings
  Expanded expanded = Expanded::kNothing;  // buttons
  bool checked = false;
  bool disabled = false;
  bool invalid = false;
  bool required = false;
  bool visible = true;
  std::uint32_t max_length = 0;  // textboxes, UTF-16 code units; 0 = none
  float font_px = 16;            // textboxes: size of the drawn text
  Rect rect;
};

// What the person did through the DOM: focus on, activation of, or text typed into a mirrored
// control.
struct TextEdit {
  std::string id;
  std::string text;        // the field's whole content
  bool composing = false;  // inside an input method's composition: show, do not store
  bool committed = false;  // change/blur/Enter: store now
};
struct DomInput {
  std::vector<std::string> activated;  // ids, by keyboard, screen reader or script
  std::string focused;                 // id that holds the DOM focus, "" = none (state, not event)
  bool focus_changed = false;  // true in the first frame after a change: scroll it into view
  std::vector<TextEdit> edits;
};

// Where files may be dropped or pasted: as if they had been picked for `request`.
struct FilePlace {
  Rect rect;
  PageRequest request;
};

// What the page is asked for about forms. What comes of it are the session commands ExamineForm and
// OfferForms, applied as they arrive.
struct FormRequest {
  enum class Kind : std::uint8_t {
    kPick,       // the system's file picker
    kFetchList,  // GET desk/api/forms
    kFetchForm,  // GET desk/api/forms/sha256
  };
  Kind kind = Kind::kPick;
  std::string desk = {};
  std::string sha256 = {};
  std::string name = {};  // for the file
};

struct ScreenOutput {
  std::vector<session::Command> commands;
  std::vector<Control> controls;
  std::vector<PageRequest> requests;       // for the page, each once
  std::vector<FilePlace> file_places;      // state, not event: all of this frame
  std::string announce;                    // live region text, "" = none
  std::string request_focus;               // id to give DOM focus to, "" = leave it
  std::vector<FormRequest> form_requests;  // each once
  bool takes_forms = false;   // a form file dropped anywhere is examined; state, not event
  bool animating = false;     // asks for the next frame
  double wake_after_ms = -1;  // asks for one frame after that time (a delayed commit); < 0 = none

  // As new, for the next frame; keeps the room of the longest list.
  void Begin();
};

}  // namespace pingshen::ui
