#include "core/forms/xlsform/exporter.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/forms/xlsform/importer.h"
#include "core/forms/xlsform/json_tree.h"
#include "core/forms/xlsform/languages.h"
#include "core/forms/xlsform/survey_writer.h"
#include "core/forms/xlsform/xlsx_writer.h"

namespace pingshen::forms::xlsform {
namespace {

// On the sheet `pingshen`, one line each; longer ones go on in the next line.
constexpr std::size_t kLineBytes = 30000;

const std::vector<std::string_view> kInner = {"code", "items", "sections", "children"};

// Items and sections by code.
void Collect(const json::Value& object, std::map<std::string, const json::Value*>& out) {
  if (const json::Value* code = object.Find("code")) out.emplace(code->text, &object);
  for (const std::string_view member : {"items", "sections", "children"})
    if (const json::Value* inner = object.Find(member))
      for (const json::Value& each : inner->items) Collect(each, out);
}

std::map<std::string, const json::Value*> ByCode(const json::Value& form) {
  std::map<std::string, const json::Value*> out;
  if (const json::Value* sections = form.Find("sections"))
    for (const json::Value& section : sections->items) Collect(section, out);
  return out;
}

Sheet SettingsSheet(const json::Value& form) {
  const auto text = [&](std::string_view member) {
    const json::Value* value = form.Find(member);
    return value == nullptr ? std::string() : value->text;
  };
  const json::Value* title = form.Find("title");
  std::string words =
      title == nullptr || title->members.empty() ? text("id") : title->members[0].value.text;
  std::string language = "zh";
  if (const json::Value* languages = form.Find("languages");
      languages != nullptr && !languages->items.empty())
    language = languages->items[0].text;
  return {"settings",
          false,
          {{{"form_title", "form_id", "version", "default_language"}},
           {{words, text("id"), text("version"), LanguageName(language)}}}};
}

void AddLines(Sheet& sheet, const std::string& name, const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = std::min(text.size(), at + kLineBytes);
    // Neither inside a character nor beside a blank, which a spreadsheet might trim.
    while (end < text.size() && end > at + 1 &&
           ((static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u || text[end] == ' ' ||
            text[end - 1] == ' '))
      --end;
    sheet.rows.push_back({{name, text.substr(at, end - at)}});
    at = end;
  }
}

Workbook WorkbookOf(const json::Value& form, const std::map<std::string, Extensions>& extensions,
                    const Extensions& members) {
  SurveyWriter writer(form, extensions);
  writer.Write();
  Workbook workbook;
  workbook.sheets.push_back(writer.Survey());
  if (Sheet choices = writer.Choices(); choices.rows.size() > 1)
    workbook.sheets.push_back(std::move(choices));
  workbook.sheets.push_back(SettingsSheet(form));
  Sheet rest{"pingshen", false, {{{"member", "value"}}}};
  for (const auto& [name, text] : members) {
    const auto parsed = json::Parse(text);
    AddLines(rest, name, parsed ? text : JsonWritten(JsonText(text)));
  }
  if (rest.rows.size() > 1) workbook.sheets.push_back(std::move(rest));
  return workbook;
}

Error RefusalOf(const ImportResult& result) {
  for (const Message& message : result.messages)
    if (message.severity == Severity::kError)
      return {ErrorCode::ERR_XLSFORM_FORM, std::string(CodeName(message.code)) + ", " +
                                               MessageText(message, Language::kEnglish)};
  return {ErrorCode::ERR_XLSFORM_FORM, {}};
}

}  // namespace

// Written plainly first and imported again: what then differs goes into extension columns.
Result<Workbook> ExportWorkbook(std::string_view form_json) {
  PINGSHEN_TRY(const json::Value form, json::Parse(form_json));
  if (form.Find("sections") == nullptr) return Fail(ErrorCode::ERR_XLSFORM_FORM, "sections");
  const Workbook plain = WorkbookOf(form, {}, {});
  const ImportResult first = ImportWorkbook(plain, "form.xlsx", {}, Proof::kNone);
  if (!first.ok()) return std::unexpected(RefusalOf(first));
  PINGSHEN_TRY(const json::Value imported, json::Parse(first.form_json));

  const auto originals = ByCode(form);
  const auto copies = ByCode(imported);
  std::map<std::string, Extensions> extensions;
  for (const auto& [code, object] : originals) {
    const auto copy = copies.find(code);
    if (copy == copies.end()) return Fail(ErrorCode::ERR_XLSFORM_FORM, code);
    Extensions found = ExtensionsFor(*object, *copy->second, kInner);
    if (!found.empty()) extensions.emplace(code, std::move(found));
  }
  const Extensions members = ExtensionsFor(form, imported, {"sections"});
  Workbook workbook = WorkbookOf(form, extensions, members);
  const ImportResult second = ImportWorkbook(workbook, "form.xlsx", {}, Proof::kNone);
  if (!second.ok()) return std::unexpected(RefusalOf(second));
  PINGSHEN_TRY(const json::Value again, json::Parse(second.form_json));
  if (!SameJson(form, again)) return Fail(ErrorCode::ERR_XLSFORM_FORM, "round trip");
  return workbook;
}

Result<Bytes> ExportXlsx(std::string_view form_json) {
  PINGSHEN_TRY(const Workbook workbook, ExportWorkbook(form_json));
  for (const Sheet& sheet : workbook.sheets)
    for (const SheetRow& row : sheet.rows)
      for (const std::string& text : row.cells)
        if (Utf16Offset(text, text.size()) > kMostCellUnits)
          return Fail(ErrorCode::ERR_XLSFORM_FORM, sheet.name + ", " + text.substr(0, 40));
  return WriteXlsx(workbook);
}

}  // namespace pingshen::forms::xlsform
