#include "core/grading/figure.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/utf8.h"

namespace pingshen::grading {
namespace {

constexpr std::size_t kLongestFigure = 100;  // bytes

// Full-width characters as their ASCII twins; blanks and thousands separators between digits go.
std::string Plain(std::string_view text) {
  std::u32string letters;
  for (std::size_t at = 0; at < text.size();) {
    char32_t letter = NextCodePoint(text, at);
    if (letter >= 0xFF01 && letter <= 0xFF5E) letter -= 0xFEE0;
    if (letter == 0x3000 || letter == 0xA0) letter = U' ';
    if (letter == 0x2212) letter = U'-';
    letters.push_back(letter);
  }
  const auto is_digit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
  std::string out;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (letters[i] == U' ' || letters[i] == U'\t') continue;
    const bool separator = letters[i] == U',' && i > 0 && i + 3 < letters.size() &&
                           is_digit(letters[i - 1]) && is_digit(letters[i + 1]) &&
                           is_digit(letters[i + 2]) && is_digit(letters[i + 3]);
    if (!separator) AppendUtf8(out, letters[i]);
  }
  return out;
}

bool TakePrefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

// 十 百 千 万 亿 in front of a unit, multiplied: 千万 is 10^7. 千克 is a unit of its own.
std::int64_t TakeMultiplier(std::string_view& text) {
  static constexpr std::array<std::pair<std::string_view, std::int64_t>, 5> kWords = {
      {{"十", 10}, {"百", 100}, {"千", 1'000}, {"万", 10'000}, {"亿", 100'000'000}}};
  std::int64_t product = 1;
  for (bool found = true; found && product < 1'000'000'000'000;) {
    found = false;
    if (text.starts_with("千克") || text.starts_with("千米")) break;
    for (const auto& [word, factor] : kWords) {
      if (!TakePrefix(text, word)) continue;
      product *= factor;
      found = true;
      break;
    }
  }
  return product;
}

std::string_view TakeNumber(std::string_view& text) {
  std::size_t end = text.starts_with('-') ? 1 : 0;
  while (end < text.size() && ((text[end] >= '0' && text[end] <= '9') || text[end] == '.')) ++end;
  const std::string_view number = text.substr(0, end);
  text.remove_prefix(end);
  return number;
}

bool IsRedacted(std::string_view text) {
  for (const std::string_view mark : {"x", "X", "×", "*", "■", "□", "某"})
    if (text.find(mark) != std::string_view::npos) return true;
  return false;
}

// "%", "‰", "/10万", "/千": 0 when it is no rate.
std::int64_t TakePer(std::string_view& text) {
  if (TakePrefix(text, "%")) return 100;
  if (TakePrefix(text, "‰")) return 1'000;
  if (!TakePrefix(text, "/")) return 0;
  const std::string_view digits = TakeNumber(text);
  const auto number =
      digits.empty() ? Result<Decimal>(Decimal::FromInteger(1)) : Decimal::Parse(digits);
  const auto whole = number ? number->ToInteger() : std::nullopt;
  const std::int64_t factor = TakeMultiplier(text);
  if (!whole || *whole <= 0 || *whole > 1'000'000) return 0;
  return *whole * factor;
}

}  // namespace

Figure GivenFigure(const Decimal& value) {
  Figure figure;
  figure.state = FigureState::kGiven;
  figure.value = value;
  figure.written = value;
  const std::string text = value.ToString();
  const std::size_t point = text.find('.');
  figure.places = point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1);
  return figure;
}

Figure ReadFigure(std::string_view text, std::string_view missing_code) {
  Figure figure;
  const std::string plain = Plain(text.substr(0, kLongestFigure));
  std::string_view rest = plain;
  for (const std::string_view none : {"", "-", "—", "——", "--", "/", "无"})
    if (rest == none) return figure;
  if (!missing_code.empty() && rest == missing_code) {
    figure.state = FigureState::kNotCarriedOut;
    return figure;
  }
  figure.state = FigureState::kUnreadable;
  const std::string_view digits = TakeNumber(rest);
  if (IsRedacted(plain)) {
    figure.state = FigureState::kRedacted;
    return figure;
  }
  const auto number = Decimal::Parse(digits);
  if (!number) return figure;
  figure.written = *number;
  const std::size_t point = digits.find('.');
  figure.places = point == std::string_view::npos ? 0 : static_cast<int>(digits.size() - point - 1);
  figure.per = TakePer(rest);
  std::int64_t factor = figure.per == 0 ? TakeMultiplier(rest) : 1;
  figure.unit = rest;
  if (figure.unit == "升") {
    figure.unit = "毫升";
    factor *= 1'000;
  }
  const auto value = number->Times(Decimal::FromInteger(factor));
  if (!value) return figure;
  figure.value = *value;
  figure.state = FigureState::kGiven;
  return figure;
}

}  // namespace pingshen::grading
