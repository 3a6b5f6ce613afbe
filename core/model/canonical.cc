#include "core/model/canonical.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "core/base/decimal.h"
#include "core/model/date.h"

namespace pingshen::model {
namespace {

constexpr std::size_t kDateBytes = 10;  // YYYY-MM-DD
constexpr std::size_t kDigestDigits = 64;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool AllDigits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, IsDigit);
}

// A number of one or two digits, below `limit`; -1 otherwise.
int SmallNumber(std::string_view text, int limit) {
  if (text.size() > 2 || !AllDigits(text)) return -1;
  int number = 0;
  for (const char c : text) number = number * 10 + (c - '0');
  return number < limit ? number : -1;
}

std::string TwoDigits(int number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::vector<std::string_view> Words(std::string_view text) {
  std::vector<std::string_view> words = Split(text, ' ');
  std::erase_if(words, [](std::string_view word) { return word.empty(); });
  return words;
}

std::string_view Trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// "Z" or "+08:00" → minutes; nullopt when it is neither.
std::optional<int> OffsetMinutes(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  constexpr std::size_t kBytes = 6;
  if (text.size() != kBytes || (text[0] != '+' && text[0] != '-') || text[3] != ':')
    return std::nullopt;
  const int hours = SmallNumber(text.substr(1, 2), 15);
  const int minutes = SmallNumber(text.substr(4, 2), 60);
  if (hours < 0 || minutes < 0 || hours * 60 + minutes > kMaxOffsetMinutes) return std::nullopt;
  return (text[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
}

struct Range {
  std::int64_t least;
  std::int64_t most;
};
constexpr std::array<Range, kPositionNumbers> kPositionRanges = {
    {{-90, 90}, {-180, 180}, {-12'000, 100'000}, {0, 10'000'000}}};

std::optional<std::string> CanonicalNumber(std::string_view text, const Range& range) {
  if (const std::size_t point = text.find('.'); point != std::string_view::npos) {
    if (!AllDigits(text.substr(point + 1))) return std::nullopt;
    text = text.substr(0, point + 1 + Decimal::kMaxFractionDigits);
  }
  const Result<Decimal> number = Decimal::Parse(text);
  if (!number || *number < Decimal::FromInteger(range.least) ||
      *number > Decimal::FromInteger(range.most))
    return std::nullopt;
  return number->ToString();
}

std::optional<std::string> CanonicalPoint(std::string_view text) {
  constexpr std::size_t kLeastNumbers = 2;
  const std::vector<std::string_view> words = Words(text);
  if (words.size() < kLeastNumbers || words.size() > kPositionNumbers) return std::nullopt;
  std::string out;
  for (std::size_t i = 0; i < kPositionNumbers; ++i) {
    const auto number =
        CanonicalNumber(i < words.size() ? words[i] : std::string_view("0"), kPositionRanges[i]);
    if (!number) return std::nullopt;
    if (i > 0) out += ' ';
    out += *number;
  }
  return out;
}

bool IsAttachment(std::string_view name) {
  const auto lower_hex = [](char c) { return IsDigit(c) || (c >= 'a' && c <= 'f'); };
  const auto plain = [](char c) { return IsDigit(c) || (c >= 'a' && c <= 'z'); };
  if (name.size() < kDigestDigits + 2 || name.size() > kDigestDigits + 1 + kMaxExtensionBytes)
    return false;
  return std::ranges::all_of(name.substr(0, kDigestDigits), lower_hex) &&
         name[kDigestDigits] == '.' && std::ranges::all_of(name.substr(kDigestDigits + 1), plain);
}

}  // namespace

std::optional<std::string> CanonicalFigure(std::string_view text) {
  const Result<Decimal> number = Decimal::Parse(text);
  if (!number) return std::nullopt;
  const std::size_t point = text.find('.');
  const std::size_t places = point == std::string_view::npos ? 0 : text.size() - point - 1;
  return number->ToFixed(static_cast<int>(places));
}

std::optional<std::string> CanonicalTime(std::string_view text) {
  const std::vector<std::string_view> parts = Split(text, ':');
  if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
  const int hours = SmallNumber(parts[0], 24);
  const int minutes = parts[1].size() == 2 ? SmallNumber(parts[1], 60) : -1;
  int seconds = 0;
  if (parts.size() == 3) {
    const std::vector<std::string_view> fraction = Split(parts[2], '.');
    seconds = fraction[0].size() == 2 ? SmallNumber(fraction[0], 60) : -1;
    if (fraction.size() > 2 || (fraction.size() == 2 && !AllDigits(fraction[1]))) seconds = -1;
  }
  if (hours < 0 || minutes < 0 || seconds < 0) return std::nullopt;
  return TwoDigits(hours) + ':' + TwoDigits(minutes) + ':' + TwoDigits(seconds);
}

std::optional<std::string> CanonicalDateTime(std::string_view text) {
  if (text.size() <= kDateBytes + 1 || !IsDate(text.substr(0, kDateBytes)) ||
      (text[kDateBytes] != 'T' && text[kDateBytes] != ' '))
    return std::nullopt;
  const std::string_view rest = text.substr(kDateBytes + 1);
  const std::size_t zone = rest.find_first_of("Zz+-");
  if (zone == std::string_view::npos) return std::nullopt;
  const std::optional<std::string> time = CanonicalTime(rest.substr(0, zone));
  const std::optional<int> offset = OffsetMinutes(rest.substr(zone));
  if (!time || !offset) return std::nullopt;
  const int minutes = *offset < 0 ? -*offset : *offset;
  return std::string(text.substr(0, kDateBytes)) + 'T' + *time + (*offset < 0 ? '-' : '+') +
         TwoDigits(minutes / 60) + ':' + TwoDigits(minutes % 60);
}

std::optional<std::string> CanonicalPositions(std::string_view text) {
  text = Trimmed(text);
  if (text.ends_with(';')) text.remove_suffix(1);
  std::string out;
  for (const std::string_view part : Split(text, ';')) {
    const std::optional<std::string> point = CanonicalPoint(part);
    if (!point) return std::nullopt;
    if (!out.empty()) out += ';';
    out += *point;
  }
  return out;
}

std::optional<std::string> CanonicalAttachments(std::string_view text) {
  const std::vector<std::string_view> names = Words(text);
  if (names.empty() || names.size() > kMaxAttachments || !std::ranges::all_of(names, IsAttachment))
    return std::nullopt;
  std::vector<std::string_view> sorted = names;
  std::ranges::sort(sorted);
  if (std::ranges::adjacent_find(sorted) != sorted.end()) return std::nullopt;
  std::string out;
  for (const std::string_view name : names) {
    if (!out.empty()) out += ' ';
    out += name;
  }
  return out;
}

}  // namespace pingshen::model
