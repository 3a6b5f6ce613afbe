// The forms of pyxform's own tests, with what pyxform 4.5 said of them: refused where, or what its
// XForm holds.
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <map>

#include "core/forms/loader.h"
#include "core/forms/xlsform/draft_reader.h"
#include "core/forms/xlsform/importer.h"
#include "core/forms/xlsform/summary.h"
#include "core/forms/xlsform/text.h"
#include "tests/core/forms/xlsform/shared_forms.h"

namespace pingshen::forms::xlsform {
namespace {

struct Tally {
  std::size_t good = 0;
  std::size_t all = 0;
  void Count(bool is_good) {
    ++all;
    good += is_good ? 1 : 0;
  }
};

// "[row : 3] On the 'survey' sheet …" against the places of our messages.
bool AtTheRightPlace(const std::string& expected, const std::vector<Message>& messages) {
  const std::size_t at = expected.find("[row : ");
  const auto row =
      at == std::string::npos
          ? 0u
          : static_cast<unsigned>(std::strtoul(expected.c_str() + at + 7, nullptr, 10));
  std::string sheet;
  if (const std::size_t on = expected.find("On the '"); on != std::string::npos)
    sheet = expected.substr(on + 8, expected.find('\'', on + 8) - on - 8);
  for (const Message& message : messages) {
    if (message.severity != Severity::kError) continue;
    // pyxform calls the first row below a header of the settings sheet row 1.
    const bool same_row = row == 0 || message.cell.row == row || sheet == "settings";
    if (same_row && (sheet.empty() || message.cell.sheet == sheet)) return true;
  }
  return false;
}

std::string Said(const std::vector<Message>& messages) {
  std::string text;
  for (const Message& message : messages)
    if (message.severity == Severity::kError)
      text += "\n      " + std::string(CodeName(message.code)) + " " +
              MessageText(message, Language::kEnglish);
  return text;
}

bool Verbose() { return std::getenv("XLSFORM_VERBOSE") != nullptr; }

TEST(PyxformCases, InvalidFormsAreRefusedAtTheRightPlace) {
  const auto shared = ReadSharedJson("conformance/xlsform_md_dev.json");
  if (!shared) GTEST_SKIP() << "the shared XLSForm cases are not there";
  Tally refused;
  Tally placed;
  for (const json::Value& form : shared->Find("forms")->items) {
    if (form.Find("valid")->boolean) continue;
    Messages messages;
    ReadDraft(WorkbookOf(form), "data", messages);
    bool right = messages.has_errors();
    refused.Count(right);
    const json::Value* expected = form.Find("expected")->Find("error__contains");
    std::string said;
    if (expected != nullptr)
      for (const json::Value& sentence : expected->items) {
        right = right && AtTheRightPlace(sentence.text, messages.list());
        said += sentence.text.substr(0, 200) + " ";
      }
    placed.Count(right);
    if (!right && Verbose())
      std::cout << "   not refused rightly: " << TextOf(form, "id") << " " << TextOf(form, "test")
                << "\n      expected: " << said << "\n      got:" << Said(messages.list()) << "\n";
  }
  std::cout << "refused " << refused.good << " of " << refused.all
            << ", at the stated sheet and row " << placed.good << "\n";
  EXPECT_GE(refused.good * 100, refused.all * 97);
  EXPECT_GE(placed.good * 100, placed.all * 97);
}

std::size_t NumberIn(const json::Value& reference, std::string_view name) {
  const json::Value* value = reference.Find(name);
  return value == nullptr
             ? 0
             : static_cast<std::size_t>(std::strtoul(value->text.c_str(), nullptr, 10));
}

TEST(PyxformCases, ValidFormsAreTakenWithTheSameCounts) {
  const auto shared = ReadSharedJson("conformance/xlsform_md_dev.json");
  if (!shared) GTEST_SKIP() << "the shared XLSForm cases are not there";
  Tally taken;
  std::map<std::string, Tally> counts;
  for (const json::Value& form : shared->Find("forms")->items) {
    if (!form.Find("valid")->boolean) continue;
    Messages messages;
    const auto read = ReadDraft(WorkbookOf(form), "data", messages);
    taken.Count(!messages.has_errors());
    if (messages.has_errors()) {
      if (Verbose())
        std::cout << "   refused: " << TextOf(form, "id") << " " << TextOf(form, "test")
                  << Said(messages.list()) << "\n";
      continue;
    }
    const Summary summary = Summarize(*read.draft, read.sources);
    const json::Value& reference = *form.Find("reference");
    const auto compare = [&](const std::string& name, std::size_t got) {
      const std::size_t expected = NumberIn(reference, name);
      counts[name].Count(got == expected);
      if (got != expected && Verbose())
        std::cout << "   " << name << " " << got << " not " << expected << ": "
                  << TextOf(form, "id") << " " << TextOf(form, "test") << "\n";
    };
    compare("questions", summary.questions);
    compare("groups", summary.groups);
    compare("repeats", summary.repeats);
    compare("itemsets", summary.item_sets);
    // The XForm's entities have calculations of their own; the app keeps no entities.
    if (!reference.Find("entities")->boolean) compare("calculate", summary.calculate);
    compare("relevant", summary.relevant);
    compare("constraint", summary.constraint);
    compare("required", summary.required);
    const auto same = [&](const std::string& name, const std::string& got,
                          const std::string& expected) {
      counts[name].Count(got == expected);
      if (got != expected && Verbose())
        std::cout << "   " << name << " '" << got << "' not '" << expected
                  << "': " << TextOf(form, "id") << " " << TextOf(form, "test") << "\n";
    };
    std::map<std::string, std::string> expected_sources;
    for (const auto& member : reference.Find("secondary_instances")->members)
      expected_sources[member.name] = member.value.text;
    const auto listed = [](const auto& map) {
      std::string text;
      for (const auto& [key, value] : map) text += key + "=" + value + " ";
      return text;
    };
    same("lists and sources", listed(summary.sources), listed(expected_sources));
    std::set<std::string> languages;
    for (const auto& language : reference.Find("languages")->items) languages.insert(language.text);
    std::string got;
    for (const auto& language : summary.languages) got += language + "|";
    std::string wanted;
    for (const auto& language : languages) wanted += language + "|";
    same("languages", got, wanted);
    same("form_id", summary.form_id, TextOf(reference, "form_id"));
    same("title", summary.title, TextOf(reference, "title"));
  }
  std::cout << "accepted " << taken.good << " of " << taken.all << "\n";
  for (const auto& [name, tally] : counts)
    std::cout << "  " << name << ": equal in " << tally.good << " of " << tally.all << "\n";
  EXPECT_GE(taken.good * 100, taken.all * 97);
  for (const auto& [name, tally] : counts) EXPECT_GE(tally.good * 100, tally.all * 97) << name;
}

// What is taken becomes a form that loads; a refusal by the loader names a cell.
TEST(PyxformCases, WhatIsImportedLoads) {
  const auto shared = ReadSharedJson("conformance/xlsform_md_dev.json");
  if (!shared) GTEST_SKIP() << "the shared XLSForm cases are not there";
  Tally imported;
  for (const json::Value& form : shared->Find("forms")->items) {
    if (!form.Find("valid")->boolean) continue;
    Messages messages;
    ReadDraft(WorkbookOf(form), "data", messages);
    if (messages.has_errors()) continue;
    SCOPED_TRACE(TextOf(form, "id") + " " + TextOf(form, "test"));
    const ImportResult result = ImportWorkbook(WorkbookOf(form), "test_name.xlsx");
    imported.Count(result.ok());
    if (result.ok()) {
      const auto loaded = Load(result.form_json);
      EXPECT_TRUE(loaded) << loaded.error().context;
      continue;
    }
    // No question at all, a question that depends on its own answer, or an expression that pyxform
    // does not look at; nothing that is the import's own doing.
    for (const Message& message : result.messages) {
      if (message.severity != Severity::kError) continue;
      EXPECT_FALSE(message.cell.sheet.empty());
      EXPECT_TRUE(message.code == ErrorCode::ERR_XLSFORM_EMPTY ||
                  message.code == ErrorCode::ERR_FORM_CYCLE ||
                  message.code == ErrorCode::ERR_FORM_EXPRESSION)
          << MessageText(message, Language::kEnglish);
    }
    if (Verbose())
      std::cout << "   refused: " << TextOf(form, "id") << " " << TextOf(form, "test")
                << Said(result.messages) << "\n";
  }
  std::cout << "imported " << imported.good << " of " << imported.all << " accepted by pyxform\n";
  EXPECT_GE(imported.good * 100, imported.all * 97);
}

}  // namespace
}  // namespace pingshen::forms::xlsform
