// HTML written so that nothing unescaped can get in.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace pingshen::commission {

// The text with & < > " ' as character references; fit for element content and for quoted
// attributes.
std::string EscapeHtml(std::string_view text);

// Builds one page. Texts and attribute values are escaped here, tag and attribute names are the
// program's own.
class HtmlWriter {
 public:
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  HtmlWriter& Open(std::string_view tag, Attributes attributes = {});
  HtmlWriter& Close(std::string_view tag);
  HtmlWriter& Text(std::string_view text);
  // Open, Text, Close.
  HtmlWriter& Element(std::string_view tag, std::string_view text, Attributes attributes = {});

  std::string Take() { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace pingshen::commission
