#include "web/ui/assessments/screen_new.h"

#include <utility>

#include "core/base/utf8.h"
#include "core/model/date.h"
#include "core/model/identifiers.h"
#include "web/ui/controls/bars.h"
#include "web/ui/controls/buttons.h"
#include "web/ui/controls/choices.h"
#include "web/ui/controls/parts.h"
#include "web/ui/controls/text_field.h"
#include "web/ui/draw/surface.h"
#include "web/ui/screen/error_banner.h"
#include "web/ui/screen/item_words.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {
namespace {

constexpr std::uint32_t kMaxName = 200;
constexpr std::uint32_t kMaxCode = 40;
constexpr std::size_t kYearDigits = 4;

bool IsBlank(std::string_view text) {
  return text.find_first_not_of(" \t") == std::string_view::npos;
}

// A form as something to choose: title, description, version and full score.
bool DrawFormChoice(Frame& frame, Column& column, const session::CatalogueEntry& entry,
                    bool selected) {
  const Palette& p = frame.palette;
  const model::Form& form = entry.form->form;
  constexpr float kMark = 22;
  const float text_width = column.width - 2 * space::k16 - kMark - space::k12;
  std::string facts = Fill(frame.Say(say::kVersion), form.version);
  if (const auto* points = std::get_if<model::PointsScheme>(&form.scheme)) {
    facts += " · ";
    facts += Fill(frame.Say(say::kFullScore), points->total.ToString());
  }
  const std::string& title = frame.Say(form.title);
  const std::string& description = frame.Say(form.description);
  const float description_height =
      description.empty() ? 0 : frame.text.Height(description, kSmall, text_width);
  const float height = 2 * space::k16 + frame.text.Height(title, kLabel, text_width) +
                       description_height + space::k4 + kSmall.line_px;
  const Rect rect = column.Take(height);

  Control control;
  control.id = "new/form=" + form.id + "@" + form.version;
  control.role = Role::kRadio;
  control.name = title;
  control.group = frame.Say(say::kChooseForm);
  control.description = facts;
  control.checked = selected;
  control.rect = rect;
  const PointerAnswer answer = Touch(frame, std::move(control));
  DrawSurface(frame, rect,
              {.fill = selected || answer.held ? p.accent_soft : p.surface,
               .edge = selected || answer.hovered ? p.accent : p.border_strong,
               .radius = size::kControlRadius});
  if (frame.Shows(rect)) {
    const ImVec2 middle(rect.x + space::k16 + kMark * 0.5f,
                        rect.y + space::k16 + kLabel.line_px * 0.5f);
    if (selected) {
      frame.draw.AddCircleFilled(middle, 10, p.accent);
      frame.draw.AddCircleFilled(middle, 4, p.surface);
    } else {
      frame.draw.AddCircle(middle, 10, p.border_strong, 0, 1.5f);
    }
  }
  Column inner{rect.x + space::k16 + kMark + space::k12, rect.y + space::k16, text_width};
  DrawParagraph(frame, inner, kLabel, p.text, title);
  if (!description.empty()) DrawParagraph(frame, inner, kSmall, p.text_soft, description);
  inner.Gap(space::k4);
  DrawText(frame, inner.Take(kSmall.line_px), kSmall, p.text_soft, facts);
  column.Gap(space::k8);
  return answer.tapped;
}

void DrawCreditCode(ScreenContext& context, Column& column, NewForm& form) {
  Frame& frame = context.frame;
  using enum model::IdentityProblem;
  const model::IdentityProblem problem =
      form.credit_code.empty() ? kNone : model::CheckCreditCode(form.credit_code);
  // While it is still being typed a short code is no mistake yet.
  const bool typing = frame.mirror.Focused("new/credit_code") && problem == kLength &&
                      CodePointCount(form.credit_code) < 18;
  const std::string error =
      typing ? std::string() : IdentifierSentence(frame, problem, form.credit_code);
  const std::string hint =
      typing ? Fill(frame.Say(say::kOf), std::to_string(CodePointCount(form.credit_code)), "18")
      : !form.credit_code.empty() && problem == kNone
          ? std::string(frame.Say(say::kIdentifierRight))
          : std::string();
  LocalTextField(frame, column,
                 {.id = "new/credit_code",
                  .name = frame.Say(say::kCreditCode),
                  .label = frame.Say(say::kCreditCode),
                  .mark = frame.Say(say::kOptional),
                  .text = {},
                  .placeholder = frame.Say(say::kCreditCodePlaceholder),
                  .hint = hint,
                  .error = error,
                  .max_length = kMaxCode},
                 form.credit_code);
  if (problem != kNotCanonical) return;
  const std::optional<std::string> correction = model::CorrectedCreditCode(form.credit_code);
  if (!correction) return;
  column.Gap(space::k8);
  const std::string label = Fill(frame.Say(say::kCorrectTo), *correction);
  const ButtonSpec button{
      .id = "new/credit_code/correct", .label = label, .kind = ButtonKind::kSecondary};
  const Rect row = column.Take(size::kControl);
  if (Button(frame, {row.x, row.y, std::min(row.width, ButtonWidth(frame, button)), row.height},
             button))
    form.credit_code = *correction;
}

bool Complete(const NewForm& form) {
  return !IsBlank(form.name) && !IsBlank(form.assessor) && !IsBlank(form.period) &&
         (form.credit_code.empty() ||
          model::CheckCreditCode(form.credit_code) == model::IdentityProblem::kNone) &&
         (form.region_code.empty() || model::IsRegionCode(form.region_code)) &&
         !form.form_sha256.empty();
}

// Two fields beside each other where there is room.
struct Pair {
  Column left, right;
  bool beside;
};
Pair Split(const Frame& frame, const Column& column) {
  if (frame.phone()) return {column, column, false};
  const float half = (column.width - space::k16) * 0.5f;
  return {{column.x, column.y, half}, {column.x + half + space::k16, column.y, half}, true};
}

}  // namespace

