// A text of a form in the product's languages.
#pragma once

#include <string>

#include "core/base/language.h"

namespace pingshen::model {

struct Text {
  std::string zh;
  std::string en;

  bool empty() const { return zh.empty() && en.empty(); }
  // The text in that language, or in the other one where it is missing.
  const std::string& In(Language language) const {
    if (language == Language::kEnglish) return en.empty() ? zh : en;
    return zh.empty() ? en : zh;
  }
};

}  // namespace pingshen::model
