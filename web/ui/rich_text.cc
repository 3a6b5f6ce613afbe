#include "web/ui/rich_text.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "core/base/utf8.h"
#include "web/ui/line_break.h"

namespace pingshen::ui {
namespace {

constexpr float kBulletIndent = 18;

// Whether the text has anything that is not plain words.
bool IsPlain(std::string_view text) {
  return text.find_first_of("*_#<[-\n\\&") == std::string_view::npos;
}

bool IsSpace(char c) { return c == ' ' || c == '\t'; }

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && IsSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && (IsSpace(text.back()) || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

void AppendRun(std::vector<RichRun>& runs, std::string text, bool bold) {
  if (text.empty()) return;
  if (!runs.empty() && runs.back().bold == bold) {
    runs.back().text += text;
  } else {
    runs.push_back({std::move(text), bold});
  }
}

// An HTML tag at `at`: its end, or npos when it is none.
std::size_t TagEnd(std::string_view line, std::size_t at) {
  const std::size_t next = at + 1;
  if (next >= line.size()) return std::string_view::npos;
  const bool is_tag = line[next] == '/' || std::isalpha(static_cast<unsigned char>(line[next]));
  return is_tag ? line.find('>', at) : std::string_view::npos;
}

bool IsWordByte(std::string_view line, std::size_t at) {
  return at < line.size() && std::isalnum(static_cast<unsigned char>(line[at]));
}

// Runs of one line: emphasis, links, tags, escapes.
std::vector<RichRun> RunsOf(std::string_view line) {
  std::vector<RichRun> runs;
  std::string text;
  bool bold = false;
  const auto flush = [&] { AppendRun(runs, std::exchange(text, {}), bold); };
  for (std::size_t at = 0; at < line.size();) {
    const char c = line[at];
    if (c == '\\' && at + 1 < line.size() && std::ispunct(static_cast<unsigned char>(line[at + 1]))) {
      text += line[at + 1];
      at += 2;
      continue;
    }
    const std::string_view rest = line.substr(at);
    if (rest.starts_with("**") || rest.starts_with("__")) {
      const bool closes = bold || rest.find(rest.substr(0, 2), 2) != std::string_view::npos;
      if (closes) {
        flush();
        bold = !bold;
        at += 2;
        continue;
      }
    } else if ((c == '*' || c == '_') && at + 1 < line.size()) {
      // Emphasis of a single sign: the signs go, the words stay. Inside a word "_" is a letter.
      const std::size_t end = line.find(c, at + 1);
      const bool opens = !IsSpace(line[at + 1]) && (at == 0 || !IsWordByte(line, at - 1));
      if (opens && end != std::string_view::npos && !IsWordByte(line, end + 1)) {
        text += line.substr(at + 1, end - at - 1);
        at = end + 1;
        continue;
      }
    } else if (c == '[') {
      const std::size_t middle = line.find("](", at);
      const std::size_t end =
          middle == std::string_view::npos ? middle : line.find(')', middle);
      if (end != std::string_view::npos) {
        text += line.substr(at + 1, middle - at - 1);
        at = end + 1;
        continue;
      }
    } else if (c == '<') {
      const std::size_t end = TagEnd(line, at);
      if (end != std::string_view::npos) {
        const std::string_view tag = line.substr(at, end - at + 1);
        const bool strong = tag == "<b>" || tag == "</b>" || tag == "<strong>" || tag == "</strong>";
        if (strong) {
          flush();
          bold = tag[1] != '/';
        }
        at = end + 1;
        continue;
      }
    }
    text += c;
    ++at;
  }
  flush();
  return runs;
}

RichBlock BlockOf(std::string_view line) {
  RichBlock block;
  std::size_t signs = 0;
  while (signs < line.size() && line[signs] == '#') ++signs;
  constexpr std::size_t kMostLevel = 6;
  if (signs >= 1 && signs <= kMostLevel && signs < line.size() && IsSpace(line[signs])) {
    block.kind = RichBlock::Kind::kHeading;
    block.level = static_cast<std::uint8_t>(signs);
    line = Trimmed(line.substr(signs));
  } else if (line.size() > 2 && (line[0] == '-' || line[0] == '*') && IsSpace(line[1])) {
    block.kind = RichBlock::Kind::kBullet;
    line = Trimmed(line.substr(2));
  }
  block.runs = RunsOf(line);
  return block;
}

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
    pieces.push_back({begin, i + 1, frame.text.Width(text, bold[begin] ? strong : style), may_break});
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

std::vector<RichBlock> ParseRichText(std::string_view text) {
  std::vector<RichBlock> blocks;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = Trimmed(text.substr(at, end - at));
    if (!line.empty()) blocks.push_back(BlockOf(line));
    at = end + 1;
  }
  return blocks;
}

std::string PlainText(std::string_view text) {
  if (IsPlain(text)) return std::string(text);
  std::string out;
  for (const RichBlock& block : ParseRichText(text)) {
    if (!out.empty()) out += '\n';
    for (const RichRun& run : block.runs) out += run.text;
  }
  return out;
}

void DrawRichText(Frame& frame, Column& column, const TextStyle& style, std::string_view text,
                  ImU32 colour) {
  const ImU32 ink = colour != 0 ? colour : frame.palette.text;
  if (IsPlain(text)) {
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
