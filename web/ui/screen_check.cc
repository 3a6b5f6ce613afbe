// 检查与结果: what is missing, and the result once nothing is.
#include <algorithm>
#include <cmath>
#include <utility>

#include "web/ui/bars.h"
#include "web/ui/buttons.h"
#include "web/ui/item_card.h"
#include "web/ui/live_figures.h"
#include "web/ui/parts.h"
#include "web/ui/ui_state.h"

namespace pingshen::ui {
namespace {

// The card with padding, for content drawn by `draw(inner)`.
template <typename Draw>
void Card(Frame& frame, Column& column, const Surface::Look& look, Draw draw) {
  const float padding = frame.phone() ? space::k16 : space::k24;
  Surface card(frame, column.x, column.y, column.width, look);
  Column inner = column.Indented(padding, padding);
  inner.Gap(padding);
  draw(inner);
  inner.Gap(padding);
  column.y = inner.y;
  card.End(column.y);
  column.Gap(space::k16);
}

void Title(Frame& frame, Column& column, std::string id, std::string_view text) {
  const Rect rect = DrawParagraph(frame, column, kHeading, frame.palette.text, text);
  Tell(frame, Role::kHeading, std::move(id), text, rect, 2);
  column.Gap(space::k8);
}

// One thing to do: where, what, a chevron. Leads there.
bool DrawTask(Frame& frame, Column& column, std::string id, std::string_view where, std::string_view what, Icon icon, ImU32 ink) {
  const Palette& p = frame.palette;
  constexpr float kSign = 20;
  const float text_width = column.width - 2 * space::k12 - kSign - space::k12 - size::kIcon - space::k8;
  const float height = std::max(size::kControl + space::k8, frame.text.Height(where, kBody, text_width) + frame.text.Height(what, kSmall, text_width) + 2 * 10);
  const Rect row = column.Take(height);
  Control control;
  control.id = std::move(id);
  control.role = Role::kButton;
  control.name = where;
  control.description = what;
  control.rect = row;
  const PointerAnswer answer = Touch(frame, std::move(control));
  DrawSurface(frame, row, {.fill = answer.held ? p.accent_soft : p.surface, .edge = answer.hovered || answer.held ? p.accent : p.hairline, .radius = size::kControlRadius});
  DrawIcon(frame, icon, {row.x + space::k12, row.y, kSign, row.height}, ink, kSign);
  Column text{row.x + 2 * space::k12 + kSign, 0, text_width};
  text.y = row.y + (height - frame.text.Height(where, kBody, text_width) - frame.text.Height(what, kSmall, text_width)) * 0.5f;
  DrawParagraph(frame, text, kBody, p.text, where);
  DrawParagraph(frame, text, kSmall, ink, what);
  DrawIcon(frame, Icon::kChevronRight, {Right(row) - space::k12 - size::kIcon, row.y, size::kIcon, row.height}, p.text_soft, 18);
  column.Gap(space::k8);
  return answer.tapped;
}

// Name of the place that a path points at, and the top-level section that holds it.
struct Place {
  std::string name;
  std::string section;
};
bool FindIn(const Frame& frame, const std::vector<session::ItemState>& items, const std::string& code, std::string& name) {
  for (const session::ItemState& item : items) {
    if (item.item->code == code) {
      name = ItemName(frame, *item.item);
      return true;
    }
  }
  return false;
}
bool SectionHolds(const Frame& frame, const session::SectionState& section, const std::string& code, std::string& name) {
  if (FindIn(frame, section.items, code, name)) return true;
  return std::ranges::any_of(section.sections, [&](const session::SectionState& below) { return SectionHolds(frame, below, code, name); });
}
Place PlaceOf(const ScreenContext& context, const model::FieldPath& path) {
  const Frame& frame = context.frame;
  const std::string& outermost = path.repeats.empty() ? path.item : path.repeats.front().repeat;
  for (const session::SectionState& section : context.view.open->evaluation->sections) {
    std::string name;
    if (!SectionHolds(frame, section, outermost, name)) continue;
    if (!path.repeats.empty() && !path.item.empty()) {
      if (const model::Item* child = context.view.open->form->FindItem(path.item)) name += " · " + frame.Say(child->label);
    }
    return {std::move(name), section.section->code};
  }
  return {path.ToString(), {}};
}

void JumpTo(ScreenContext& context, const model::FieldPath& path, const std::string& section) {
  context.Go(Screen::kFill, section);
  model::FieldPath item = path;
  item.field.clear();
  context.state.reveal = item.ToString();
}

std::string BandRange(const Frame& frame, const model::Band& band) {
  if (band.at_least && band.below) return Fill(frame.Say(say::kBetween), band.at_least->ToString(), band.below->ToString());
  if (band.at_least) return Fill(frame.Say(say::kAtLeast), band.at_least->ToString());
  if (band.below) return Fill(frame.Say(say::kBelow), band.below->ToString());
  return {};
}

void DrawFigure(Frame& frame, const Rect& rect, std::string_view label, std::string_view value) {
  Column column{rect.x, rect.y, rect.width};
  DrawText(frame, column.Take(kSmall.line_px), kSmall, frame.palette.text_soft, label);
  DrawText(frame, column.Take(kHeading.line_px), kHeading, frame.palette.text, value);
}

void DrawResult(ScreenContext& context, Column& column, std::size_t to_do) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const session::OpenView& open = *context.view.open;
  const session::Evaluation& evaluation = *open.evaluation;
  const model::Band* band = evaluation.points ? FindBand(open.form->form, evaluation.points->band) : nullptr;
  Surface::Look look = CardLook(frame);
  const Mood mood = band != nullptr ? MoodOf(band->tone) : evaluation.complete ? Mood::kGood : Mood::kNeutral;
  Card(frame, column, look, [&](Column& inner) {
    const Shade shade = ShadeOf(frame, mood);
    std::string spoken(frame.Say(say::kResult));
    spoken += ' ';
    if (band != nullptr) {
      const std::string& label = frame.Say(band->label);
      spoken += label;
      spoken += ' ';
      spoken += Fill(frame.Say(say::kEarnedOf), evaluation.points->DisplayScore(), evaluation.points->total.ToString());
      const float height = 2 * space::k20 + kDisplay.line_px + (band->consequence.empty() ? 0 : frame.text.Height(frame.Say(band->consequence), kSmall, inner.width - 2 * space::k20));
      const Rect banner = inner.Take(height);
      FillBox(frame, banner, shade.soft, size::kControlRadius);
      const Rect line{banner.x + space::k20, banner.y + space::k20, banner.width - 2 * space::k20, kDisplay.line_px};
      DrawText(frame, line, kDisplay, shade.ink, label);
      const std::string score = evaluation.points->DisplayScore();
      const std::string unit(frame.Say(say::kPoints));
      const float unit_width = frame.text.Width(unit, kBody);
      DrawText(frame, {line.x, line.y + 6, line.width, line.height}, kBody, shade.ink, unit, Align::kRight);
      DrawText(frame, {line.x, line.y, line.width - unit_width - 6, line.height}, kDisplay, shade.ink, score, Align::kRight);
      if (!band->consequence.empty()) {
        Column text{line.x, Bottom(line), line.width};
        DrawParagraph(frame, text, kSmall, p.text, frame.Say(band->consequence));
      }
      Tell(frame, Role::kStatus, "check/result", spoken, banner);
      inner.Gap(space::k16);
    } else {
      const std::string_view title = frame.Say(evaluation.complete ? say::kCompleteText : say::kNotComplete);
      spoken += title;
      const Rect rect = DrawParagraph(frame, inner, kTitle, p.text, title);
      Tell(frame, Role::kStatus, "check/result", spoken, rect);
    }
    const std::string sentence = to_do > 0 ? Fill(frame.Say(say::kNotCompleteText), std::to_string(to_do)) : std::string(frame.Say(say::kCompleteText));
    if (to_do > 0 || band != nullptr) {
      const Rect rect = DrawParagraph(frame, inner, kBody, p.text_soft, sentence);
      Tell(frame, Role::kText, "check/summary", sentence, rect);
    }
    if (!evaluation.points) return;
    const model::PointsVerdict& points = *evaluation.points;
    inner.Gap(space::k16);
    DrawSeparator(frame, inner);
    inner.Gap(space::k12);
    const Rect row = inner.Take(kSmall.line_px + kHeading.line_px);
    const float third = row.width / 3;
    DrawFigure(frame, {row.x, row.y, third, row.height}, frame.Say(say::kEarned), points.earned.ToString());
    DrawFigure(frame, {row.x + third, row.y, third, row.height}, frame.Say(say::kAttainable), points.attainable.ToString());
    DrawFigure(frame, {row.x + 2 * third, row.y, third, row.height}, frame.Say(say::kTotal), points.total.ToString());
    std::string figures(frame.Say(say::kEarned));
    figures += " " + points.earned.ToString() + ", ";
    figures += frame.Say(say::kAttainable);
    figures += " " + points.attainable.ToString() + ", ";
    figures += frame.Say(say::kTotal);
    figures += " " + points.total.ToString();
    Tell(frame, Role::kText, "check/figures", figures, row);
    if (points.attainable != points.total && !points.attainable.IsZero()) {
      inner.Gap(space::k4);
      DrawParagraph(frame, inner, kSmall, p.text_soft, Fill(frame.Say(say::kScaled), points.DisplayScore()));
    }
  });
}

std::size_t DrawTasks(ScreenContext& context, Column& column, bool count_only) {
  Frame& frame = context.frame;
  const session::Evaluation& evaluation = *context.view.open->evaluation;
  Drafts& drafts = context.OpenDrafts();
  const std::vector<std::string> unstored = drafts.Unstored();
  std::size_t to_do = unstored.size();
  std::size_t remarks = 0;
  for (const model::Finding& finding : evaluation.findings) {
    if (finding.kind == model::FindingKind::kVeto) continue;
    (finding.blocks_finish ? to_do : remarks) += 1;
  }
  if (count_only) return to_do;
  const auto list = [&](bool blocking) {
    std::size_t number = 0;
    for (const model::Finding& finding : evaluation.findings) {
      ++number;
      if (finding.kind == model::FindingKind::kVeto || finding.blocks_finish != blocking) continue;
      const Place place = PlaceOf(context, finding.path);
      const std::string what = finding.kind == model::FindingKind::kMissing && finding.sentence.empty() ? std::string(frame.Say(say::kMissingAnswer)) : frame.Say(finding.sentence);
      const bool missing = finding.kind == model::FindingKind::kMissing;
      const Icon icon = missing ? Icon::kCircle : blocking ? Icon::kWarning : Icon::kInfo;
      const ImU32 ink = blocking && !missing ? frame.palette.bad : frame.palette.warn;
      if (DrawTask(frame, column, "check/finding/" + std::to_string(number), place.name, what, icon, ink)) JumpTo(context, finding.path, place.section);
    }
  };
  if (to_do > 0) {
    Title(frame, column, "check/todo", frame.Say(say::kToDo));
    for (const std::string& id : unstored) {
      const DraftTarget* target = drafts.TargetOf(id);
      if (target == nullptr) continue;
      const Place place = PlaceOf(context, target->path);
      if (DrawTask(frame, column, "check/unsaved/" + id, place.name, frame.Say(say::kUnsavedInput), Icon::kWarning, frame.palette.bad)) JumpTo(context, target->path, place.section);
    }
    list(true);
    column.Gap(space::k16);
  }
  if (remarks > 0) {
    Title(frame, column, "check/remarks", frame.Say(say::kHints));
    list(false);
    column.Gap(space::k16);
  }
  return to_do;
}

void DrawSectionTable(ScreenContext& context, Column& column) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const session::OpenView& open = *context.view.open;
  if (!open.evaluation->points) return;
  Card(frame, column, CardLook(frame), [&](Column& inner) {
    Title(frame, inner, "check/sections", frame.Say(say::kBySection));
    for (const session::SectionState& section : open.evaluation->sections) {
      if (section.attainable.IsZero()) continue;
      const std::string score = Fill(frame.Say(say::kOf), section.earned.ToString(), section.attainable.ToString());
      const std::string& title = frame.Say(section.section->title);
      const float score_width = std::ceil(frame.text.Width(score, kBodyStrong)) + 1;
      Column name = inner;
      name.width -= score_width + space::k12;
      const Rect text = DrawParagraph(frame, name, kBody, p.text, title);
      DrawText(frame, {Right(inner.Take(0)) - score_width, text.y, score_width, kBody.line_px}, kBodyStrong, p.text, score, Align::kRight);
      Tell(frame, Role::kText, "check/section/" + section.section->code, title + " " + score, {text.x, text.y, inner.width, text.height});
      inner.y = name.y + space::k4;
      const double share = section.earned.ToDouble() / section.attainable.ToDouble();
      DrawProgress(frame, inner.Take(space::k8), share, share >= 1 ? p.good : p.accent);
      inner.Gap(space::k16);
    }
    inner.y -= space::k16;
  });
}

