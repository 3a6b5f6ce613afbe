#include "web/ui/catalogue/screen_import.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/model/language_names.h"
#include "web/ui/catalogue/form_preview.h"
#include "web/ui/controls/bars.h"
#include "web/ui/controls/buttons.h"
#include "web/ui/controls/parts.h"
#include "web/ui/draw/surface.h"
#include "web/ui/screen/error_banner.h"
#include "web/ui/screen/ui_state.h"
#include "web/ui/words/form_strings.h"

namespace pingshen::ui {
namespace {

using session::ExaminedForm;
using session::FormMessage;

constexpr std::size_t kMostShown = 200;

std::size_t Count(const ExaminedForm& examined, FormMessage::Severity severity) {
  return static_cast<std::size_t>(
      std::ranges::count(examined.messages, severity, &FormMessage::severity));
}

void DrawVerdict(ScreenContext& context, Column& column, const ExaminedForm& examined) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const bool ok = examined.ok();
  const bool installed =
      ok && std::ranges::any_of(context.view.catalogue, [&](const session::CatalogueEntry& entry) {
        return entry.form_sha256 == examined.sha256;
      });
  const Shade shade = ShadeOf(frame, ok ? Mood::kGood : Mood::kBad);
  DrawCard(frame, column, CardLook(frame), [&](Column& inner) {
    const Rect head = inner.Take(kBadgeHeight);
    const std::string_view state = frame.Say(ok ? say::kImportReady : say::kImportRefused);
    const float badge = DrawBadge(frame, head.x, head.y, state, ok ? Mood::kGood : Mood::kBad);
    DrawText(frame,
             {head.x + badge + space::k12, head.y, head.width - badge - space::k12, head.height},
             kSmall, p.text_soft, examined.file_name);
    Tell(frame, Role::kStatus, "import/state", std::string(state) + " " + examined.file_name, head);
    inner.Gap(space::k12);
    if (ok) {
      const model::Form& form = examined.form->form;
      const Rect title = DrawParagraph(frame, inner, kTitle, p.text, frame.Say(form.title));
      Tell(frame, Role::kHeading, "import/title", frame.Say(form.title), title, 2);
      std::string facts = Fill(frame.Say(say::kVersion), form.version) + " · " +
                          Fill(frame.Say(say::kQuestions), std::to_string(QuestionCount(form)));
      std::string languages;
      for (const std::string& language : form.languages)
        languages +=
            (languages.empty() ? "" : ", ") + model::LanguageNameIn(language, frame.language);
      if (!languages.empty()) facts += " · " + Fill(frame.Say(say::kLanguages), languages);
      const Rect line = DrawParagraph(frame, inner, kSmall, p.text_soft, facts);
      Tell(frame, Role::kText, "import/facts", facts, line);
      if (installed)
        DrawRemark(frame, inner, Icon::kInfo, frame.Say(say::kAlreadyInstalled), p.warn);
    } else {
      DrawParagraph(frame, inner, kBody, p.text, frame.Say(say::kImportRefusedText));
    }
    std::string counts;
    const auto add = [&](const Phrase& phrase, FormMessage::Severity severity) {
      const std::size_t count = Count(examined, severity);
      if (count == 0) return;
      if (!counts.empty()) counts += " · ";
      counts += Fill(frame.Say(phrase), std::to_string(count));
    };
    add(say::kErrorsCount, FormMessage::Severity::kError);
    add(say::kUnsupportedCount, FormMessage::Severity::kUnsupported);
    add(say::kWarningsCount, FormMessage::Severity::kWarning);
    if (counts.empty()) return;
    inner.Gap(space::k8);
    const Rect line = DrawParagraph(frame, inner, kBodyStrong, ok ? p.warn : shade.ink, counts);
    Tell(frame, Role::kText, "import/counts", counts, line);
  });
}

void DrawMessages(ScreenContext& context, Column& column, const ExaminedForm& examined) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  struct Group {
    FormMessage::Severity severity;
    const Phrase& title;
    Icon icon;
    ImU32 ink;
    const char* id;
  };
  const Group groups[] = {
      {FormMessage::Severity::kError, say::kErrors, Icon::kWarning, p.bad, "error"},
      {FormMessage::Severity::kUnsupported, say::kUnsupported, Icon::kBan, p.warn, "unsupported"},
      {FormMessage::Severity::kWarning, say::kWarnings, Icon::kInfo, p.text_soft, "warning"}};
  for (const Group& group : groups) {
    if (Count(examined, group.severity) == 0) continue;
    Surface::Look look = CardLook(frame);
    if (group.severity == FormMessage::Severity::kError) look.left_bar = p.bad;
    DrawCard(frame, column, look, [&](Column& inner) {
      DrawTitle(frame, inner, std::string("import/") + group.id, frame.Say(group.title));
      std::size_t number = 0;
      for (const FormMessage& message : examined.messages) {
        if (message.severity != group.severity) continue;
        if (++number > kMostShown) break;
        const float top = inner.y;
        const std::string& text = frame.Say(message.text);
        constexpr float kSign = 18;
        inner.Gap(space::k8);
        Column line = inner.Indented(kSign + space::k8);
        DrawIcon(frame, group.icon, {inner.x, inner.y, kSign, kBody.line_px}, group.ink, kSign);
        DrawParagraph(frame, line, kBody, p.text, text);
        DrawParagraph(frame, line, kSmall, p.text_soft, CodeName(message.code));
        inner.y = line.y;
        Tell(frame, Role::kText, std::string("import/") + group.id + "/" + std::to_string(number),
             text + " " + std::string(CodeName(message.code)),
             {inner.x, top, inner.width, inner.y - top});
      }
      const std::size_t all = Count(examined, group.severity);
      const std::size_t unlisted = (all > kMostShown ? all - kMostShown : 0);
      if (unlisted > 0)
        DrawParagraph(frame, inner, kSmall, p.text_soft,
                      Fill(frame.Say(say::kMoreMessages), std::to_string(unlisted)));
    });
  }
  if (examined.messages_left_out > 0) {
    DrawParagraph(frame, column, kSmall, p.text_soft,
                  Fill(frame.Say(say::kMoreMessages), std::to_string(examined.messages_left_out)));
    column.Gap(space::k16);
  }
}

