#include "web/ui/sign/screen_sign.h"

#include <cmath>
#include <utility>

#include "core/base/utf8.h"
#include "web/ui/controls/bars.h"
#include "web/ui/controls/buttons.h"
#include "web/ui/controls/parts.h"
#include "web/ui/controls/text_field.h"
#include "web/ui/draw/surface.h"
#include "web/ui/result/live_figures.h"
#include "web/ui/screen/error_banner.h"
#include "web/ui/screen/ui_state.h"
#include "web/ui/words/time_text.h"

namespace pingshen::ui {
namespace {

constexpr std::size_t kShortestPassphrase = 8;  // CreateKey's own rule
constexpr std::uint32_t kMaxHolderName = 200;
constexpr std::uint32_t kMaxPassphrase = 200;

bool IsBlankField(std::string_view text) {
  return text.find_first_not_of(" \t") == std::string_view::npos;
}

// Signing and sealing keys take half a second of work: first one frame that says so.
void ApplySlowly(ScreenContext& context, session::Command command) {
  context.state.slow = SlowCommand{std::move(command)};
  context.frame.output.announce = context.frame.Say(say::kWorking);
}

void DrawMakeKey(ScreenContext& context, Column& column) {
  Frame& frame = context.frame;
  SignForm& form = context.state.sign_form;
  const bool busy = context.state.slow.has_value();
  DrawCard(frame, column, CardLook(frame), [&](Column& inner) {
    DrawTitle(frame, inner, "sign/make", frame.Say(say::kMakeKeyTitle));
    const Rect lead =
        DrawParagraph(frame, inner, kBody, frame.palette.text_soft, frame.Say(say::kMakeKeyText));
    Tell(frame, Role::kText, "sign/make_text", frame.Say(say::kMakeKeyText), lead);
    inner.Gap(space::k20);
    LocalTextField(frame, inner,
                   {.id = "sign/holder",
                    .name = frame.Say(say::kHolder),
                    .label = frame.Say(say::kHolder),
                    .text = {},
                    .placeholder = frame.Say(say::kHolderPlaceholder),
                    .required = true,
                    .max_length = kMaxHolderName},
                   form.holder);
    inner.Gap(space::k20);
    LocalTextField(frame, inner,
                   {.id = "sign/organisation",
                    .name = frame.Say(say::kOrganisation),
                    .label = frame.Say(say::kOrganisation),
                    .text = {},
                    .placeholder = frame.Say(say::kOrganisationPlaceholder),
                    .required = true,
                    .max_length = kMaxHolderName},
                   form.organisation);
    inner.Gap(space::k20);
    LocalTextField(frame, inner,
                   {.id = "sign/passphrase",
                    .name = frame.Say(say::kPassphrase),
                    .label = frame.Say(say::kPassphrase),
                    .text = {},
                    .placeholder = frame.Say(say::kRuleLength),
                    .mode = InputMode::kPassword,
                    .required = true,
                    .max_length = kMaxPassphrase},
                   form.passphrase);
    inner.Gap(space::k20);
    LocalTextField(frame, inner,
                   {.id = "sign/passphrase_again",
                    .name = frame.Say(say::kPassphraseAgain),
                    .label = frame.Say(say::kPassphraseAgain),
                    .text = {},
                    .placeholder = frame.Say(say::kPassphraseAgain),
                    .mode = InputMode::kPassword,
                    .required = true,
                    .max_length = kMaxPassphrase},
                   form.passphrase_again);
    inner.Gap(space::k8);
    const bool long_enough = CodePointCount(form.passphrase) >= kShortestPassphrase;
    const bool same = !form.passphrase.empty() && form.passphrase == form.passphrase_again;
    DrawRule(frame, inner, long_enough, frame.Say(say::kRuleLength));
    DrawRule(frame, inner, same, frame.Say(say::kRuleSame));
    inner.Gap(space::k20);
    const bool ready =
        long_enough && same && !IsBlankField(form.holder) && !IsBlankField(form.organisation);
    if (WideButton(frame, inner,
                   {.id = "sign/make_key",
                    .label = frame.Say(busy ? say::kWorking : say::kMakeKey),
                    .icon = busy ? std::nullopt : std::optional(Icon::kKey),
                    .disabled = !ready || busy})) {
      ApplySlowly(context, session::CreateKey{form.holder, form.organisation, form.passphrase});
    }
  });
}

void DrawSign(ScreenContext& context, Column& column) {
  Frame& frame = context.frame;
  const session::OpenView& open = *context.view.open;
  const session::KeyView& key = *context.view.key;
  SignForm& form = context.state.sign_form;
  const bool busy = context.state.slow.has_value();
  DrawCard(frame, column, CardLook(frame), [&](Column& inner) {
    DrawTitle(frame, inner, "sign/declare", frame.Say(say::kYouDeclare));
    const std::string declaration =
        Fill(frame.Say(say::kDeclaration), key.holder, key.organisation,
             open.assessment.institution.name, frame.Say(KindPhrase(open.assessment.kind)),
             ResultInWords(frame, open));
    Surface ground(frame, inner.x, inner.y, inner.width,
                   {.fill = frame.palette.accent_soft, .radius = size::kControlRadius});
    Column text = inner.Indented(space::k16, space::k16);
    text.Gap(space::k12);
    const Rect rect = DrawParagraph(frame, text, kBody, frame.palette.text, declaration);
    Tell(frame, Role::kText, "sign/declaration", declaration, rect);
    text.Gap(space::k12);
    inner.y = text.y;
    ground.End(inner.y);
    inner.Gap(space::k20);
    DrawFact(frame, inner, frame.Say(say::kSigner), key.holder + " · " + key.organisation);
    DrawFact(frame, inner, frame.Say(say::kKeyId), key.key_id);
    inner.Gap(space::k8);
    if (!open.evaluation->complete) {
      DrawNotice(frame, inner, Mood::kWarn, Icon::kInfo, {}, frame.Say(say::kCannotSignYet));
      inner.Gap(space::k16);
    }
    LocalTextField(frame, inner,
                   {.id = "sign/passphrase",
                    .name = frame.Say(say::kPassphrase),
                    .label = frame.Say(say::kPassphrase),
                    .text = {},
                    .placeholder = frame.Say(say::kPassphrasePlaceholder),
                    .mode = InputMode::kPassword,
                    .required = true,
                    .max_length = kMaxPassphrase},
                   form.passphrase);
    inner.Gap(space::k20);
    if (WideButton(frame, inner,
                   {.id = "sign/sign",
                    .label = frame.Say(busy ? say::kWorking : say::kSignNow),
                    .icon = busy ? std::nullopt : std::optional(Icon::kShield),
                    .disabled = busy || form.passphrase.empty() || !open.evaluation->complete})) {
      ApplySlowly(context, session::SignAndExport{form.passphrase});
    }
  });
}

void DrawOutcome(ScreenContext& context, Column& column) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const session::ExportOutcome& outcome = *context.view.last_export;
  DrawCard(frame, column, CardLook(frame), [&](Column& inner) {
    constexpr float kSeal = 56;
    const Rect row = inner.Take(kSeal);
    const Rect disc{row.x, row.y, kSeal, kSeal};
    FillBox(frame, disc, p.good_soft, kSeal * 0.5f);
    DrawIcon(frame, Icon::kShield, disc, p.good, 30);
    const Rect title{row.x + kSeal + space::k16, row.y, row.width - kSeal - space::k16, row.height};
    DrawText(frame, title, kTitle, p.good, frame.Say(say::kDone));
    Tell(frame, Role::kStatus, "sign/done", frame.Say(say::kDone), title);
    inner.Gap(space::k20);
    DrawFact(frame, inner, frame.Say(say::kFile), outcome.file_name, true);
    DrawFact(frame, inner, frame.Say(say::kSize), SizeText(outcome.size_bytes));
    const float y = inner.y;
    DrawFact(frame, inner, frame.Say(say::kDigest), outcome.manifest_sha256);
    Tell(frame, Role::kText, "sign/digest", outcome.manifest_sha256,
         {inner.x, y, inner.width, inner.y - y});
    DrawFact(frame, inner, frame.Say(say::kKeyId), outcome.key_id);
    Tell(frame, Role::kText, "sign/file", outcome.file_name,
         {inner.x, row.y + kSeal, inner.width, kBody.line_px});
    inner.Gap(space::k8);
    DrawSeparator(frame, inner);
    inner.Gap(space::k16);
    DrawTitle(frame, inner, "sign/next", frame.Say(say::kNextSteps));
    for (const Phrase* step : {&say::kNextSteps1, &say::kNextSteps2, &say::kNextSteps3}) {
      DrawRemark(frame, inner, Icon::kDot, frame.Say(*step), p.text);
    }
    inner.Gap(space::k20);
    const bool stacked = frame.phone();
    const float width = stacked ? inner.width : (inner.width - space::k12) * 0.5f;
    const Rect first = inner.Take(size::kControl);
    if (Button(frame, {first.x, first.y, width, first.height},
               {.id = "sign/list", .label = frame.Say(say::kToList)}))
      context.Go(Screen::kAssessments);
    if (stacked) inner.Gap(space::k12);
    const Rect second = stacked ? inner.Take(size::kControl)
                                : Rect{first.x + width + space::k12, first.y, width, first.height};
    if (Button(frame, {second.x, second.y, width, second.height},
               {.id = "sign/again",
                .label = frame.Say(say::kSignAgain),
                .kind = ButtonKind::kSecondary})) {
      context.state.sign_form.sign_again = true;
    }
  });
}

void DrawPublicKey(ScreenContext& context, Column& column) {
  Frame& frame = context.frame;
  DrawCard(frame, column, CardLook(frame), [&](Column& inner) {
    const Rect text =
        DrawParagraph(frame, inner, kBody, frame.palette.text_soft, frame.Say(say::kExportKeyText));
    Tell(frame, Role::kText, "sign/key_text", frame.Say(say::kExportKeyText), text);
    inner.Gap(space::k16);
    const ButtonSpec button{.id = "sign/export_key",
                            .label = frame.Say(say::kExportKey),
                            .kind = ButtonKind::kSecondary,
                            .icon = Icon::kDownload};
    const Rect row = inner.Take(size::kControl);
    const float width = frame.phone() ? row.width : ButtonWidth(frame, button);
    if (Button(frame, {row.x, row.y, width, row.height}, button))
      context.Apply(session::ExportPublicKey{});
  });
}

}  // namespace

void DrawSignScreen(ScreenContext& context, Rect screen) {
  Frame& frame = context.frame;
  const session::OpenView& open = *context.view.open;
  const AppBarAnswer bar = DrawAppBar(
      frame, screen,
      {.title = frame.Say(say::kSignTitle), .subtitle = open.assessment.institution.name});
  FollowAppBar(context, bar, Screen::kCheck);
  DrawErrorBanner(context, screen);

  ScrollArea area(frame, context.state.page_scroll, screen, ScrollState::Axis::kVertical);
  constexpr float kWidth = 600;
  const float width = std::min(screen.width - 2 * PageMargin(frame.layout), kWidth);
  Column column = area.Content();
  column.x += (column.width - width) * 0.5f;
  column.width = width;
  column.Gap(frame.phone() ? space::k16 : space::k32);
  if (!context.view.key) {
    DrawMakeKey(context, column);
  } else if (context.view.last_export && !context.state.sign_form.sign_again) {
    DrawOutcome(context, column);
    DrawPublicKey(context, column);
  } else {
    DrawSign(context, column);
    DrawPublicKey(context, column);
  }
  area.End(column.y + space::k16);
}

}  // namespace pingshen::ui