void DrawVetoes(ScreenContext& context, Column& column) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const session::OpenView& open = *context.view.open;
  const model::PointsScheme* scheme = PointsSchemeOf(open.form->form);
  if (scheme == nullptr || !open.evaluation->points || scheme->vetoes.empty()) return;
  const auto& held = open.evaluation->points->vetoes;
  Surface::Look look = CardLook(frame);
  if (!held.empty()) look.left_bar = p.bad;
  Card(frame, column, look, [&](Column& inner) {
    Title(frame, inner, "check/vetoes", frame.Say(say::kVetoTitle));
    if (held.empty()) {
      DrawRule(frame, inner, true, frame.Say(say::kVetoNone));
      return;
    }
    for (const model::Veto& veto : scheme->vetoes) {
      if (std::ranges::find(held, veto.code) == held.end()) continue;
      const std::string& label = frame.Say(veto.label);
      const float y = inner.y;
      DrawProblem(frame, inner, label);
      Tell(frame, Role::kText, "check/veto/" + veto.code, label, {inner.x, y, inner.width, inner.y - y});
      Column source = inner.Indented(24);
      for (const model::Source& from : veto.sources) DrawSource(frame, source, from);
      inner.y = source.y + space::k8;
    }
    inner.y -= space::k8;
  });
}

