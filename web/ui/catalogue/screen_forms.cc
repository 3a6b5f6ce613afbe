#include "web/ui/catalogue/screen_forms.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "web/ui/catalogue/form_preview.h"
#include "web/ui/controls/bars.h"
#include "web/ui/controls/buttons.h"
#include "web/ui/controls/parts.h"
#include "web/ui/controls/text_field.h"
#include "web/ui/draw/surface.h"
#include "web/ui/screen/error_banner.h"
#include "web/ui/screen/ui_state.h"
#include "web/ui/words/form_strings.h"
#include "web/ui/words/time_text.h"

namespace pingshen::ui {
namespace {

using session::CatalogueEntry;

constexpr std::uint32_t kMaxAddress = 500;
constexpr std::size_t kDigestShown = 8;

const Phrase& OriginPhrase(CatalogueEntry::Origin origin) {
  switch (origin) {
    case CatalogueEntry::Origin::kBuiltIn:
      return say::kBuiltIn;
    case CatalogueEntry::Origin::kFile:
      return say::kFromFile;
    case CatalogueEntry::Origin::kDesk:
      return say::kFromDesk;
  }
  return say::kBuiltIn;
}

void DrawEntry(ScreenContext& context, Column& column, const CatalogueEntry& entry) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const model::Form& form = entry.form->form;
  const std::string id = "forms/" + form.id + "@" + form.version;
  DrawCard(frame, column, CardLook(frame), [&](Column& inner) {
    const Rect head = inner.Take(kBadgeHeight);
    const std::string version = Fill(frame.Say(say::kVersion), form.version);
    const std::string_view origin = frame.Say(OriginPhrase(entry.origin));
    float x = head.x;
    x += DrawBadge(frame, x, head.y, version, Mood::kAccent) + space::k8;
    x += DrawBadge(frame, x, head.y, origin, Mood::kNeutral) + space::k8;
    if (!entry.newest) DrawBadge(frame, x, head.y, frame.Say(say::kOlder), Mood::kWarn);
    inner.Gap(space::k8);
    const Rect title = DrawParagraph(frame, inner, kLabel, p.text, frame.Say(form.title));
    Tell(frame, Role::kHeading, id, frame.Say(form.title) + " " + version, title, 2);
    if (!form.description.empty())
      DrawParagraph(frame, inner, kSmall, p.text_soft, frame.Say(form.description));
    std::string facts = Fill(frame.Say(say::kQuestions), std::to_string(QuestionCount(form)));
    if (!entry.from.empty()) facts += " · " + entry.from;
    if (entry.installed_at_ms > 0) {
      facts += " · " + Fill(frame.Say(say::kInstalledAt),
                            MomentText(entry.installed_at_ms, frame.input.now_utc_ms,
                                       frame.input.utc_offset_minutes));
    }
    facts += " · " + Fill(frame.Say(say::kDigestShort), entry.form_sha256.substr(0, kDigestShown));
    const Rect line = DrawParagraph(frame, inner, kSmall, p.text_soft, facts);
    Tell(frame, Role::kText, id + "/facts", std::string(origin) + " · " + facts, line);
    inner.Gap(space::k12);
    const ButtonSpec start{
        .id = id + "/start", .label = frame.Say(say::kStartWith), .kind = ButtonKind::kSecondary};
    const Rect row = inner.Take(size::kControl);
    if (Button(frame, {row.x, row.y, std::min(row.width, ButtonWidth(frame, start)), row.height},
               start)) {
      context.state.new_form.form_sha256 = entry.form_sha256;
      context.Go(Screen::kNew);
    }
  });
}

void DrawInstall(ScreenContext& context, Column& column) {
  Frame& frame = context.frame;
  DrawCard(frame, column, CardLook(frame), [&](Column& inner) {
    DrawTitle(frame, inner, "forms/install", frame.Say(say::kInstall));
    const Rect lead =
        DrawParagraph(frame, inner, kBody, frame.palette.text_soft, frame.Say(say::kInstallLead));
    Tell(frame, Role::kText, "forms/install/lead", frame.Say(say::kInstallLead), lead);
    inner.Gap(space::k16);
    const ButtonSpec pick{
        .id = "forms/pick", .label = frame.Say(say::kPickForm), .icon = Icon::kDocument};
    const Rect row = inner.Take(size::kControl);
    if (Button(frame, {row.x, row.y, std::min(row.width, ButtonWidth(frame, pick)), row.height},
               pick))
      frame.output.form_requests.push_back({.kind = FormRequest::Kind::kPick});
  });
}

void DrawOffer(ScreenContext& context, Column& column, const session::FormOffer& offer) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  DrawSeparator(frame, column);
  column.Gap(space::k12);
  const ButtonSpec fetch{.id = "forms/offer/" + offer.form_sha256.substr(0, 2 * kDigestShown),
                         .label = frame.Say(offer.installed ? say::kInstalled : say::kFetchForm),
                         .name = {},
                         .kind = ButtonKind::kSecondary,
                         .disabled = offer.installed || context.state.fetching};
  const float width = ButtonWidth(frame, fetch);
  Column text = column.Indented(0, width + space::k12);
  const float top = column.y;
  const std::string& title = frame.Say(offer.title);
  const Rect name = DrawParagraph(frame, text, kBody, p.text, title);
  const std::string facts = Fill(frame.Say(say::kVersion), offer.version);
  DrawParagraph(frame, text, kSmall, p.text_soft, facts);
  Tell(frame, Role::kText, fetch.id + "/title", title + " " + facts, name);
  const float height = std::max(size::kControl, text.y - top);
  if (Button(frame,
             {column.x + column.width - width, top + (height - size::kControl) * 0.5f, width,
              size::kControl},
             fetch)) {
    context.state.fetching = true;
    frame.output.form_requests.push_back({.kind = FormRequest::Kind::kFetchForm,
                                          .desk = context.view.offers->desk,
                                          .sha256 = offer.form_sha256,
                                          .name = title});
  }
  column.y = top + height + space::k12;
}

