// Who reads a form.
#pragma once

#include <string>
#include <string_view>

#include "core/base/language.h"
#include "core/model/text.h"

namespace pingshen::model {

// The language of the product's own words, and the one that texts of a form are wanted in where
// they have it; "" = the same.
struct Reader {
  // NOLINTNEXTLINE(google-explicit-constructor): most read everything in one language.
  Reader(Language of_the_product, std::string_view of_forms = {})
      : language(of_the_product), form_language(of_forms) {}
  // REQUIRES: the text remains live while the result is used.
  const std::string& Read(const Text& text) const { return text.In(form_language, language); }

  Language language;
  std::string_view form_language;  // must remain live while the reader is
};

}  // namespace pingshen::model
