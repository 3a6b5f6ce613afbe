// What the screens remember between frames. Nothing that belongs to the session is kept here.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/session/commands.h"
#include "core/session/session.h"
#include "web/ui/controls/choice_sheet.h"
#include "web/ui/controls/rank_list.h"
#include "web/ui/controls/slider.h"
#include "web/ui/draw/scroll.h"
#include "web/ui/screen/drafts.h"
#include "web/ui/screen/item_filter.h"

namespace pingshen::ui {

enum class Screen { kAssessments, kForms, kImport, kNew, kFill, kMove, kCheck, kItems, kSign };

struct Route {
  Screen screen = Screen::kAssessments;
  std::string section;  // kFill: code of the top-level section on show, "" = first
};

struct NewForm {
  std::string form_sha256;
  model::AssessmentKind kind = model::AssessmentKind::kSelf;
  std::string name, credit_code, region_code, period, assessor;
  bool tried = false;  // 开始 was tapped: say what is missing
};

struct SignForm {
  std::string holder, organisation, passphrase, passphrase_again;
  bool tried = false;
  bool sign_again = false;  // show the form although an export exists
};

// A question that is on the screen: whether something is to be removed.
struct Question {
  session::Command command;  // sent when it is confirmed
  std::string title;
  const Phrase* text = nullptr;
};

// Frames of waiting before a command that takes long, so that the screen can say so first.
struct SlowCommand {
  session::Command command;
  int frames_left = 2;
};

// The choices of one item, over the screen.
struct OpenSheet {
  model::FieldPath path;
  ChoiceSheetState state;
};

// Of cards in a long section: where the items that are not drawn would be.
struct ItemHeights {
  float width_px = 0;  // of the column that they were measured in
  Language language = Language::kChinese;
  std::string form_language;
  std::unordered_map<const model::Item*, float> by_item;
};

struct UiState {
  Route route;
  std::optional<Route> go;  // wanted by a screen; App goes there at the end of the frame
  std::string reveal;       // id to scroll to, tried in one frame of the fill screen
  std::string added_to;     // repeat that has just got an instance: show it
  std::map<std::string, Drafts> drafts;                           // by assessment id
  std::set<std::string> open_sources, open_notes, open_evidence;  // ids of items
  ItemFilter items;                                               // kItems: what is on show
  std::string desk_address;                                       // kForms
  bool fetching = false;      // kForms: the page was asked and has not answered
  bool core_only = false;     // the distribution shows ★ items
  bool show_missing = false;  // the check screen was seen: unanswered items are marked
  NewForm new_form;
  SignForm sign_form;
  std::optional<Question> question;
  std::optional<OpenSheet> sheet;
  std::optional<ChoiceSheetState> languages;  // the sheet of languages is open
  ItemHeights item_heights;
  SliderDrag slider_drag;
  RankDrag rank_drag;
  // Points of a line to which the point that is being found will be added; by path.
  std::map<std::string, std::string> points_before;
  std::string focus_next;  // id that gets the focus in the next frame
  std::optional<SlowCommand> slow;
  bool show_section_chip = true;  // bring the chip of the section on show into view
  bool open_move = false;         // a move was planned: show it
  bool open_newest = false;       // an assessment was made; open it as soon as the list has it
  std::uint64_t dismissed_error_revision = 0;
  ScrollState page_scroll, items_scroll, rail_scroll, chips_scroll, side_scroll;
};

// What every screen works on.
struct ScreenContext {
  Frame& frame;
  const session::SessionView& view;
  UiState& state;

  void Apply(session::Command command) { frame.output.commands.push_back(std::move(command)); }
  // At the end of the frame; without a section the present one stays.
  void Go(Screen screen) { state.go = Route{screen, state.route.section}; }
  void Go(Screen screen, std::string section) { state.go = Route{screen, std::move(section)}; }
  Drafts& OpenDrafts() { return state.drafts[view.open->assessment.id]; }
};

}  // namespace pingshen::ui
