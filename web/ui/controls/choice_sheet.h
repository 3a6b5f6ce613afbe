// A long list of choices: a field that shows what is chosen, and the sheet that it opens, with a
// search over all choices.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "web/ui/controls/choices.h"
#include "web/ui/draw/frame.h"
#include "web/ui/draw/scroll.h"

namespace pingshen::ui {

// The closed field: looks like a text field with a chevron. True when it was tapped.
struct ChoiceFieldSpec {
  std::string id;
  std::string_view name;
  std::string_view chosen;  // in words; "" = nothing yet
  std::string_view placeholder;
  bool disabled = false;
  bool invalid = false;
  bool required = false;
};
bool DrawChoiceField(Frame& frame, Column& column, const ChoiceFieldSpec& spec);

// What the sheet remembers while it is open.
struct ChoiceSheetState {
  std::string query;
  ScrollState scroll;
  bool fresh = true;  // has not been drawn yet
};
struct ChoiceSheetSpec {
  std::string_view title;
  ChoiceRole role = ChoiceRole::kOne;
  std::span<const Choice> choices;
  std::string_view empty = {};  // said when there are no choices at all
  bool search = true;           // else: a few choices, and the sheet is no higher than they are
};
struct ChoiceSheetAnswer {
  int tapped = -1;  // index of a choice
  bool closed = false;
};
// Over the whole screen on a phone, else in its middle. Choices far from what is on show are not in
// the mirror; they come as the list is scrolled or the focus moves on.
ChoiceSheetAnswer DrawChoiceSheet(Frame& frame, const ChoiceSheetSpec& spec,
                                  ChoiceSheetState& state);

// Whether `text` contains all words of `query`, whatever their case and width.
bool MatchesQuery(std::string_view text, std::string_view query);

}  // namespace pingshen::ui
