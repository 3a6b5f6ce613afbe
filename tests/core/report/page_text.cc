#include "tests/core/report/page_text.h"

#include <algorithm>

namespace pingshen::report {
namespace {

void Replace(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

bool IsInline(std::string_view tag) {
  return tag.starts_with("b>") || tag.starts_with("/b>") || tag.starts_with("span") ||
         tag.starts_with("/span");
}

std::string NameOf(std::string_view tag) {
  return std::string(tag.substr(0, tag.find_first_of(" />\n")));
}

// `tag`: what stands between < and >, without the slash of an empty element.
bool HasGoodAttributes(std::string_view tag) {
  std::size_t at = std::min(tag.find(' '), tag.size());
  while (at < tag.size()) {
    const std::size_t equals = tag.find("=\"", at);
    if (equals == std::string_view::npos) return false;
    const std::size_t end = tag.find('"', equals + 2);
    if (end == std::string_view::npos) return false;
    at = end + 1;
    if (at < tag.size() && tag[at] != ' ') return false;
  }
  return true;
}

}  // namespace

std::string WordsOf(std::string_view html) {
  std::string out;
  for (std::size_t at = 0; at < html.size(); ++at) {
    if (html[at] != '<') {
      out += html[at] == '\n' ? '|' : html[at];
      continue;
    }
    if (!IsInline(html.substr(at + 1)) && !out.empty() && out.back() != '|') out += '|';
    at = std::min(html.find('>', at), html.size());
  }
  while (out.ends_with('|') || out.ends_with(' ')) out.pop_back();
  Replace(out, "&lt;", "<");
  Replace(out, "&gt;", ">");
  Replace(out, "&quot;", "\"");
  Replace(out, "&#39;", "'");
  Replace(out, "&amp;", "&");
  return out;
}

std::string RowOf(const std::string& html, std::string_view code) {
  const std::string head = "<td class=\"code\">" + std::string(code) + "</td>";
  const std::size_t begin = html.find(head);
  if (begin == std::string::npos) return "no row";
  const std::size_t row_end = html.find("</tr>", begin);
  std::size_t end = row_end;
  if (html.substr(row_end + 5).starts_with("<tr class=\"wide\">")) {
    // Rows inside the wide row: its own end is the first at the same depth.
    int depth = 0;
    for (std::size_t at = row_end + 5; at < html.size(); ++at) {
      if (html.compare(at, 3, "<tr") == 0) ++depth;
      if (html.compare(at, 5, "</tr>") == 0 && --depth == 0) {
        end = at;
        break;
      }
    }
  }
  return WordsOf(std::string_view(html).substr(begin + head.size(), end - begin - head.size()));
}

std::string MarkupFault(std::string_view html) {
  std::vector<std::string> open;
  for (std::size_t at = 0; at < html.size(); ++at) {
    if (html[at] == '&') {
      constexpr std::string_view kKnown[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
      if (!std::ranges::any_of(
              kKnown, [&](std::string_view known) { return html.substr(at).starts_with(known); }))
        return "&: " + std::string(html.substr(at, 40));
    }
    if (html[at] != '<') continue;
    const std::size_t end = html.find('>', at);
    const std::string_view place = html.substr(at, 60);
    if (end == std::string_view::npos) return "no >: " + std::string(place);
    std::string_view tag = html.substr(at + 1, end - at - 1);
    at = end;
    if (tag == "!DOCTYPE html") continue;
    if (tag.starts_with('/')) {
      if (open.empty() || open.back() != tag.substr(1)) return "end: " + std::string(place);
      open.pop_back();
      continue;
    }
    const bool is_empty = tag.ends_with('/');
    if (is_empty) tag.remove_suffix(1);
    if (!HasGoodAttributes(tag)) return "attributes: " + std::string(place);
    if (!is_empty) open.push_back(NameOf(tag));
  }
  return open.empty() ? "" : "never closed: " + open.back();
}

void Sample::Add(model::Item item) {
  if (form.sections.empty()) {
    model::Section& section = form.sections.emplace_back();
    section.code = "S";
    section.title = {"章节", "Section"};
  }
  form.sections.front().items.push_back(std::move(item));
}

void Sample::Begin() {
  form.title = {"样表", "Sample"};
  report.form = &form;
  Part& part = report.parts.emplace_back();
  part.section = &form.sections.front();
  for (const model::Item& item : form.sections.front().items) {
    Entry& entry = part.entries.emplace_back();
    entry.item = &item;
    entry.answered = true;
  }
}

Entry& Sample::At(std::string_view code) {
  std::vector<Entry>& entries = report.parts.front().entries;
  return *std::ranges::find_if(entries,
                               [&](const Entry& entry) { return entry.item->code == code; });
}

std::string Sample::Print(Language language) { return PrintHtml(report, {.language = language}); }

}  // namespace pingshen::report
