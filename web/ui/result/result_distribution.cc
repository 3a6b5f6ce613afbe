#include "web/ui/result/result_distribution.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "web/ui/controls/choices.h"
#include "web/ui/controls/marks.h"
#include "web/ui/draw/surface.h"
#include "web/ui/result/scheme_view.h"
#include "web/ui/result/screen_items.h"
#include "web/ui/screen/item_place.h"
#include "web/ui/words/result_strings.h"

namespace pingshen::ui {
namespace {

constexpr std::array<model::Mark, 3> kShares{model::Mark::kC, model::Mark::kB, model::Mark::kA};
constexpr float kCellPx = 48;
constexpr float kShareCellPx = 88;
constexpr float kChapterBarPx = 16;
constexpr float kTotalBarPx = 30;

struct Row {
  std::string id;       // prefix of its cells
  std::string section;  // "" for the whole
  std::string title;
  const model::MarkCounts* counts = nullptr;
};

struct Table {
  const SchemeView& view;
  ItemFilter::Class which;
  bool open_column;  // some item is not marked yet
};

std::vector<Standing> ColumnsOf(const Table& table) {
  std::vector<Standing> columns{Standing::kA, Standing::kB, Standing::kC, Standing::kD,
                                Standing::kE};
  if (table.open_column) columns.push_back(Standing::kUnanswered);
  return columns;
}

ItemFilter FilterOf(const Table& table, const Row& row) {
  ItemFilter filter;
  filter.scheme = table.view.result->scheme;
  filter.section = row.section;
  filter.which = table.which;
  return filter;
}

// A figure that opens what it counts; 0 opens nothing.
void DrawCount(ScreenContext& context, const Table& table, const Row& row, Standing standing,
               const Rect& cell) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const std::int64_t count = CountOf(*row.counts, standing);
  const std::string text = std::to_string(count);
  if (count == 0) {
    DrawText(frame, cell, kBody, p.border_strong, text, Align::kCentre);
    return;
  }
  Control control;
  control.id = row.id + "/" +
               std::string(standing == Standing::kUnanswered
                               ? "open"
                               : model::MarkName(static_cast<model::Mark>(standing)));
  control.name = row.title + " " +
                 Fill(frame.Say(say::kFigure), WordOf(frame, standing),
                      Fill(frame.Say(say::kItemsCount), text));
  control.description = frame.Say(say::kOpenItems);
  control.rect = cell;
  const PointerAnswer answer = Touch(frame, std::move(control));
  if (answer.held || answer.hovered) FillBox(frame, cell, p.accent_soft, size::kControlRadius);
  DrawText(frame, cell, kBodyStrong, p.text, text, Align::kCentre);
  if (!answer.tapped) return;
  ItemFilter filter = FilterOf(table, row);
  filter.Add(standing);
  OpenItems(context, std::move(filter));
}

// "98.80%" over "83 / 84"; opens the items that miss the mark, the ones to work on.
void DrawShare(ScreenContext& context, const Table& table, const Row& row, model::Mark mark,
               const Rect& cell, Align align, bool labelled) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const model::Fraction share = row.counts->Share(mark);
  const std::string percent = PercentText(share);
  const std::string fraction = FractionText(share);
  const std::string label = Fill(frame.Say(say::kOrBetter), model::MarkName(mark));
  Control control;
  control.id = row.id + "/" + std::string(model::MarkName(mark)) + "+";
  control.name = row.title + " " + label + " " + percent + " " + fraction;
  control.description = frame.Say(say::kOpenItems);
  control.rect = cell;
  const PointerAnswer answer = Touch(frame, std::move(control));
  if (answer.held || answer.hovered) FillBox(frame, cell, p.accent_soft, size::kControlRadius);
  const float label_px = labelled ? kSmall.line_px : 0;
  float y = cell.y + (cell.height - label_px - kBody.line_px - kSmall.line_px) * 0.5f;
  const auto line = [&](const TextStyle& style, ImU32 ink, std::string_view text) {
    DrawText(frame, {cell.x, y, cell.width - (align == Align::kRight ? 6.0f : 0.0f), style.line_px},
             style, ink, text, align);
    y += style.line_px;
  };
  if (labelled) line(kSmall, p.text_soft, Fill(frame.Say(say::kPlus), model::MarkName(mark)));
  line(kBodyStrong, p.text, percent);
  line(kSmall, p.text_soft, fraction);
  if (!answer.tapped) return;
  ItemFilter filter = FilterOf(table, row);
  filter.AddBelow(mark);
  OpenItems(context, std::move(filter));
}

