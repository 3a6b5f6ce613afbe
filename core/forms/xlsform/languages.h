// The languages of a form: names that authors use, and BCP 47 tags.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/forms/xlsform/draft.h"

namespace pingshen::forms::xlsform {

// "中文 (zh)" → "zh", "English (en)" → "en", "Chinese" → "zh", "fr" → "fr"; simplified Chinese and
// regions of English are "zh" and "en". A name without a known code becomes a private tag
// ("x-dialect"); `known` says which it was.
std::string LanguageTag(std::string_view name, bool* known = nullptr);
// "zh" → "中文 (zh)"; a tag without a name stands for itself: "tpi (tpi)".
std::string LanguageName(std::string_view tag);
// There are Chinese characters in it.
bool HasHan(std::string_view text);

// What each language name of a form's columns means; "" (no language) is told from the script.
class FormLanguages {
 public:
  // Reports ERR_XLSFORM_LANGUAGE for names without a code.
  FormLanguages(const Draft& draft, Messages& messages);
  const std::string& TagOf(const std::string& name) const;
  // In order of appearance, the default language first; never empty.
  const std::vector<std::string>& tags() const { return tags_; }

 private:
  void Add(const std::string& name, const std::string& tag);
  std::map<std::string, std::string> by_name_;
  std::vector<std::string> tags_;
};

}  // namespace pingshen::forms::xlsform
