#include "web/ui/result/result_facts.h"

#include <algorithm>
#include <cmath>

#include "web/ui/controls/marks.h"
#include "web/ui/controls/task_row.h"
#include "web/ui/draw/surface.h"
#include "web/ui/result/scheme_view.h"
#include "web/ui/result/screen_items.h"
#include "web/ui/screen/item_place.h"
#include "web/ui/screen/item_words.h"
#include "web/ui/words/result_strings.h"

namespace pingshen::ui {
namespace {

std::string BandRange(const Frame& frame, const model::Band& band) {
  if (band.at_least && band.below)
    return Fill(frame.Say(say::kBetween), band.at_least->ToString(), band.below->ToString());
  if (band.at_least && band.at_most)
    return Fill(frame.Say(say::kFromTo), band.at_least->ToString(), band.at_most->ToString());
  if (band.at_least) return Fill(frame.Say(say::kAtLeast), band.at_least->ToString());
  if (band.below) return Fill(frame.Say(say::kBelow), band.below->ToString());
  if (band.at_most) return Fill(frame.Say(say::kAtMost), band.at_most->ToString());
  return {};
}

std::string FigureName(const Frame& frame, const session::OpenView& open, const std::string& name) {
  static constexpr struct {
    std::string_view name;
    const Phrase& words;
  } kNames[] = {{"numerator", say::kNumerator},   {"denominator", say::kDenominator},
                {"reported", say::kReported},     {"computed", say::kStageComputed},
                {"nearest", say::kNearest},       {"reached", say::kStagesReached},
                {"of", say::kStagesReachedOf},    {"sum", say::kPartsSum},
                {"difference", say::kDifference}, {"change", say::kRatioChange},
                {"limit", say::kLimit},           {"first", say::kFirstDay},
                {"last", say::kLastDay}};
  for (const auto& each : kNames) {
    if (each.name == name) return std::string(frame.Say(each.words));
  }
  const std::size_t colon = name.find(':');
  const model::Item* item = open.form->FindItem(name.substr(0, colon));
  if (item == nullptr) return name;
  std::string text = frame.Say(item->label);
  if (colon != std::string::npos) {
    text += " · ";
    text += FigureName(frame, open, name.substr(colon + 1));
  }
  return text;
}

}  // namespace

void DrawVetoCard(ScreenContext& context, Column& column, const SchemeView& view) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const std::vector<model::Veto>& vetoes = model::VetoesOf(*view.scheme);
  if (vetoes.empty()) return;
  const auto& held = view.result->vetoes;
  const bool composite = std::holds_alternative<model::CompositeScheme>(*view.scheme);
  Surface::Look look = CardLook(frame);
  if (!held.empty()) look.left_bar = p.bad;
  DrawCard(frame, column, look, [&](Column& inner) {
    DrawTitle(frame, inner, view.prefix + "vetoes",
              frame.Say(composite ? say::kPreconditions : say::kVetoTitle));
    if (held.empty()) {
      DrawRule(frame, inner, true, frame.Say(composite ? say::kPreconditionsMet : say::kVetoNone));
      return;
    }
    for (const model::Veto& veto : vetoes) {
      if (std::ranges::find(held, veto.code) == held.end()) continue;
      const std::string& label = frame.Say(veto.label);
      const float y = inner.y;
      DrawProblem(frame, inner, label);
      Tell(frame, Role::kText, view.prefix + "veto/" + veto.code, label,
           {inner.x, y, inner.width, inner.y - y});
      Column source = inner.Indented(24);
      for (const model::Source& from : veto.sources) DrawSource(frame, source, from);
      inner.y = source.y + space::k8;
    }
    inner.y -= space::k8;
  });
}

void DrawBandCard(ScreenContext& context, Column& column, const SchemeView& view) {
  const auto* scheme = std::get_if<model::PointsScheme>(view.scheme);
  if (scheme == nullptr || scheme->bands.empty()) return;
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  DrawCard(frame, column, CardLook(frame), [&](Column& inner) {
    DrawTitle(frame, inner, view.prefix + "bands", frame.Say(say::kBands));
    for (const model::Band& band : scheme->bands) {
      const bool ours = view.result->outcome == band.code;
      const std::string& label = frame.Say(band.label);
      const std::string range = BandRange(frame, band);
      const Rect row = inner.Take(kBadgeHeight + space::k8);
      DrawBadge(frame, row.x, row.y + space::k4, label, ours ? MoodOf(band.tone) : Mood::kNeutral);
      const float x = row.x + std::max(112.0f, BadgeWidth(frame, label) + space::k12);
      DrawText(frame, {x, row.y, Right(row) - x, row.height}, ours ? kBodyStrong : kBody,
               ours ? p.text : p.text_soft, range);
      Tell(frame, Role::kText, view.prefix + "band/" + band.code, label + " " + range, row);
    }
    for (const model::Band& band : scheme->bands) {
      for (const model::Source& source : band.sources) {
        if (source.confidence != model::Confidence::kOurReading) continue;
        inner.Gap(space::k12);
        const std::string& note = frame.Say(source.note.empty() ? source.document : source.note);
        const float y = inner.y;
        DrawNotice(frame, inner, Mood::kWarn, Icon::kInfo, frame.Say(say::kOurReadingTitle), note);
        Tell(frame, Role::kText, view.prefix + "reading/" + band.code, note,
             {inner.x, y, inner.width, inner.y - y});
      }
    }
  });
}

