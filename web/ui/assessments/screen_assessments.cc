#include "web/ui/assessments/screen_assessments.h"

#include <cmath>
#include <utility>

#include "web/ui/controls/bars.h"
#include "web/ui/controls/buttons.h"
#include "web/ui/controls/parts.h"
#include "web/ui/draw/surface.h"
#include "web/ui/screen/error_banner.h"
#include "web/ui/screen/ui_state.h"
#include "web/ui/words/form_strings.h"
#include "web/ui/words/time_text.h"

namespace pingshen::ui {
namespace {

struct StateWord {
  const Phrase* phrase;
  Mood mood;
};

StateWord StateWordOf(const session::AssessmentSummary& summary) {
  if (summary.moved) return {&say::kMovedBadge, Mood::kNeutral};
  if (!summary.exported_at_ms) return {&say::kDraft, Mood::kNeutral};
  if (summary.changed_since_export) return {&say::kChangedSinceExport, Mood::kWarn};
  return {&say::kExported, Mood::kGood};
}

ButtonSpec MakeSpec(const Frame& frame) {
  return {.id = "nav/new", .label = frame.Say(say::kNewAssessment), .icon = Icon::kPlus};
}
bool MakeButton(ScreenContext& context, const Rect& rect) {
  return Button(context.frame, rect, MakeSpec(context.frame));
}

constexpr float kCardPadding = space::k16;
constexpr float kProgressPx = 6;

float CardHeight(Frame& frame, const session::AssessmentSummary& summary, float width) {
  const float inner = width - 2 * kCardPadding;
  return 2 * kCardPadding + kBadgeHeight + space::k8 +
         frame.text.Height(summary.assessment.institution.name, kLabel, inner) + kSmall.line_px +
         space::k12 + kProgressPx + space::k8 + kSmall.line_px;
}

void DrawSummaryCard(ScreenContext& context, const session::AssessmentSummary& summary,
                     const Rect& rect) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const StateWord state = StateWordOf(summary);
  const std::string_view kind = frame.Say(KindPhrase(summary.assessment.kind));
  const std::string& title = frame.Say(summary.form_title);

  Control control;
  control.id = "assessment/" + summary.assessment.id;
  control.name = summary.assessment.institution.name;
  control.name += ' ';
  control.name += title;
  control.name += ' ';
  control.name += kind;
  control.name += ' ';
  control.name += frame.Say(*state.phrase);
  const std::string answered =
      summary.total > 0 && summary.answered == summary.total
          ? Fill(frame.Say(say::kAllAnswered), std::to_string(summary.total))
          : Fill(frame.Say(say::kAnsweredCount), std::to_string(summary.answered),
                 std::to_string(summary.total));
  control.description = answered;
  control.rect = rect;
  const PointerAnswer answer = Touch(frame, std::move(control));
  if (answer.tapped) {
    context.Apply(session::OpenAssessment{summary.assessment.id});
    context.Go(Screen::kFill, {});
  }
  if (!frame.Shows(rect)) return;

  Surface::Look look = CardLook(frame);
  if (answer.held || answer.hovered) {
    look.edge = p.accent;
    look.fill = answer.held ? p.accent_soft : p.surface;
  }
  DrawSurface(frame, rect, look);
  Column inner{rect.x + kCardPadding, rect.y + kCardPadding, rect.width - 2 * kCardPadding};
  const Rect head = inner.Take(kBadgeHeight);
  float x = head.x + DrawBadge(frame, head.x, head.y, kind, Mood::kAccent) + space::k8;
  DrawBadge(frame, x, head.y, frame.Say(*state.phrase), state.mood);
  DrawIcon(frame, Icon::kChevronRight,
           {Right(head) - size::kIcon, head.y, size::kIcon, head.height}, p.text_soft, 18);
  inner.Gap(space::k8);
  DrawParagraph(frame, inner, kLabel, p.text, summary.assessment.institution.name);
  std::string line = title;
  if (!summary.assessment.period.empty()) line += " · " + summary.assessment.period;
  DrawText(frame, inner.Take(kSmall.line_px), kSmall, p.text_soft, line);
  inner.Gap(space::k12);
  const double share =
      summary.total == 0 ? 0 : static_cast<double>(summary.answered) / summary.total;
  DrawProgress(frame, inner.Take(kProgressPx), share, share >= 1 ? p.good : p.accent);
  inner.Gap(space::k8);
  const Rect foot = inner.Take(kSmall.line_px);
  std::string left = answered;
  if (!summary.score.empty()) {
    left += " · ";
    left += frame.Say(say::kScore);
    left += ' ';
    left += summary.score;
  }
  const std::string when = Fill(
      frame.Say(say::kChangedAt),
      MomentText(summary.changed_at_ms, frame.input.now_utc_ms, frame.input.utc_offset_minutes));
  const float when_width = std::ceil(frame.text.Width(when, kSmall)) + 1;
  DrawText(frame, {foot.x, foot.y, foot.width - when_width - space::k8, foot.height}, kSmall,
           p.text, left);
  DrawText(frame, {Right(foot) - when_width, foot.y, when_width, foot.height}, kSmall, p.text_soft,
           when, Align::kRight);
}

void DrawEmpty(ScreenContext& context, Column& column) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const float width = std::min(column.width, 480.0f);
  Surface card(frame, column.x + (column.width - width) * 0.5f, column.y, width, CardLook(frame));
  Column inner{column.x + (column.width - width) * 0.5f + space::k24, column.y,
               width - 2 * space::k24};
  inner.Gap(space::k40);
  constexpr float kPicture = 72;
  const Rect picture = inner.Take(kPicture);
  const Rect disc{picture.x + (picture.width - kPicture) * 0.5f, picture.y, kPicture, kPicture};
  FillBox(frame, disc, p.accent_soft, kPicture * 0.5f);
  DrawIcon(frame, Icon::kDocument, disc, p.accent, 36);
  inner.Gap(space::k20);
  const Rect title =
      DrawParagraph(frame, inner, kHeadline, p.text, frame.Say(say::kEmptyTitle), Align::kCentre);
  Tell(frame, Role::kHeading, "list/empty", frame.Say(say::kEmptyTitle), title, 2);
  inner.Gap(space::k8);
  const bool no_forms = context.view.catalogue.empty();
  const std::string_view text = frame.Say(no_forms ? say::kNoForms : say::kEmptyText);
  const Rect lead = DrawParagraph(frame, inner, kBody, p.text_soft, text, Align::kCentre);
  Tell(frame, Role::kText, "list/empty_text", text, lead);
  inner.Gap(space::k24);
  if (WideButton(frame, inner,
                 {.id = "nav/new",
                  .label = frame.Say(say::kNewAssessment),
                  .icon = Icon::kPlus,
                  .disabled = no_forms})) {
    context.Go(Screen::kNew);
  }
  inner.Gap(space::k32);
  column.y = inner.y;
  card.End(column.y);
}

