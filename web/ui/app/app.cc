#include "web/ui/app/app.h"

#include <utility>

#include "web/ui/assessments/screen_assessments.h"
#include "web/ui/assessments/screen_new.h"
#include "web/ui/catalogue/screen_forms.h"
#include "web/ui/catalogue/screen_import.h"
#include "web/ui/catalogue/screen_move.h"
#include "web/ui/controls/dialog.h"
#include "web/ui/draw/surface.h"
#include "web/ui/fill/screen_fill.h"
#include "web/ui/item/item_choice.h"
#include "web/ui/result/screen_check.h"
#include "web/ui/result/screen_items.h"
#include "web/ui/screen/language_sheet.h"
#include "web/ui/screen/ui_state.h"
#include "web/ui/sign/screen_sign.h"
#include "web/ui/words/form_strings.h"
#include "web/ui/words/result_strings.h"

namespace pingshen::ui {
namespace {

class ScreenApp : public App {
 public:
  void Draw(const session::SessionView& view, const FrameInput& input,
            ScreenOutput& output) override;
  void Applied(const session::Command& command, const Status& status) override;

 private:
  void ChooseRoute(ScreenContext& context);
  void DrawScreen(ScreenContext& context);
  void DrawQuestion(ScreenContext& context);
  void SendSlowCommand(ScreenContext& context);
  void Leave(ScreenContext& context);
  void JoinPoints(const session::SetAnswer& found);

