// A sentence in the product's two languages, and its holes.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "core/base/language.h"

namespace pingshen::words {

struct Phrase {
  std::string_view zh;
  std::string_view en;
  constexpr std::string_view In(Language language) const {
    return language == Language::kChinese ? zh : en;
  }
};

// Each "{}" replaced by the next value, by nothing when there are no more.
std::string Fill(std::string_view pattern, std::initializer_list<std::string_view> values);
template <typename... Values>
std::string Fill(std::string_view pattern, const Values&... values) {
  return Fill(pattern, {std::string_view(values)...});
}

}  // namespace pingshen::words
