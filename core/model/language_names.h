// What the languages of forms are called.
#pragma once

#include <string>
#include <string_view>

#include "core/base/language.h"

namespace pingshen::model {

struct LanguageNames {
  std::string_view tag;  // BCP 47
  std::string_view zh, en;
  std::string_view in_tables;  // as authors of this country head a column with it
};

// By tag; a script or region that has no names of its own is left aside ("ug-Arab" → "ug").
// nullptr when the language is not known.
const LanguageNames* FindLanguage(std::string_view tag);
// By any of its names, whatever the case of ASCII letters; 藏语 is 藏文. nullptr when none has it.
const LanguageNames* FindLanguageNamed(std::string_view name);

// "藏文"; with the tag where that says more: "维吾尔文 (ug-Latn)". A tag without a name stands for
// itself.
std::string LanguageNameIn(std::string_view tag, Language language);

}  // namespace pingshen::model
