// import(export(form)) is the form.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

#include "core/forms/loader.h"
#include "core/forms/xlsform/exporter.h"
#include "core/forms/xlsform/importer.h"
#include "core/forms/xlsform/json_tree.h"
#include "core/forms/xlsform/xlsx_reader.h"
#include "tests/core/forms/xlsform/shared_forms.h"

namespace pingshen::forms::xlsform {
namespace {

std::string FormFile(const std::string& name) {
  std::ifstream file(std::string(PINGSHEN_SOURCE_DIR) + "/forms/" + name, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

void ExpectRoundTrip(const std::string& form_json) {
  const auto file = ExportXlsx(form_json);
  ASSERT_TRUE(file) << Sentence(file.error(), Language::kEnglish);
  const ImportResult again = ImportXlsx(*file, "other name.xlsx");
  for (const Message& message : again.messages)
    EXPECT_NE(message.severity, Severity::kError) << MessageText(message, Language::kEnglish);
  ASSERT_TRUE(again.ok());
  EXPECT_TRUE(SameJson(*json::Parse(form_json), *json::Parse(again.form_json)));
}

TEST(RoundTrip, VillageClinic) {
  const std::string form = FormFile("village_clinic_2026.json");
  ExpectRoundTrip(form);
  EXPECT_EQ(*ExportXlsx(form), *ExportXlsx(form));
}

TEST(RoundTrip, EveryImportedFormOfPyxform) {
  const auto shared = ReadSharedJson("conformance/xlsform_md_dev.json");
  if (!shared) GTEST_SKIP() << "the shared XLSForm cases are not there";
  std::size_t count = 0;
  std::size_t loaded = 0;
  for (const json::Value& form : shared->Find("forms")->items) {
    if (!form.Find("valid")->boolean) continue;
    const ImportResult first = ImportWorkbook(WorkbookOf(form), "data.xlsx");
    if (!first.ok()) continue;
    SCOPED_TRACE(TextOf(form, "id") + " " + first.form_json);
    ++count;
    const auto form_of_ours = Load(first.form_json);
    loaded += form_of_ours ? 1 : 0;
    if (!form_of_ours && std::getenv("XLSFORM_VERBOSE") != nullptr)
      std::cout << "   not loaded: " << TextOf(form, "id") << " "
                << Sentence(form_of_ours.error(), Language::kEnglish) << "\n";
    ExpectRoundTrip(first.form_json);
  }
  std::cout << count << " forms round trip, " << loaded << " of them load\n";
  EXPECT_GT(count, 500u);
}

}  // namespace
}  // namespace pingshen::forms::xlsform
