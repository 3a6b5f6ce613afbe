// The report's own words in both languages.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "core/base/language.h"

namespace pingshen::words {

struct Phrase {
  std::string_view zh;
  std::string_view en;
  std::string_view In(Language language) const { return language == Language::kChinese ? zh : en; }
};

// Each "{}" replaced by the next value.
std::string Fill(std::string_view pattern, std::initializer_list<std::string_view> values);

}  // namespace pingshen::words