void DrawBands(ScreenContext& context, Column& column) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const session::OpenView& open = *context.view.open;
  const model::PointsScheme* scheme = PointsSchemeOf(open.form->form);
  if (scheme == nullptr || !open.evaluation->points) return;
  Card(frame, column, CardLook(frame), [&](Column& inner) {
    Title(frame, inner, "check/bands", frame.Say(say::kBands));
    for (const model::Band& band : scheme->bands) {
      const bool ours = open.evaluation->points->band == band.code;
      const std::string& label = frame.Say(band.label);
      const std::string range = BandRange(frame, band);
      const Rect row = inner.Take(kBadgeHeight + space::k8);
      DrawBadge(frame, row.x, row.y + space::k4, label, ours ? MoodOf(band.tone) : Mood::kNeutral);
      const float x = row.x + std::max(112.0f, BadgeWidth(frame, label) + space::k12);
      DrawText(frame, {x, row.y, Right(row) - x, row.height}, ours ? kBodyStrong : kBody, ours ? p.text : p.text_soft, range);
      Tell(frame, Role::kText, "check/band/" + band.code, label + " " + range, row);
    }
    for (const model::Band& band : scheme->bands) {
      for (const model::Source& source : band.sources) {
        if (source.confidence != model::Confidence::kOurReading) continue;
        inner.Gap(space::k12);
        const std::string& note = frame.Say(source.note.empty() ? source.document : source.note);
        const float y = inner.y;
        DrawNotice(frame, inner, Mood::kWarn, Icon::kInfo, frame.Say(say::kOurReadingTitle), note);
        Tell(frame, Role::kText, "check/reading/" + band.code, note, {inner.x, y, inner.width, inner.y - y});
      }
    }
  });
}

}  // namespace

