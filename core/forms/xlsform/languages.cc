#include "core/forms/xlsform/languages.h"

#include <algorithm>
#include <array>

#include "core/base/utf8.h"
#include "core/forms/xlsform/text.h"
#include "core/model/language_names.h"

namespace pingshen::forms::xlsform {
namespace {

// Names that authors use besides those of model::LanguageNames, in lower case.
struct OtherName {
  std::string_view name;
  std::string_view tag;
};
constexpr auto kOtherNames = std::to_array<OtherName>({
    {"简体中文", "zh"},
    {"汉语", "zh"},
    {"eng", "en"},
    {"francais", "fr"},
    {"espanol", "es"},
    {"русский", "ru"},
});

// Two or three letters, then parts of one to eight letters or digits.
bool LooksLikeTag(std::string_view text) {
  const std::vector<std::string> parts = Split(text, "-");
  const auto alphanumeric = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::size_t size = parts[i].size();
    if (size == 0 || size > 8 || !std::all_of(parts[i].begin(), parts[i].end(), alphanumeric))
      return false;
    if (i == 0 && (size < 2 || size > 3)) return parts[0] == "x" && parts.size() > 1;
  }
  return text.size() <= 35;
}

// The product's own two languages are "zh" and "en" whatever region is named.
std::string Standard(std::string_view tag) {
  const std::string lower = Lower(tag);
  if (lower == "zh" || lower == "cmn" || lower == "zho" || lower == "zh-cn" || lower == "zh-sg" ||
      lower.starts_with("zh-hans"))
    return "zh";
  if (lower == "en" || lower.starts_with("en-") || lower == "eng") return "en";
  return std::string(tag);
}

std::string PrivateTag(std::string_view name) {
  std::string slug;
  for (const char letter : Lower(name))
    if (((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) && slug.size() < 8)
      slug += letter;
  if (slug.empty()) {
    unsigned sum = 0;  // told apart by their bytes
    for (const char letter : name) sum = sum * 31 + static_cast<unsigned char>(letter);
    slug = "n" + std::to_string(sum % 1000000);
  }
  return "x-" + slug;
}

}  // namespace

std::string LanguageTag(std::string_view name, bool* known) {
  if (known != nullptr) *known = true;
  const std::string_view trimmed = Trimmed(name);
  const std::size_t open = trimmed.rfind('(');
  if (open != std::string_view::npos && trimmed.ends_with(')')) {
    const std::string_view inner = Trimmed(trimmed.substr(open + 1, trimmed.size() - open - 2));
    if (LooksLikeTag(inner)) return Standard(inner);
  }
  const std::string lower = Lower(trimmed);
  const auto other = std::ranges::find(kOtherNames, std::string_view(lower), &OtherName::name);
  if (other != kOtherNames.end()) return std::string(other->tag);
  if (const model::LanguageNames* names = model::FindLanguageNamed(trimmed))
    return std::string(names->tag);
  if (LooksLikeTag(trimmed)) return Standard(trimmed);
  if (known != nullptr) *known = false;
  return PrivateTag(trimmed);
}

std::string LanguageName(std::string_view tag) {
  const model::LanguageNames* names = model::FindLanguage(tag);
  return std::string(names == nullptr ? tag : names->in_tables) + " (" + std::string(tag) + ")";
}

bool HasHan(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t letter = NextCodePoint(text, at);
    if ((letter >= 0x3400 && letter <= 0x9FFF) || (letter >= 0xF900 && letter <= 0xFAFF) ||
        (letter >= 0x20000 && letter <= 0x3FFFF))
      return true;
  }
  return false;
}

FormLanguages::FormLanguages(const Draft& draft, Messages& messages) {
  constexpr auto kKeys = std::to_array<std::string_view>(
      {"label", "hint", "guidance_hint", "bind::jr:constraintMsg", "bind::jr:requiredMsg"});
  bool plain = false;
  bool plain_han = false;
  std::vector<std::string> names;
  const std::string& wanted = draft.settings.default_language;
  for (const Table* table : {&draft.survey, &draft.choices}) {
    for (const std::string_view key : kKeys) {
      for (const std::string& name : table->Languages(key))
        if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
          names.push_back(name);
      const std::size_t column = table->Find(key);
      if (column == Table::npos) continue;
      for (const TableRow& row : table->rows) {
        plain = plain || !row.cells[column].empty();
        plain_han = plain_han || HasHan(row.cells[column]);
      }
    }
  }
  if (names.empty()) plain_han = plain_han || HasHan(draft.settings.title);
  const std::string plain_tag = !wanted.empty() && wanted != "default" ? LanguageTag(wanted)
                                : plain_han                            ? "zh"
                                                                       : "en";
  if (!wanted.empty() && (std::find(names.begin(), names.end(), wanted) != names.end() || plain))
    Add(wanted, LanguageTag(wanted));
  if (plain || names.empty()) Add("", plain_tag);
  by_name_.emplace("", plain_tag);
  for (const std::string& name : names) {
    bool known = true;
    const std::string tag = LanguageTag(name, &known);
    if (!known) messages.Warning(ErrorCode::ERR_XLSFORM_LANGUAGE, {}, name + " → " + tag);
    Add(name, tag);
  }
}

void FormLanguages::Add(const std::string& name, const std::string& tag) {
  by_name_[name] = tag;
  if (std::find(tags_.begin(), tags_.end(), tag) == tags_.end()) tags_.push_back(tag);
}

const std::string& FormLanguages::TagOf(const std::string& name) const {
  const auto found = by_name_.find(name);
  return found != by_name_.end() ? found->second : by_name_.at("");
}

}  // namespace pingshen::forms::xlsform