void DrawCards(ScreenContext& context, Column& column) {
  Frame& frame = context.frame;
  const auto& list = context.view.assessments;
  const float gap = frame.phone() ? space::k12 : space::k16;
  const std::size_t across = frame.phone() ? 1 : 2;
  const float width = std::floor((column.width - gap * static_cast<float>(across - 1)) /
                                 static_cast<float>(across));
  for (std::size_t i = 0; i < list.size(); i += across) {
    float height = 0;
    for (std::size_t k = i; k < std::min(i + across, list.size()); ++k)
      height = std::max(height, CardHeight(frame, list[k], width));
    for (std::size_t k = i; k < std::min(i + across, list.size()); ++k) {
      DrawSummaryCard(
          context, list[k],
          {column.x + static_cast<float>(k - i) * (width + gap), column.y, width, height});
    }
    column.Gap(height + gap);
  }
}

// Everything below the bars.
void DrawList(ScreenContext& context, const Rect& screen, bool button_beside) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  ScrollArea area(frame, context.state.page_scroll, screen, ScrollState::Axis::kVertical);
  const float width = std::min(screen.width - 2 * PageMargin(frame.layout), size::kListWidth);
  Column column = area.Content();
  column.x += (column.width - width) * 0.5f;
  column.width = width;
  column.Gap(frame.phone() ? space::k20 : space::k32);

  const float make_width = ButtonWidth(frame, MakeSpec(frame));
  Column heading{column.x, column.y, column.width - (button_beside ? make_width + space::k16 : 0)};
  const Rect title = DrawParagraph(frame, heading, kTitle, p.text, frame.Say(say::kMyAssessments));
  Tell(frame, Role::kHeading, "list/title", frame.Say(say::kMyAssessments), title, 2);
  const Rect lead = DrawParagraph(frame, heading, kBody, p.text_soft, frame.Say(say::kListLead));
  Tell(frame, Role::kText, "list/lead", frame.Say(say::kListLead), lead);
  if (button_beside) {
    const float y = column.y + (heading.y - column.y - size::kControl) * 0.5f;
    if (MakeButton(context, {column.x + column.width - make_width, y, make_width, size::kControl}))
      context.Go(Screen::kNew);
  }
  column.y = heading.y;
  {
    const ButtonSpec forms{.id = "nav/forms",
                           .label = frame.Say(say::kForms),
                           .kind = ButtonKind::kQuiet,
                           .icon = Icon::kDocument};
    const Rect row = column.Take(size::kTouch);
    // Its text begins where the other lines do.
    if (Button(frame, {row.x - space::k12, row.y, ButtonWidth(frame, forms), row.height}, forms))
      context.Go(Screen::kForms);
  }
  column.Gap(space::k12);
  if (context.view.assessments.empty()) {
    DrawEmpty(context, column);
  } else {
    DrawCards(context, column);
  }
  area.End(column.y + space::k24);
}

}  // namespace

void DrawAssessmentsScreen(ScreenContext& context, Rect screen) {
  Frame& frame = context.frame;
  const bool empty = context.view.assessments.empty();
  const AppBarAnswer bar =
      DrawAppBar(frame, screen, {.title = frame.Say(say::kProduct), .back = false});
  FollowAppBar(context, bar, Screen::kAssessments);
  DrawErrorBanner(context, screen);

  const bool button_below = frame.phone() && !empty;
  Rect below;
  if (button_below) below = TakeBottomBar(frame, screen, size::kReadingWidth);

  DrawList(context, screen, !frame.phone() && !empty);
  if (button_below && MakeButton(context, below)) context.Go(Screen::kNew);
}

}  // namespace pingshen::ui
