#include "core/model/text.h"

#include <algorithm>
#include <utility>

namespace pingshen::model {

const std::string& Text::In(Language language) const {
  const std::string& first = language == Language::kEnglish ? en : zh;
  if (!first.empty()) return first;
  const std::string& second = language == Language::kEnglish ? zh : en;
  return second.empty() && !others.empty() ? others.front().text : second;
}

const std::string& Text::In(std::string_view language, Language fallback) const {
  const std::string* found = Find(language);
  return found == nullptr ? In(fallback) : *found;
}

const std::string* Text::Find(std::string_view language) const {
  if (language == kChineseTag) return zh.empty() ? nullptr : &zh;
  if (language == kEnglishTag) return en.empty() ? nullptr : &en;
  const auto found = std::ranges::find(others, language, &Translation::language);
  return found == others.end() ? nullptr : &found->text;
}

void Text::Set(std::string_view language, std::string text) {
  if (language == kChineseTag) {
    zh = std::move(text);
  } else if (language == kEnglishTag) {
    en = std::move(text);
  } else {
    others.push_back({std::string(language), std::move(text)});
  }
}

bool IsLanguageTag(std::string_view text) {
  constexpr std::size_t kLongest = 35;
  constexpr std::size_t kLongestPart = 8;
  if (text.empty() || text.size() > kLongest) return false;
  std::size_t part = 0;
  bool primary = true;
  for (const char c : text) {
    if (c == '-') {
      // One letter: a private tag, "x-dialect".
      const bool is_private = part == 1 && (text[0] == 'x' || text[0] == 'X');
      if (part == 0 || (primary && part < 2 && !is_private)) return false;
      primary = false;
      part = 0;
      continue;
    }
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool digit = c >= '0' && c <= '9';
    if ((!letter && !(digit && !primary)) || ++part > kLongestPart) return false;
  }
  return primary ? part >= 2 : part > 0;
}

}  // namespace pingshen::model