void TellBar(Frame& frame, const Row& row, const Rect& bar) {
  std::string text =
      row.title + " " + Fill(frame.Say(say::kItemsCount), std::to_string(row.counts->Total()));
  const std::string marks = MarkBarText(frame, *row.counts);
  if (!marks.empty()) {
    text += frame.language == Language::kEnglish ? ": " : "：";
    text += marks;
  }
  Tell(frame, Role::kText, row.id, text, bar);
}

// Tablet and desktop: title and bar left, figures in columns.
void DrawWideRow(ScreenContext& context, Column& column, const Table& table, const Row& row,
                 bool whole) {
  Frame& frame = context.frame;
  const std::vector<Standing> columns = ColumnsOf(table);
  const float figures =
      kCellPx * static_cast<float>(columns.size()) + kShareCellPx * kShares.size();
  const float left = column.width - figures - space::k16;
  const TextStyle& style = whole ? kBodyStrong : kBody;
  const float bar = whole ? kTotalBarPx : kChapterBarPx;
  const float title = frame.text.Height(row.title, style, left);
  const float height = std::max(64.0f, title + space::k4 + bar + 2 * space::k12);
  const Rect rect = column.Take(height);
  Column name{rect.x, rect.y + (height - title - space::k4 - bar) * 0.5f, left};
  DrawParagraph(frame, name, style, frame.palette.text, row.title);
  name.Gap(space::k4);
  const Rect chart = name.Take(bar);
  DrawMarkBar(frame, chart, *row.counts, whole);
  TellBar(frame, row, {rect.x, rect.y, left, height});
  float x = rect.x + left + space::k16;
  for (const Standing standing : columns) {
    DrawCount(context, table, row, standing,
              {x, rect.y + (height - kCellPx) * 0.5f, kCellPx, kCellPx});
    x += kCellPx;
  }
  constexpr float kSharePx = 52;
  for (const model::Mark mark : kShares) {
    DrawShare(context, table, row, mark,
              {x, rect.y + (height - kSharePx) * 0.5f, kShareCellPx, kSharePx}, Align::kRight,
              false);
    x += kShareCellPx;
  }
}

void DrawWideHead(Frame& frame, Column& column, const Table& table) {
  const std::vector<Standing> columns = ColumnsOf(table);
  const Rect rect = column.Take(kSmall.line_px + space::k8);
  const float figures =
      kCellPx * static_cast<float>(columns.size()) + kShareCellPx * kShares.size();
  float x = Right(rect) - figures;
  for (const Standing standing : columns) {
    constexpr float kChip = 24;
    if (standing == Standing::kUnanswered) {
      DrawText(frame, {x, rect.y, kCellPx, kChip}, kSmall, frame.palette.text_soft,
               ShortWord(frame, standing), Align::kCentre);
    } else {
      DrawMarkChip(frame, {x + (kCellPx - kChip) * 0.5f, rect.y, kChip, kChip}, standing);
    }
    x += kCellPx;
  }
  for (const model::Mark mark : kShares) {
    DrawText(frame, {x, rect.y, kShareCellPx - 6, kSmall.line_px}, kSmall, frame.palette.text_soft,
             Fill(frame.Say(say::kPlus), model::MarkName(mark)), Align::kRight);
    x += kShareCellPx;
  }
}

