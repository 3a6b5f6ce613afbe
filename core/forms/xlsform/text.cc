#include "core/forms/xlsform/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "core/base/utf8.h"

namespace pingshen::forms::xlsform {
namespace {

bool IsBlank(char32_t letter) {
  return letter == ' ' || (letter >= 9 && letter <= 13) || letter == 0xA0 || letter == 0x3000 ||
         letter == 0xFEFF || letter == 0x200B || letter == 0x2028 || letter == 0x2029 ||
         letter == 0x85;
}

// Letters of every script that XML 1.0 allows at the start of a name, but the colon.
bool StartsName(char32_t c) {
  return (c >= 'A' && c <= 'Z') || c == '_' || (c >= 'a' && c <= 'z') ||
         (c >= 0xC0 && c <= 0x2FF && c != 0xD7 && c != 0xF7) ||
         (c >= 0x370 && c <= 0x1FFF && c != 0x37E) || c == 0x200C || c == 0x200D ||
         (c >= 0x2070 && c <= 0x218F) || (c >= 0x2C00 && c <= 0x2FEF) ||
         (c >= 0x3001 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFDCF) ||
         (c >= 0xFDF0 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0xEFFFF);
}
bool ContinuesName(char32_t c) {
  return StartsName(c) || c == '-' || c == '.' || (c >= '0' && c <= '9') || c == 0xB7 ||
         (c >= 0x300 && c <= 0x36F) || c == 0x203F || c == 0x2040;
}

}  // namespace

std::string_view Trimmed(std::string_view text) {
  const auto inked = [](char c) { return c > ' ' && c < 0x7f; };
  if (text.empty() || (inked(text.front()) && inked(text.back()))) return text;  // most cells
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t next = begin;
    if (!IsBlank(NextCodePoint(text, next))) break;
    begin = next;
  }
  std::size_t end = begin;
  for (std::size_t at = begin; at < text.size();) {
    if (!IsBlank(NextCodePoint(text, at))) end = at;
  }
  return text.substr(begin, end - begin);
}

std::string Squeezed(std::string_view text) {
  std::string out;
  bool pending = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t letter = NextCodePoint(text, at);
    if (IsBlank(letter)) {
      pending = !out.empty();
      continue;
    }
    if (pending) out += ' ';
    pending = false;
    AppendUtf8(out, letter);
  }
  return out;
}

std::string Lower(std::string_view text) {
  std::string out(text);
  for (char& letter : out)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return out;
}

std::string SnakeCase(std::string_view text) { return Lower(Joined(SplitBlank(text), "_")); }

std::vector<std::string> SplitBlank(std::string_view text) {
  std::vector<std::string> parts;
  const std::string squeezed = Squeezed(text);
  if (squeezed.empty()) return parts;
  return Split(squeezed, " ");
}

std::vector<std::string> Split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = text.find(separator, begin);
    parts.emplace_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + separator.size();
  }
}

std::string Joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (&part != &parts.front()) out += separator;
    out += part;
  }
  return out;
}

std::string StraightQuotes(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, char>, 4> kQuotes = {
      {{"‘", '\''}, {"’", '\''}, {"“", '"'}, {"”", '"'}}};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto found = std::find_if(kQuotes.begin(), kQuotes.end(), [&](const auto& quote) {
      return text.substr(at).starts_with(quote.first);
    });
    if (found == kQuotes.end()) {
      out += text[at++];
    } else {
      out += found->second;
      at += found->first.size();
    }
  }
  return out;
}

std::optional<bool> YesNo(std::string_view text) {
  const std::string word = Lower(Trimmed(text));
  if (word == "yes" || word == "true" || word == "true()" || word == "是") return true;
  if (word == "no" || word == "false" || word == "false()" || word == "否") return false;
  return std::nullopt;
}

bool IsName(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const bool first = at == 0;
    const char32_t letter = NextCodePoint(text, at);
    if (first ? !StartsName(letter) : !ContinuesName(letter)) return false;
  }
  return !text.empty();
}

std::optional<double> NumberOf(std::string_view text) {
  // Only what numbers are made of: strtod also knows blanks, hexadecimal, "nan" and "inf".
  // (std::from_chars for double is missing in libc++ 19.)
  if (text.empty() || text.find_first_not_of("0123456789.+-eE") != std::string_view::npos)
    return std::nullopt;
  const std::string whole(text);
  char* end = nullptr;
  const double value = std::strtod(whole.c_str(), &end);
  if (end != whole.c_str() + whole.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::size_t EditDistance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

}  // namespace pingshen::forms::xlsform