void DrawDesk(ScreenContext& context, Column& column) {
  Frame& frame = context.frame;
  UiState& state = context.state;
  DrawCard(frame, column, CardLook(frame), [&](Column& inner) {
    DrawTitle(frame, inner, "forms/desk", frame.Say(say::kDesk));
    LocalTextField(frame, inner,
                   {.id = "forms/desk/address",
                    .name = frame.Say(say::kDeskAddress),
                    .label = frame.Say(say::kDeskAddress),
                    .text = {},
                    .placeholder = frame.Say(say::kDeskPlaceholder),
                    .max_length = kMaxAddress},
                   state.desk_address);
    inner.Gap(space::k12);
    const ButtonSpec list{.id = "forms/desk/list",
                          .label = frame.Say(state.fetching ? say::kFetching : say::kFetchList),
                          .kind = ButtonKind::kSecondary,
                          .disabled = state.fetching || state.desk_address.empty()};
    const Rect row = inner.Take(size::kControl);
    if (Button(frame, {row.x, row.y, std::min(row.width, ButtonWidth(frame, list)), row.height},
               list)) {
      state.fetching = true;
      frame.output.form_requests.push_back(
          {.kind = FormRequest::Kind::kFetchList, .desk = state.desk_address});
    }
    if (!context.view.offers) return;
    inner.Gap(space::k16);
    if (context.view.offers->forms.empty())
      DrawParagraph(frame, inner, kBody, frame.palette.text_soft, frame.Say(say::kDeskEmpty));
    for (const session::FormOffer& offer : context.view.offers->forms)
      DrawOffer(context, inner, offer);
  });
}

}  // namespace

void DrawFormsScreen(ScreenContext& context, Rect screen) {
  Frame& frame = context.frame;
  frame.output.takes_forms = true;
  const AppBarAnswer bar = DrawAppBar(frame, screen, {.title = frame.Say(say::kForms)});
  FollowAppBar(context, bar, Screen::kAssessments);
  DrawErrorBanner(context, screen);
  ScrollArea area(frame, context.state.page_scroll, screen, ScrollState::Axis::kVertical);
  const bool beside = frame.layout == Layout::kDesktop;
  const float width = std::min(screen.width - 2 * PageMargin(frame.layout),
                               beside ? size::kListWidth : size::kReadingWidth);
  Column column = area.Content();
  column.x += (column.width - width) * 0.5f;
  column.width = width;
  column.Gap(frame.phone() ? space::k16 : space::k24);
  const Rect lead =
      DrawParagraph(frame, column, kBody, frame.palette.text_soft, frame.Say(say::kFormsLead));
  Tell(frame, Role::kText, "forms/lead", frame.Say(say::kFormsLead), lead);
  column.Gap(space::k16);
  Column left = column;
  Column right = column;
  if (beside) {
    constexpr float kSide = 400;
    left.width = column.width - kSide - space::k24;
    right = {column.x + left.width + space::k24, column.y, kSide};
  }
  for (const CatalogueEntry& entry : context.view.catalogue) DrawEntry(context, left, entry);
  Column& more = beside ? right : left;
  DrawInstall(context, more);
  DrawDesk(context, more);
  area.End(std::max(left.y, beside ? right.y : left.y) + space::k24);
}

}  // namespace pingshen::ui