std::string BasisText(const ScreenContext& context, const evaluation::ItemState& item) {
  const Frame& frame = context.frame;
  const model::Value& basis = AnswerAt(context, WithField(item.path, model::kBasisField));
  return basis.empty() ? std::string(frame.Say(say::kNoBasis))
                       : Fill(frame.Say(say::kBasisIs), basis.text());
}

void DrawAbsentCard(ScreenContext& context, Column& column, const SchemeView& view) {
  if (!view.result->ladder) return;
  const model::LadderTable& ladder = *view.result->ladder;
  const session::OpenView& open = *context.view.open;
  ItemFilter filter;
  filter.scheme = view.result->scheme;
  filter.Add(Standing::kE);
  const std::vector<FilteredItem> items = ItemsOf(open, filter);
  if (items.empty()) return;
  Frame& frame = context.frame;
  const auto* scheme = std::get_if<model::LadderScheme>(view.scheme);
  std::int64_t total = ladder.all.Total();
  if (scheme != nullptr && !scheme->core_in_all) total += ladder.core.Total();
  DrawCard(frame, column, CardLook(frame), [&](Column& inner) {
    DrawTitle(frame, inner, view.prefix + "absent", frame.Say(say::kAbsentTitle));
    const model::Fraction share{Decimal::FromInteger(static_cast<std::int64_t>(items.size())),
                                Decimal::FromInteger(total)};
    const std::string text = Fill(frame.Say(say::kAbsentShare), share.numerator.ToString(),
                                  share.denominator.ToString(), PercentText(share));
    const Rect rect = DrawParagraph(frame, inner, kBody, frame.palette.text_soft, text);
    Tell(frame, Role::kText, view.prefix + "absent/share", text, rect);
    inner.Gap(space::k12);
    constexpr std::size_t kShown = 3;
    for (std::size_t i = 0; i < std::min(items.size(), kShown); ++i) {
      const evaluation::ItemState& item = *items[i].item;
      const std::string name = ItemName(frame, *item.item);
      const std::string basis = BasisText(context, item);
      const bool stated = !AnswerAt(context, WithField(item.path, model::kBasisField)).empty();
      if (DrawTaskRow(frame, inner,
                      {.id = view.prefix + "absent/" + item.item->code,
                       .title = name,
                       .text = basis,
                       .mark = Standing::kE,
                       .ink = stated ? frame.palette.text_soft : frame.palette.warn}))
        JumpTo(context, item.path, items[i].top->section->code);
    }
    if (items.size() > kShown) {
      const std::string all = Fill(frame.Say(say::kShowAll), std::to_string(items.size()));
      if (DrawTaskRow(frame, inner, {.id = view.prefix + "absent/all", .title = all}))
        OpenItems(context, filter);
    }
    inner.y -= space::k8;
  });
}

void DrawFigureFindings(ScreenContext& context, Column& column) {
  const session::OpenView& open = *context.view.open;
  const auto& findings = open.evaluation->grading.findings;
  if (findings.empty()) return;
  Frame& frame = context.frame;
  DrawTitle(frame, column, "check/figure_findings", frame.Say(say::kFiguresTitle));
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const model::FigureFinding& finding = findings[i];
    std::string figures;
    for (const model::FigureFinding::Figure& figure : finding.figures) {
      if (!figures.empty()) figures += " · ";
      figures += Fill(frame.Say(say::kFigure), FigureName(frame, open, figure.name), figure.value);
    }
    const ImU32 ink = finding.note ? frame.palette.text_soft : frame.palette.warn;
    if (DrawTaskRow(frame, column,
                    {.id = "check/figure/" + std::to_string(i),
                     .title = frame.Say(finding.sentence),
                     .text = figures,
                     .icon = finding.note ? Icon::kInfo : Icon::kWarning,
                     .ink = ink}) &&
        !finding.path.item.empty())
      JumpTo(context, finding.path, PlaceOf(context, finding.path).section);
  }
  column.Gap(space::k16);
}

}  // namespace pingshen::ui
