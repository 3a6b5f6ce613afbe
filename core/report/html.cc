#include "core/report/html.h"

namespace pingshen::report {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::string_view kLastOfPlane = "\xEF\xBF";      // begins U+FFC0 … U+FFFF

bool IsControl(char letter) {
  const auto byte = static_cast<unsigned char>(letter);
  return byte < 0x20 && letter != '\t' && letter != '\n' && letter != '\r';
}

}  // namespace

std::string EscapeHtml(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char letter = text[at];
    switch (letter) {
      case '&':
        out += "&amp;";
        continue;
      case '<':
        out += "&lt;";
        continue;
      case '>':
        out += "&gt;";
        continue;
      case '"':
        out += "&quot;";
        continue;
      case '\'':
        out += "&#39;";
        continue;
      default:
        break;
    }
    const std::string_view three = text.substr(at, 3);
    if (IsControl(letter)) {
      out += kReplacement;
    } else if (three.starts_with(kLastOfPlane) &&
               (three.back() == '\xBE' || three.back() == '\xBF')) {
      out += kReplacement;  // U+FFFE, U+FFFF
      at += 2;
    } else {
      out += letter;
    }
  }
  return out;
}

void HtmlWriter::Begin(std::string_view tag, Attributes attributes) {
  out_.append("<").append(tag);
  for (const auto& [name, value] : attributes) {
    if (value.empty()) continue;
    out_.append(" ").append(name).append("=\"").append(EscapeHtml(value)).append("\"");
  }
}

HtmlWriter& HtmlWriter::Open(std::string_view tag, Attributes attributes) {
  Begin(tag, attributes);
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

HtmlWriter& HtmlWriter::Void(std::string_view tag, Attributes attributes) {
  Begin(tag, attributes);
  out_ += "/>";
  return *this;
}

HtmlWriter& HtmlWriter::Raw(std::string_view markup) {
  out_ += markup;
  return *this;
}

}  // namespace pingshen::report