void DrawNewScreen(ScreenContext& context, Rect screen) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  NewForm& form = context.state.new_form;
  const auto& catalogue = context.view.catalogue;
  if (form.form_sha256.empty() && !catalogue.empty())
    form.form_sha256 = catalogue.front().form_sha256;
  if (form.period.empty() && !form.tried && !frame.mirror.Focused("new/period")) {
    form.period = model::LocalDate(frame.input.now_utc_ms, frame.input.utc_offset_minutes)
                      .substr(0, kYearDigits);
  }

  const AppBarAnswer bar = DrawAppBar(frame, screen, {.title = frame.Say(say::kNewAssessment)});
  FollowAppBar(context, bar, Screen::kAssessments);
  DrawErrorBanner(context, screen);
  const Rect below = TakeBottomBar(frame, screen, size::kReadingWidth);

  {
    ScrollArea area(frame, context.state.page_scroll, screen, ScrollState::Axis::kVertical);
    const float margin = PageMargin(frame.layout);
    const float width = std::min(screen.width - 2 * margin, size::kReadingWidth);
    Column column = area.Content();
    column.x += (column.width - width) * 0.5f;
    column.width = width;
    column.Gap(frame.phone() ? space::k16 : space::k24);
    const float padding = frame.phone() ? space::k16 : space::k24;

    const auto begin_card = [&](const Phrase& title, std::string id) {
      Column inner = column.Indented(padding, padding);
      inner.Gap(padding - space::k4);
      const Rect rect = DrawParagraph(frame, inner, kHeadline, p.text, frame.Say(title));
      Tell(frame, Role::kHeading, std::move(id), frame.Say(title), rect, 2);
      inner.Gap(space::k12);
      return inner;
    };

    {
      Surface card(frame, column.x, column.y, column.width, CardLook(frame));
      Column inner = begin_card(say::kChooseForm, "new/form");
      for (const session::CatalogueEntry& entry : catalogue) {
        if (DrawFormChoice(frame, inner, entry, entry.form_sha256 == form.form_sha256))
          form.form_sha256 = entry.form_sha256;
      }
      inner.Gap(space::k12);
      const Rect label = DrawParagraph(frame, inner, kBodyStrong, p.text, frame.Say(say::kKind));
      Tell(frame, Role::kText, "new/kind", frame.Say(say::kKind), label);
      inner.Gap(6);
      constexpr model::AssessmentKind kKinds[] = {
          model::AssessmentKind::kSelf, model::AssessmentKind::kOnsite,
          model::AssessmentKind::kRereview, model::AssessmentKind::kSpotcheck};
      Choice choices[4];
      for (std::size_t i = 0; i < 4; ++i) {
        choices[i] = {.id = "new/kind=" + std::string(model::CodeOf(kKinds[i])),
                      .label = frame.Say(KindPhrase(kKinds[i])),
                      .selected = form.kind == kKinds[i]};
      }
      const int tapped = ChoiceGrid(frame, inner, frame.Say(say::kKind), ChoiceRole::kOne, choices);
      if (tapped >= 0) form.kind = kKinds[tapped];
      inner.Gap(padding);
      column.y = inner.y;
      card.End(column.y);
    }
    column.Gap(space::k16);
    {
      Surface card(frame, column.x, column.y, column.width, CardLook(frame));
      Column inner = begin_card(say::kInstitution, "new/institution");
      const auto missing = [&](const std::string& text, const Phrase& sentence) {
        return form.tried && IsBlank(text) ? frame.Say(sentence) : std::string_view();
      };
      LocalTextField(frame, inner,
                     {.id = "new/name",
                      .name = frame.Say(say::kInstitutionName),
                      .label = frame.Say(say::kInstitutionName),
                      .mark = frame.Say(say::kRequired),
                      .text = {},
                      .placeholder = frame.Say(say::kInstitutionNamePlaceholder),
                      .error = missing(form.name, say::kNameMissing),
                      .required = true,
                      .max_length = kMaxName},
                     form.name);
      inner.Gap(space::k20);
      Pair codes = Split(frame, inner);
      DrawCreditCode(context, codes.left, form);
      if (!codes.beside) codes.right.y = codes.left.y + space::k20;
      const bool region_wrong = !form.region_code.empty() &&
                                !model::IsRegionCode(form.region_code) &&
                                !frame.mirror.Focused("new/region_code");
      LocalTextField(frame, codes.right,
                     {.id = "new/region_code",
                      .name = frame.Say(say::kRegionCode),
                      .label = frame.Say(say::kRegionCode),
                      .mark = frame.Say(say::kOptional),
                      .text = {},
                      .placeholder = frame.Say(say::kRegionCodePlaceholder),
                      .error = region_wrong ? frame.Say(say::kRegionWrong) : std::string_view(),
                      .mode = InputMode::kNumeric,
                      .max_length = kMaxCode},
                     form.region_code);
      inner.y = std::max(codes.left.y, codes.right.y) + space::k20;
      Pair who = Split(frame, inner);
      LocalTextField(frame, who.left,
                     {.id = "new/assessor",
                      .name = frame.Say(say::kAssessor),
                      .label = frame.Say(say::kAssessor),
                      .mark = frame.Say(say::kRequired),
                      .text = {},
                      .placeholder = frame.Say(say::kAssessorPlaceholder),
                      .error = missing(form.assessor, say::kAssessorMissing),
                      .required = true,
                      .max_length = kMaxName},
                     form.assessor);
      if (!who.beside) who.right.y = who.left.y + space::k20;
      LocalTextField(frame, who.right,
                     {.id = "new/period",
                      .name = frame.Say(say::kPeriod),
                      .label = frame.Say(say::kPeriod),
                      .mark = frame.Say(say::kRequired),
                      .text = {},
                      .placeholder = frame.Say(say::kPeriodPlaceholder),
                      .error = missing(form.period, say::kPeriodMissing),
                      .required = true,
                      .max_length = kMaxCode},
                     form.period);
      inner.y = std::max(who.left.y, who.right.y) + padding;
      column.y = inner.y;
      card.End(column.y);
    }
    area.End(column.y + space::k32);
  }

  if (Button(frame, below,
             {.id = "new/start", .label = frame.Say(say::kStart), .disabled = catalogue.empty()})) {
    form.tried = true;
    if (Complete(form)) {
      context.Apply(session::CreateAssessment{form.form_sha256,
                                              form.kind,
                                              {form.name, form.credit_code, form.region_code},
                                              form.period,
                                              form.assessor});
    } else if (IsBlank(form.name)) {
      frame.output.request_focus = "new/name";
    } else if (!form.credit_code.empty() &&
               model::CheckCreditCode(form.credit_code) != model::IdentityProblem::kNone) {
      frame.output.request_focus = "new/credit_code";
    } else if (!form.region_code.empty() && !model::IsRegionCode(form.region_code)) {
      frame.output.request_focus = "new/region_code";
    } else if (IsBlank(form.assessor)) {
      frame.output.request_focus = "new/assessor";
    } else {
      frame.output.request_focus = "new/period";
    }
  }
}

}  // namespace pingshen::ui