void DrawCheckScreen(ScreenContext& context, Rect screen) {
  Frame& frame = context.frame;
  const session::OpenView& open = *context.view.open;
  context.state.show_missing = true;
  const AppBarAnswer bar = DrawAppBar(frame, screen, {.title = frame.Say(say::kCheckTitle), .subtitle = open.assessment.institution.name});
  FollowAppBar(context, bar, Screen::kFill);
  DrawErrorBanner(context, screen);
  const Rect below = TakeBottomBar(frame, screen, size::kReadingWidth);
  Column nowhere;
  const std::size_t to_do = DrawTasks(context, nowhere, true);
  {
    ScrollArea area(frame, context.state.page_scroll, screen, ScrollState::Axis::kVertical);
    const float margin = PageMargin(frame.layout);
    Column column = area.Content();
    column.Gap(frame.phone() ? space::k16 : space::k24);
    if (frame.layout == Layout::kDesktop) {
      // Result and tasks left, figures right.
      const float width = std::min(screen.width - 2 * margin, size::kListWidth);
      const float x = column.x + (column.width - width) * 0.5f;
      const float side = 400;
      Column left{x, column.y, width - side - space::k24};
      Column right{x + left.width + space::k24, column.y, side};
      DrawResult(context, left, to_do);
      DrawTasks(context, left, false);
      DrawVetoes(context, left);
      DrawSectionTable(context, right);
      DrawBands(context, right);
      column.y = std::max(left.y, right.y);
    } else {
      const float width = std::min(screen.width - 2 * margin, size::kReadingWidth);
      column.x += (column.width - width) * 0.5f;
      column.width = width;
      DrawResult(context, column, to_do);
      DrawTasks(context, column, false);
      DrawVetoes(context, column);
      DrawSectionTable(context, column);
      DrawBands(context, column);
    }
    area.End(column.y + space::k16);
  }
  const float half = (below.width - space::k12) * 0.4f;
  if (Button(frame, {below.x, below.y, half, below.height}, {.id = "nav/fill", .label = frame.Say(say::kBackToFill), .kind = ButtonKind::kSecondary})) context.Go(Screen::kFill);
  if (Button(frame, {below.x + half + space::k12, below.y, below.width - half - space::k12, below.height},
             {.id = "nav/sign", .label = frame.Say(say::kSignAndExport), .icon = Icon::kShield, .disabled = !open.evaluation->complete || to_do > 0})) {
    context.Go(Screen::kSign);
  }
}

}  // namespace pingshen::ui