  UiState state_;
  TextLayout text_;
  Pointer pointer_;
  Mirror mirror_;
  SurfaceStack surfaces_;
  std::string open_id_;  // of the assessment that the last frame showed
  Language language_ = Language::kChinese;
  float height_px_ = 0;
  bool first_frame_ = true;
  std::string announce_next_, focus_next_;
  std::vector<session::Command> next_commands_;  // of the next frame
};

template <typename... Handlers>
struct Overloaded : Handlers... {
  using Handlers::operator()...;
};

bool NeedsOpenAssessment(Screen screen) {
  return screen == Screen::kFill || screen == Screen::kCheck || screen == Screen::kItems ||
         screen == Screen::kSign || screen == Screen::kMove;
}

const Phrase& TitleOf(Screen screen) {
  switch (screen) {
    case Screen::kAssessments:
      return say::kMyAssessments;
    case Screen::kForms:
      return say::kForms;
    case Screen::kImport:
      return say::kImportTitle;
    case Screen::kMove:
      return say::kMoveTitle;
    case Screen::kNew:
      return say::kNewAssessment;
    case Screen::kFill:
      return say::kBackToFill;
    case Screen::kCheck:
      return say::kCheckTitle;
    case Screen::kItems:
      return say::kItemsBehind;
    case Screen::kSign:
      return say::kSignTitle;
  }
  return say::kMyAssessments;
}

void ScreenApp::ChooseRoute(ScreenContext& context) {
  const session::SessionView& view = context.view;
  if (std::exchange(first_frame_, false) && view.open) state_.route = {Screen::kFill, {}};
  if (state_.open_newest) {
    state_.open_newest = false;
    if (!view.open && !view.assessments.empty())
      context.Apply(session::OpenAssessment{view.assessments.front().assessment.id});
    state_.go = Route{Screen::kFill, {}};
  }
  if (std::exchange(state_.open_move, false) && view.move) state_.go = Route{Screen::kMove, {}};
  if (!view.open && NeedsOpenAssessment(state_.route.screen)) state_.route = {};
  // A form that arrived is looked at; one that was installed or put away is not there any more.
  if (view.examined && state_.route.screen == Screen::kForms) state_.route = {Screen::kImport, {}};
  if (!view.examined && state_.route.screen == Screen::kImport) state_.route = {Screen::kForms, {}};
  if (!view.move && state_.route.screen == Screen::kMove) state_.route = {Screen::kFill, {}};
  const std::string open_id = view.open ? view.open->assessment.id : std::string();
  if (open_id != open_id_) {
    open_id_ = open_id;
    state_.show_missing = false;
    state_.open_notes.clear();
    state_.open_sources.clear();
    state_.open_evidence.clear();
    state_.points_before.clear();
    state_.item_heights = {};  // items of another form
    state_.sign_form = {};
    state_.question.reset();
    state_.sheet.reset();
    state_.languages.reset();
  }
}

void ScreenApp::DrawScreen(ScreenContext& context) {
  const Rect screen{0, 0, context.frame.input.width_px, context.frame.input.height_px};
  FillBox(context.frame, screen, context.frame.palette.page);
  switch (state_.route.screen) {
    case Screen::kAssessments:
      return DrawAssessmentsScreen(context, screen);
    case Screen::kForms:
      return DrawFormsScreen(context, screen);
    case Screen::kImport:
      return DrawImportScreen(context, screen);
    case Screen::kMove:
      return DrawMoveScreen(context, screen);
    case Screen::kNew:
      return DrawNewScreen(context, screen);
    case Screen::kFill:
      return DrawFillScreen(context, screen);
    case Screen::kCheck:
      return DrawCheckScreen(context, screen);
    case Screen::kItems:
      return DrawItemsScreen(context, screen);
    case Screen::kSign:
      return DrawSignScreen(context, screen);
  }
}

void ScreenApp::DrawQuestion(ScreenContext& context) {
  mirror_.set_muted(false);
  const Frame& frame = context.frame;
  const DialogAnswer answer = DrawDialog(context.frame, {.title = state_.question->title,
                                                         .text = frame.Say(*state_.question->text),
                                                         .confirm = frame.Say(say::kRemoveConfirm),
                                                         .danger = true});
  if (answer == DialogAnswer::kOpen) return;
  if (answer == DialogAnswer::kConfirmed) context.Apply(std::move(state_.question->command));
  state_.question.reset();
  context.frame.output.animating = true;
}

void ScreenApp::SendSlowCommand(ScreenContext& context) {
  if (!state_.slow) return;
  context.frame.output.animating = true;
  if (--state_.slow->frames_left > 0) return;
  context.Apply(std::move(state_.slow->command));
  state_.slow.reset();
}

void ScreenApp::Leave(ScreenContext& context) {
  if (!state_.go) return;
  const Route to = *std::exchange(state_.go, std::nullopt);
  ScreenOutput& output = context.frame.output;
  if (context.view.open) {
    context.OpenDrafts().Collect(context.frame.input.now_ms, true, output.commands,
                                 output.wake_after_ms);
    if (!NeedsOpenAssessment(to.screen)) context.Apply(session::CloseAssessment{});
  }
  if (to.screen == Screen::kNew && state_.new_form.assessor.empty() &&
      !context.view.assessments.empty()) {
    state_.new_form.assessor = context.view.assessments.front().assessment.assessor;
  }
  if (state_.route.screen == Screen::kSign && to.screen != Screen::kSign) state_.sign_form = {};
  if (to.screen != state_.route.screen) output.announce = context.frame.Say(TitleOf(to.screen));
  // From the items behind a figure one comes back to the figure.
  const bool within_result = to.screen == Screen::kItems ||
                             (state_.route.screen == Screen::kItems && to.screen == Screen::kCheck);
  state_.route = to;
  state_.items_scroll.JumpTo(0);
  if (!within_result) state_.page_scroll.JumpTo(0);
  state_.show_section_chip = true;
  output.animating = true;
}

void ScreenApp::Draw(const session::SessionView& view, const FrameInput& input,
                     ScreenOutput& output) {
  language_ = view.language;
  PrepareFonts();
  pointer_.Begin(input.touch);
  mirror_.Begin(input.dom, output);
  if (input.height_px != height_px_) mirror_.set_follow_focus(true);
  height_px_ = input.height_px;

  ImDrawList& draw = *ImGui::GetBackgroundDrawList();
  const float density = ImGui::GetIO().DisplayFramebufferScale.x;
  if (density > 0)
    draw._FringeScale = 1.0f / density;  // edges one device pixel soft, not one CSS pixel
  Frame frame{.input = input,
              .output = output,
              .language = view.language,
              .form_language = view.form_language,
              .palette = LightPalette(),
              .draw = draw,
              .text = text_,
              .pointer = pointer_,
              .mirror = mirror_,
              .surfaces = surfaces_,
              .layout = LayoutOf(input.width_px),
              .clip = {0, 0, input.width_px, input.height_px},
              .scroll = nullptr,
              .reveal = &state_.reveal};
  ScreenContext context{frame, view, state_};

  ChooseRoute(context);
  frame.more_languages = !FurtherLanguages(FormOnShow(view, state_)).empty();
  for (session::Command& command : std::exchange(next_commands_, {}))
    context.Apply(std::move(command));
  if (view.open) {
    Drafts& drafts = context.OpenDrafts();
    drafts.TakeEdits(input.dom, input.now_ms);
    drafts.Collect(input.now_ms, false, output.commands, output.wake_after_ms);
  }
  if (!announce_next_.empty()) output.announce = std::exchange(announce_next_, {});
  if (!focus_next_.empty()) output.request_focus = std::exchange(focus_next_, {});
  if (!state_.focus_next.empty()) output.request_focus = std::exchange(state_.focus_next, {});

  const bool asked_before = state_.question.has_value();
  const bool languages_before = state_.languages.has_value();
  const bool sheet_before = state_.sheet.has_value() || languages_before;
  mirror_.set_muted(asked_before || sheet_before);
  DrawScreen(context);
  if (sheet_before && !asked_before) {
    mirror_.set_muted(false);
    languages_before ? DrawLanguageSheet(context) : DrawOpenSheet(context);
  } else if ((state_.sheet || state_.languages) && !asked_before) {
    output.animating = true;
  }
  if (state_.route.screen == Screen::kFill && !state_.go) state_.reveal.clear();
  if (asked_before) {
    DrawQuestion(context);
  } else if (state_.question) {
    output.animating = true;  // asked in this frame, to be seen in the next
  }
  DrawFocusRing(frame);
  SendSlowCommand(context);
  Leave(context);
  text_.EndFrame();
  if (!output.commands.empty()) output.animating = true;  // the view will have changed
}

// A point that was found for a line belongs behind the points it had.
void ScreenApp::JoinPoints(const session::SetAnswer& found) {
  const auto before = state_.points_before.find(found.path.ToString());
  if (before == state_.points_before.end()) return;
  const std::string points = std::exchange(before->second, {});
  state_.points_before.erase(before);
  if (found.value.kind() != model::ValueKind::kPosition) return;
  Result<model::Value> joined =
      model::Value::Make(model::ValueKind::kPosition, points + ";" + found.value.text());
  if (joined) next_commands_.push_back(session::SetAnswer{found.path, std::move(*joined)});
}

void ScreenApp::Applied(const session::Command& command, const Status& status) {
  if (!status) announce_next_ = Sentence(status.error(), language_);
  std::visit(
      Overloaded{
          [&](const session::SetAnswer& set) {
            if (status) JoinPoints(set);
            if (const auto found = state_.drafts.find(open_id_); found != state_.drafts.end())
              found->second.Applied(set, status, language_);
          },
          [&](const session::CreateAssessment&) {
            if (!status) return;
            state_.open_newest = true;
            state_.new_form = {};
          },
          [&](const session::AddInstance& add) {
            if (status) state_.added_to = add.repeat.ToString();
          },
          [&](const session::ExamineForm&) {
            state_.fetching = false;
            state_.page_scroll.JumpTo(0);
          },
          [&](const session::OfferForms&) { state_.fetching = false; },
          [&](const session::InstallForm&) {
            if (!status) return;
            state_.page_scroll.JumpTo(0);
            announce_next_ =
                language_ == Language::kEnglish ? say::kFormInstalled.en : say::kFormInstalled.zh;
          },
          [&](const session::PlanMove&) {
            if (status) state_.open_move = true;
          },
          [&](const session::CreateKey&) {
            if (status) state_.sign_form = {};
          },
          [&](const session::SignAndExport&) {
            state_.sign_form.passphrase.clear();
            if (status) {
              state_.sign_form.sign_again = false;
              announce_next_ = language_ == Language::kEnglish ? say::kDone.en : say::kDone.zh;
            } else {
              focus_next_ = "sign/passphrase";
            }
          },
          [](const auto&) {},
      },
      command);
}

}  // namespace

std::unique_ptr<App> App::Make() {
  ApplyTheme();
  return std::make_unique<ScreenApp>();
}

}  // namespace pingshen::ui
