#include "commission/html.h"

namespace pingshen::commission {

std::string EscapeHtml(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char letter : text) {
    switch (letter) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += letter;
    }
  }
  return out;
}

HtmlWriter& HtmlWriter::Open(std::string_view tag, Attributes attributes) {
  out_.append("<").append(tag);
  for (const auto& [name, value] : attributes) {
    if (value.empty()) continue;
    out_.append(" ").append(name).append("=\"").append(EscapeHtml(value)).append("\"");
  }
  out_ += ">";
  return *this;
}

HtmlWriter& HtmlWriter::Close(std::string_view tag) {
  out_.append("</").append(tag).append(">");
  return *this;
}

HtmlWriter& HtmlWriter::Text(std::string_view text) {
  out_ += EscapeHtml(text);
  return *this;
}

HtmlWriter& HtmlWriter::Element(std::string_view tag, std::string_view text,
                                Attributes attributes) {
  return Open(tag, attributes).Text(text).Close(tag);
}

}  // namespace pingshen::commission
