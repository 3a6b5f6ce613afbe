#include "core/model/language_names.h"

#include <algorithm>
#include <array>

namespace pingshen::model {
namespace {

// Tags of the IANA registry (RFC 5646); Chinese names with 文, what is written, rather than 语,
// what is spoken.
constexpr auto kLanguages = std::to_array<LanguageNames>({
    {"zh", "中文", "Chinese", "中文"},
    {"en", "英文", "English", "English"},
    {"zh-Hant", "繁体中文", "Traditional Chinese", "繁體中文"},
    {"bo", "藏文", "Tibetan", "藏文"},
    {"ug", "维吾尔文", "Uyghur", "维吾尔文"},
    {"mn", "蒙古文", "Mongolian", "蒙古文"},
    {"kk", "哈萨克文", "Kazakh", "哈萨克文"},
    {"ky", "柯尔克孜文", "Kyrgyz", "柯尔克孜文"},
    {"ko", "朝鲜文", "Korean", "朝鲜文"},
    {"ii", "彝文", "Yi", "彝文"},
    {"za", "壮文", "Zhuang", "壮文"},
    {"ja", "日文", "Japanese", "日本語"},
    {"fr", "法文", "French", "Français"},
    {"es", "西班牙文", "Spanish", "Español"},
    {"pt", "葡萄牙文", "Portuguese", "Português"},
    {"de", "德文", "German", "Deutsch"},
    {"ru", "俄文", "Russian", "Русский"},
    {"ar", "阿拉伯文", "Arabic", "العربية"},
    {"hi", "印地文", "Hindi", "हिन्दी"},
    {"bn", "孟加拉文", "Bengali", "বাংলা"},
    {"ne", "尼泊尔文", "Nepali", "नेपाली"},
    {"vi", "越南文", "Vietnamese", "Tiếng Việt"},
    {"th", "泰文", "Thai", "ไทย"},
    {"sw", "斯瓦希里文", "Swahili", "Kiswahili"},
});

bool SameName(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::ranges::equal(a, b, {}, lower, lower);
}

}  // namespace

const LanguageNames* FindLanguage(std::string_view tag) {
  const auto with_tag = [](std::string_view wanted) {
    const auto found = std::ranges::find_if(
        kLanguages, [&](const LanguageNames& each) { return SameName(each.tag, wanted); });
    return found == kLanguages.end() ? nullptr : &*found;
  };
  if (const LanguageNames* exact = with_tag(tag)) return exact;
  return with_tag(tag.substr(0, tag.find('-')));
}

const LanguageNames* FindLanguageNamed(std::string_view name) {
  constexpr std::string_view kSpoken = "语", kWritten = "文";
  if (name.ends_with(kSpoken)) {
    const std::string written =
        std::string(name.substr(0, name.size() - kSpoken.size())) + std::string(kWritten);
    return FindLanguageNamed(written);
  }
  const auto found = std::ranges::find_if(kLanguages, [&](const LanguageNames& each) {
    return SameName(each.zh, name) || SameName(each.en, name) || SameName(each.in_tables, name);
  });
  return found == kLanguages.end() ? nullptr : &*found;
}

std::string LanguageNameIn(std::string_view tag, Language language) {
  const LanguageNames* names = FindLanguage(tag);
  if (names == nullptr) return std::string(tag);
  std::string name(language == Language::kEnglish ? names->en : names->zh);
  if (!SameName(names->tag, tag)) name += " (" + std::string(tag) + ")";
  return name;
}

}  // namespace pingshen::model