void DrawContents(ScreenContext& context, Column& column, const model::Form& form) {
  Frame& frame = context.frame;
  constexpr std::size_t kMostItems = 60;
  DrawCard(frame, column, CardLook(frame), [&](Column& inner) {
    DrawTitle(frame, inner, "import/contents", frame.Say(say::kContents));
    DrawFormPreview(frame, inner, form, kMostItems);
    const std::size_t count = QuestionCount(form);
    if (count > kMostItems) {
      DrawParagraph(frame, inner, kSmall, frame.palette.text_soft,
                    Fill(frame.Say(say::kMoreQuestions), std::to_string(count - kMostItems)));
    }
  });
}

}  // namespace

void DrawImportScreen(ScreenContext& context, Rect screen) {
  Frame& frame = context.frame;
  const ExaminedForm& examined = *context.view.examined;
  frame.output.takes_forms = true;
  const AppBarAnswer bar = DrawAppBar(
      frame, screen, {.title = frame.Say(say::kImportTitle), .subtitle = examined.file_name});
  FollowAppBar(context, bar, Screen::kForms);
  bool leave = bar.back;
  DrawErrorBanner(context, screen);
  const Rect below = TakeBottomBar(frame, screen, size::kReadingWidth);
  {
    ScrollArea area(frame, context.state.page_scroll, screen, ScrollState::Axis::kVertical);
    const float width = std::min(screen.width - 2 * PageMargin(frame.layout), size::kReadingWidth);
    Column column = area.Content();
    column.x += (column.width - width) * 0.5f;
    column.width = width;
    column.Gap(frame.phone() ? space::k16 : space::k24);
    DrawVerdict(context, column, examined);
    DrawMessages(context, column, examined);
    if (examined.ok()) DrawContents(context, column, examined.form->form);
    area.End(column.y + space::k16);
  }
  const float half = std::floor((below.width - space::k12) * 0.4f);
  if (Button(frame, {below.x, below.y, half, below.height},
             {.id = "import/discard",
              .label = frame.Say(say::kDiscard),
              .kind = ButtonKind::kSecondary}))
    leave = true;
  if (Button(frame,
             {below.x + half + space::k12, below.y, below.width - half - space::k12, below.height},
             {.id = "import/install",
              .label = frame.Say(say::kInstallNow),
              .disabled = !examined.ok()})) {
    context.Apply(session::InstallForm{});
  } else if (leave) {
    context.Apply(session::DismissForm{});
    context.Go(Screen::kForms);
  }
}

}  // namespace pingshen::ui
