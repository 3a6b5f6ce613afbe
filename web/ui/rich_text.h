// Texts of a form with the styles that XLSForm knows: **bold**, _italic_, # headings, - lists, line
// breaks, [links](…) and <span style="color: …">. Italic and colour of a form are not drawn: there
// is no italic Chinese, and colours would break contrast; the words are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/ui/frame.h"

namespace pingshen::ui {

struct RichRun {
  std::string text;
  bool bold = false;
};
struct RichBlock {
  enum class Kind : std::uint8_t { kParagraph, kHeading, kBullet };
  Kind kind = Kind::kParagraph;
  std::uint8_t level = 0;  // headings: 1 … 6
  std::vector<RichRun> runs;
};
std::vector<RichBlock> ParseRichText(std::string_view text);
// The words alone: what a screen reader says.
std::string PlainText(std::string_view text);

// Takes its height from the column. `colour` 0: the palette's text.
void DrawRichText(Frame& frame, Column& column, const TextStyle& style, std::string_view text,
                  ImU32 colour = 0);

}  // namespace pingshen::ui
