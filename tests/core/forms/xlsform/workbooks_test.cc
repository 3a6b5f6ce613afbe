// Real workbooks, with the counts that pyxform gives for them.
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <map>

#include "core/forms/xlsform/importer.h"
#include "tests/core/forms/xlsform/shared_forms.h"

namespace pingshen::forms::xlsform {
namespace {

std::string ErrorsOf(const ImportResult& result) {
  std::string text;
  for (const Message& message : result.messages)
    if (message.severity == Severity::kError)
      text += std::string(CodeName(message.code)) + " " + MessageText(message, Language::kEnglish) +
              "\n";
  return text;
}

std::string StemOf(const std::string& file) { return file.substr(0, file.rfind('.')); }

void ExpectCounts(const json::Value& expected, const Summary& summary) {
  const auto number = [&](std::string_view name) {
    const json::Value* value = expected.Find(name);
    return value == nullptr ? 0ul : std::strtoul(value->text.c_str(), nullptr, 10);
  };
  EXPECT_EQ(summary.questions, number("questions"));
  EXPECT_EQ(summary.groups, number("groups"));
  EXPECT_EQ(summary.repeats, number("repeats"));
  EXPECT_EQ(summary.calculate, number("calculate"));
  EXPECT_EQ(summary.relevant, number("relevant"));
  EXPECT_EQ(summary.constraint, number("constraint"));
  EXPECT_EQ(summary.required, number("required"));
  EXPECT_EQ(summary.item_sets, number("itemsets"));
  EXPECT_EQ(summary.lists, number("choice_lists"));
  EXPECT_EQ(summary.choices, number("choices"));
  EXPECT_EQ(summary.form_id, TextOf(expected, "form_id"));
  EXPECT_EQ(summary.title, TextOf(expected, "title"));
  std::set<std::string> languages;
  for (const json::Value& language : expected.Find("languages")->items)
    languages.insert(language.text);
  EXPECT_EQ(summary.languages, languages);
}

// What the manifest states of the reference XForm besides: controls by kind, lists and files by name.
void ExpectParts(const json::Value& stated, const Summary& summary) {
  std::map<std::string, std::size_t> controls;
  for (const auto& member : stated.Find("questions_by_control")->members)
    controls[member.name] = std::strtoul(member.value.text.c_str(), nullptr, 10);
  EXPECT_EQ(summary.controls, controls);
  std::map<std::string, std::string> sources;
  for (const auto& member : stated.Find("secondary_instances")->members)
    sources[member.name] = member.value.text;
  EXPECT_EQ(summary.sources, sources);
}

TEST(Workbooks, ImportWithTheCountsOfTheManifest) {
  const auto manifest = ReadSharedJson("conformance/xlsx/manifest.json");
  if (!manifest) GTEST_SKIP() << "the shared workbooks are not there";
  std::size_t imported = 0;
  std::size_t refused = 0;
  for (const json::Value& entry : manifest->Find("files")->items) {
    const std::string name = TextOf(entry, "file");
    SCOPED_TRACE(name);
    const auto bytes = ReadSharedFile("conformance/xlsx/" + name);
    ASSERT_TRUE(bytes);
    const ImportResult result = ImportXlsx(AsBytes(*bytes), StemOf(name) + ".xlsx");
    if (entry.Find("must_reject") != nullptr &&
        entry.Find("must_reject")->kind != json::Value::Kind::kNull) {
      EXPECT_FALSE(result.ok());
      ++refused;
    } else {
      EXPECT_TRUE(result.ok()) << ErrorsOf(result);
      ExpectCounts(*entry.Find("must_import"), result.summary);
      ExpectParts(*entry.Find("import"), result.summary);
      ++imported;
      if (std::getenv("XLSFORM_VERBOSE") != nullptr) {
        std::cout << name << "\n" << result.form_json.substr(0, 3000) << "\n";
        for (const Message& message : result.messages)
          std::cout << "   " << CodeName(message.code) << " "
                    << MessageText(message, Language::kChinese) << "\n";
      }
    }
  }
  std::cout << "imported " << imported << ", refused " << refused << "\n";
}

}  // namespace
}  // namespace pingshen::forms::xlsform