// Phone: everything below each other, chips of the marks over their counts.
void DrawNarrowRow(ScreenContext& context, Column& column, const Table& table, const Row& row,
                   bool whole) {
  Frame& frame = context.frame;
  const std::vector<Standing> columns = ColumnsOf(table);
  column.Gap(space::k12);
  const float top = column.y;
  DrawParagraph(frame, column, kBodyStrong, frame.palette.text, row.title);
  column.Gap(space::k4);
  DrawMarkBar(frame, column.Take(whole ? kTotalBarPx : kChapterBarPx), *row.counts, whole);
  TellBar(frame, row, {column.x, top, column.width, column.y - top});
  column.Gap(space::k8);
  // On the narrowest phones in two lines, so that every count can be hit.
  const bool one_line = column.width >= size::kTouch * static_cast<float>(columns.size());
  const std::size_t across = one_line ? columns.size() : (columns.size() + 1) / 2;
  const float cell = column.width / static_cast<float>(across);
  for (std::size_t i = 0; i < columns.size(); i += across) {
    const Rect cells = column.Take(kSmall.line_px + size::kTouch);
    float x = cells.x;
    for (std::size_t k = i; k < std::min(i + across, columns.size()); ++k, x += cell) {
      const bool open = columns[k] == Standing::kUnanswered;
      const float chip = open ? std::min(cell - 4, 40.0f) : 22;
      DrawMarkChip(frame, {x + (cell - chip) * 0.5f, cells.y, chip, 22}, columns[k]);
      DrawCount(context, table, row, columns[k], {x, cells.y + kSmall.line_px, cell, size::kTouch});
    }
  }
  const Rect shares = column.Take(kBody.line_px + 2 * kSmall.line_px);
  const float third = shares.width / kShares.size();
  float x = shares.x;
  for (const model::Mark mark : kShares) {
    DrawShare(context, table, row, mark, {x, shares.y, third, shares.height}, Align::kCentre, true);
    x += third;
  }
  column.Gap(space::k12);
}

}  // namespace

void DrawDistributionCard(ScreenContext& context, Column& column, const SchemeView& view) {
  if (!view.result->ladder) return;
  Frame& frame = context.frame;
  const model::LadderTable& ladder = *view.result->ladder;
  const bool has_core = ladder.core.Total() > 0;
  const bool core_only = has_core && context.state.core_only;
  // Where ★ items have a column of their own only, the other one is without them.
  const auto* scheme = std::get_if<model::LadderScheme>(view.scheme);
  const bool core_apart = has_core && scheme != nullptr && !scheme->core_in_all;
  DrawCard(frame, column, CardLook(frame), [&](Column& inner) {
    DrawTitle(frame, inner, view.prefix + "distribution", frame.Say(say::kDistribution));
    const Rect lead = DrawParagraph(frame, inner, kSmall, frame.palette.text_soft,
                                    frame.Say(say::kDistributionLead));
    Tell(frame, Role::kText, view.prefix + "distribution/lead", frame.Say(say::kDistributionLead),
         lead);
    inner.Gap(space::k12);
    if (has_core) {
      const Choice choices[] = {{.id = view.prefix + "distribution=all",
                                 .label = frame.Say(core_apart ? say::kOtherItems : say::kAllItems),
                                 .selected = !core_only},
                                {.id = view.prefix + "distribution=core",
                                 .label = frame.Say(say::kCoreItems),
                                 .selected = core_only}};
      Column narrow = inner;
      narrow.width = std::min(inner.width, 360.0f);
      const int tapped = Segments(frame, narrow, frame.Say(say::kWhichItems), choices);
      if (tapped >= 0) context.state.core_only = tapped == 1;
      inner.y = narrow.y + space::k16;
    }
    const model::MarkCounts& whole = core_only ? ladder.core : ladder.all;
    const Table table{view,
                      core_only    ? ItemFilter::Class::kCore
                      : core_apart ? ItemFilter::Class::kOther
                                   : ItemFilter::Class::kAll,
                      whole.unanswered > 0};
    if (!frame.phone()) DrawWideHead(frame, inner, table);
    const auto draw = [&](const Row& row, bool is_whole) {
      if (frame.phone())
        DrawNarrowRow(context, inner, table, row, is_whole);
      else
        DrawWideRow(context, inner, table, row, is_whole);
    };
    draw({.id = view.prefix + "marks",
          .section = {},
          .title = std::string(frame.Say(say::kWhole)),
          .counts = &whole},
         true);
    for (const model::ChapterMarks& chapter : ladder.chapters) {
      const model::MarkCounts& counts = core_only ? chapter.core : chapter.all;
      if (counts.Total() == 0) continue;
      DrawSeparator(frame, inner);
      draw({.id = view.prefix + "marks/" + chapter.section,
            .section = chapter.section,
            .title = SectionTitle(frame, context.view.open->form->form, chapter.section),
            .counts = &counts},
           false);
    }
  });
}

}  // namespace pingshen::ui
