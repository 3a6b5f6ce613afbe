// Texts of a form with the styles that XLSForm knows: **bold**, _italic_, # headings, - lists, line
// breaks, [links](…) and <span style="color: …">. Emphasis in italic, colours and addresses are
// left out, the words stay.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pingshen::model {

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
// The words alone, one block a line.
std::string PlainText(std::string_view text);
// Whether the text has nothing but plain words: then it is one paragraph as it stands.
bool IsPlainText(std::string_view text);

}  // namespace pingshen::model
