// HTML written so that nothing unescaped can get in, and well-formed as XML, too.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace pingshen::report {

// The text with & < > " ' as character references; fit for element content and for quoted
// attributes. Characters that XML does not know (most control characters) become U+FFFD.
std::string EscapeHtml(std::string_view text);

// Builds one page. Texts and attribute values are escaped here, tag and attribute names are the
// program's own.
class HtmlWriter {
 public:
  // One with an empty value is left out.
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  HtmlWriter& Open(std::string_view tag, Attributes attributes = {});
  HtmlWriter& Close(std::string_view tag);
  HtmlWriter& Text(std::string_view text);
  // Open, Text, Close.
  HtmlWriter& Element(std::string_view tag, std::string_view text, Attributes attributes = {});
  // An element without content, "<br/>".
  HtmlWriter& Void(std::string_view tag, Attributes attributes = {});
  // REQUIRES: no byte of `markup` is a stranger's, or it was made by EscapeHtml.
  HtmlWriter& Raw(std::string_view markup);

  std::string Take() { return std::move(out_); }

 private:
  void Begin(std::string_view tag, Attributes attributes);
  std::string out_;
};

}  // namespace pingshen::report
