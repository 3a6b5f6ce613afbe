#include "web/ui/draw/rich_text.h"

#include "web/ui/draw/line_break.h"

namespace pingshen::ui {
namespace {

constexpr float kBulletIndent = 18;

TextStyle StyleOf(const RichBlock& block, const TextStyle& style) {
  if (block.kind != RichBlock::Kind::kHeading) return style;
  if (block.level <= 2) return kHeadline;
  TextStyle heading = style;
  heading.bold = true;
  return heading;
}

// Runs of both weights in one paragraph: broken together, drawn piece by piece.
void DrawMixed(Frame& frame, Column& column, const RichBlock& block, const TextStyle& style,
               ImU32 colour) {
  TextStyle strong = style;
  strong.bold = true;
  std::string whole;
  std::vector<bool> bold;
  for (const RichRun& run : block.runs) {
    whole += run.text;
    bold.resize(whole.size(), run.bold);
  }
  std::vector<BreakKind> breaks;
  FindBreaks(whole, breaks);
  // Pieces between places where a line may end, each of one weight.
  struct Piece {
    std::size_t begin, end;
    float width;
    bool may_break;  // behind it
  };
  std::vector<Piece> pieces;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    const bool inside = breaks[i] == BreakKind::kInside;
    const bool weight_ends = i + 1 == whole.size() || bold[i] != bold[i + 1];
    const bool may_break = breaks[i] == BreakKind::kAllowed || breaks[i] == BreakKind::kMandatory;
    if (inside && !weight_ends) continue;
    if (!may_break && !weight_ends) continue;
    const std::string_view text = std::string_view(whole).substr(begin, i + 1 - begin);
    pieces.push_back(
        {begin, i + 1, frame.text.Width(text, bold[begin] ? strong : style), may_break});
    begin = i + 1;
  }
  float x = 0;
  const std::string_view text(whole);
  for (std::size_t i = 0; i < pieces.size();) {
    // Pieces that must stay together.
    std::size_t last = i;
    float width = pieces[i].width;
    while (!pieces[last].may_break && last + 1 < pieces.size()) width += pieces[++last].width;
    if (x > 0 && x + width > column.width) {
      column.Gap(style.line_px);
      x = 0;
    }
    for (; i <= last; ++i) {
      const Piece& piece = pieces[i];
      const std::string_view words = text.substr(piece.begin, piece.end - piece.begin);
      const TextStyle& weight = bold[piece.begin] ? strong : style;
      if (x == 0 && piece.width > column.width) {  // wider than a line: wrapped by itself
        DrawParagraph(frame, column, weight, colour, words);
        continue;
      }
      if (frame.Shows({column.x + x, column.y, piece.width, style.line_px}))
        TextLayout::DrawLine(frame.draw, weight, column.x + x, column.y, colour, words);
      // Width() leaves out blanks at the end; between pieces they count.
      const std::size_t ink = words.find_last_not_of(' ');
      const std::size_t blanks = words.size() - (ink == std::string_view::npos ? 0 : ink + 1);
      x += piece.width + static_cast<float>(blanks) * frame.text.Width("n", weight) * 0.5f;
    }
  }
  column.Gap(style.line_px);
}

}  // namespace

void DrawRichText(Frame& frame, Column& column, const TextStyle& style, std::string_view text,
                  ImU32 colour) {
  const ImU32 ink = colour != 0 ? colour : frame.palette.text;
  if (IsPlainText(text)) {
    DrawParagraph(frame, column, style, ink, text);
    return;
  }
  bool first = true;
  for (const RichBlock& block : ParseRichText(text)) {
    if (!first) column.Gap(block.kind == RichBlock::Kind::kHeading ? space::k8 : space::k4);
    first = false;
    const TextStyle block_style = StyleOf(block, style);
    Column place = column;
    if (block.kind == RichBlock::Kind::kBullet) {
      place = column.Indented(kBulletIndent);
      const Rect dot{column.x + 5, column.y + block_style.line_px * 0.5f - 2.5f, 5, 5};
      FillBox(frame, dot, ink, 2.5f);
    }
    if (block.runs.size() == 1) {
      TextStyle whole = block_style;
      whole.bold = whole.bold || block.runs.front().bold;
      DrawParagraph(frame, place, whole, ink, block.runs.front().text);
    } else {
      DrawMixed(frame, place, block, block_style, ink);
    }
    column.y = place.y;
  }
}

}  // namespace pingshen::ui
