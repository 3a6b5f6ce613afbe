// A text of a form in the languages of that form.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/language.h"

namespace pingshen::model {

struct Translation {
  std::string language;  // BCP 47: "bo", "ug-Arab"
  std::string text;
  bool operator==(const Translation&) const = default;
};

struct Text {
  std::string zh;
  std::string en;
  std::vector<Translation> others = {};  // neither "zh" nor "en"; in the order of the file

  bool empty() const { return zh.empty() && en.empty() && others.empty(); }
  // The text in that language of the product; where it is missing, in the other one, or else in
  // the first that there is.
  const std::string& In(Language language) const;
  // The text in a language of the form; where it is missing, as In(fallback).
  const std::string& In(std::string_view language, Language fallback) const;
  // nullptr when there is none in that language.
  const std::string* Find(std::string_view language) const;
  // REQUIRES: none in that language yet.
  void Set(std::string_view language, std::string text);

  bool operator==(const Text&) const = default;
};

// The tags of the product's own languages.
inline constexpr std::string_view kChineseTag = "zh";
inline constexpr std::string_view kEnglishTag = "en";

// Letters, digits and hyphens in the shape of BCP 47, private tags ("x-…") too, at most 35 bytes;
// not looked up anywhere.
bool IsLanguageTag(std::string_view text);

}  // namespace pingshen::model
