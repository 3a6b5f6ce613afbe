// What holds of every form that the program carries.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/utf8.h"
#include "core/forms/loader.h"
#include "forms/built_in.h"

namespace pingshen::forms {
namespace {

std::vector<std::shared_ptr<const LoadedForm>> All() {
  std::vector<std::shared_ptr<const LoadedForm>> forms;
  for (const Bytes& bytes : BuiltInForms()) {
    auto loaded = Load(AsText(bytes));
    EXPECT_TRUE(loaded) << CodeName(loaded.error().code) << ": " << loaded.error().context;
    if (loaded) forms.push_back(*loaded);
  }
  return forms;
}

void Collect(const std::vector<model::Item>& items, std::vector<const model::Item*>& out) {
  for (const model::Item& item : items) {
    out.push_back(&item);
    Collect(item.children, out);
  }
}
void Collect(const std::vector<model::Section>& sections, std::vector<const model::Item*>& out) {
  for (const model::Section& section : sections) {
    Collect(section.items, out);
    Collect(section.sections, out);
  }
}
std::vector<const model::Item*> ItemsOf(const LoadedForm& form) {
  std::vector<const model::Item*> items;
  Collect(form.form.sections, items);
  return items;
}

bool HasChinese(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = NextCodePoint(text, at);
    if (point >= 0x4E00 && point <= 0x9FFF) return true;
  }
  return false;
}

TEST(BuiltInForms, AllLoadAndHaveTheirOwnNames) {
  ASSERT_FALSE(BuiltInForms().empty());
  std::set<std::pair<std::string, std::string>> names;
  for (const auto& form : All())
    EXPECT_TRUE(names.emplace(form->form.id, form->form.version).second) << form->form.id;
  EXPECT_EQ(names.size(), BuiltInForms().size());
}

TEST(BuiltInForms, AreTheBytesOfTheFiles) {
  std::ifstream file(std::string(PINGSHEN_SOURCE_DIR) + "/forms/village_clinic_2026.json",
                     std::ios::binary);
  ASSERT_TRUE(file);
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  const auto forms = BuiltInForms();
  EXPECT_TRUE(
      std::ranges::any_of(forms, [&](const Bytes& bytes) { return AsText(bytes) == text; }));
}

TEST(BuiltInForms, EveryTextStandsInItsLanguage) {
  for (const auto& form : All()) {
    std::vector<model::Text> texts = {form->form.title, form->form.description};
    for (const model::Item* item : ItemsOf(*form)) {
      for (const model::Text* text :
           {&item->label, &item->hint, &item->method, &item->not_applicable_basis,
            &item->constraint_message, &item->instance_label})
        if (!text->empty()) texts.push_back(*text);
      for (const model::Option& option : item->options) texts.push_back(option.label);
      for (const model::Deduction& deduction : item->deductions) texts.push_back(deduction.label);
    }
    for (const model::Text& text : texts) {
      EXPECT_TRUE(HasChinese(text.zh)) << text.zh;
      EXPECT_FALSE(HasChinese(text.en)) << text.en;
    }
  }
}

TEST(BuiltInForms, PointsAddUpToTheTotal) {
  for (const auto& form : All()) {
    const auto* scheme = std::get_if<model::PointsScheme>(&form->form.scheme);
    if (scheme == nullptr) continue;
    Decimal sum;
    for (const model::Item* item : ItemsOf(*form))
      if (item->points) sum += *item->points;
    EXPECT_EQ(sum, scheme->total) << form->form.id << " " << sum.ToString();
  }
}

TEST(BuiltInForms, EveryScoredItemSaysWhereItsPointsComeFrom) {
  for (const auto& form : All())
    for (const model::Item* item : ItemsOf(*form))
      EXPECT_FALSE(item->points && item->sources.empty()) << item->code;
}

TEST(BuiltInForms, EveryScoredItemIsRequired) {
  for (const auto& form : All())
    for (const model::Item* item : ItemsOf(*form))
      EXPECT_TRUE(!item->points || item->required) << item->code;
}

}  // namespace
}  // namespace pingshen::forms
