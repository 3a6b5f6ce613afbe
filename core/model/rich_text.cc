#include "core/model/rich_text.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace pingshen::model {
namespace {

bool IsSpace(char c) { return c == ' ' || c == '\t'; }

std::string_view WithoutBlanks(std::string_view text) {
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
    if (c == '\\' && at + 1 < line.size() &&
        std::ispunct(static_cast<unsigned char>(line[at + 1]))) {
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
      const std::size_t end = middle == std::string_view::npos ? middle : line.find(')', middle);
      if (end != std::string_view::npos) {
        text += line.substr(at + 1, middle - at - 1);
        at = end + 1;
        continue;
      }
    } else if (c == '<') {
      const std::size_t end = TagEnd(line, at);
      if (end != std::string_view::npos) {
        const std::string_view tag = line.substr(at, end - at + 1);
        const bool strong =
            tag == "<b>" || tag == "</b>" || tag == "<strong>" || tag == "</strong>";
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
    line = WithoutBlanks(line.substr(signs));
  } else if (line.size() > 2 && (line[0] == '-' || line[0] == '*') && IsSpace(line[1])) {
    block.kind = RichBlock::Kind::kBullet;
    line = WithoutBlanks(line.substr(2));
  }
  block.runs = RunsOf(line);
  return block;
}

}  // namespace

bool IsPlainText(std::string_view text) {
  return text.find_first_of("*_#<[-\n\\&") == std::string_view::npos;
}

std::vector<RichBlock> ParseRichText(std::string_view text) {
  std::vector<RichBlock> blocks;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = WithoutBlanks(text.substr(at, end - at));
    if (!line.empty()) blocks.push_back(BlockOf(line));
    at = end + 1;
  }
  return blocks;
}

std::string PlainText(std::string_view text) {
  if (IsPlainText(text)) return std::string(text);
  std::string out;
  for (const RichBlock& block : ParseRichText(text)) {
    if (!out.empty()) out += '\n';
    for (const RichRun& run : block.runs) out += run.text;
  }
  return out;
}

}  // namespace pingshen::model
