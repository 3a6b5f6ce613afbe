#include "core/forms/xlsform/importer.h"

#include "core/forms/xlsform/draft_reader.h"
#include "core/forms/xlsform/json_tree.h"
#include "core/forms/xlsform/text.h"
#include "core/forms/xlsform/xlsx_reader.h"

namespace pingshen::forms::xlsform {
namespace {

// "forms/2026 检查表.xlsx" → "2026 检查表"
std::string StemOf(std::string_view file_name) {
  const std::size_t slash = file_name.find_last_of("/\\");
  if (slash != std::string_view::npos) file_name.remove_prefix(slash + 1);
  const std::size_t dot = file_name.rfind('.');
  if (dot != std::string_view::npos && dot > 0) file_name = file_name.substr(0, dot);
  const std::string_view stem = Trimmed(file_name);
  return stem.empty() ? "form" : std::string(stem);
}

}  // namespace

ImportResult ImportWorkbook(const Workbook& workbook, std::string_view file_name,
                            const Attachments& attachments, Proof proof) {
  ImportResult result;
  Messages messages;
  const ReadDraftResult read = ReadDraft(workbook, StemOf(file_name), messages);
  if (read.draft) {
    result.summary = Summarize(*read.draft, read.sources);
    if (!messages.has_errors()) {
      const BuiltForm form = BuildForm(*read.draft, read.sources, attachments, workbook, messages);
      if (!messages.has_errors()) result.form_json = JsonWritten(form.json);
      if (result.ok() && proof == Proof::kLoads)
        CheckLoads(*read.draft, form.origins, result.form_json, messages);
      if (messages.has_errors()) result.form_json.clear();
    }
  }
  result.messages_left_out = messages.left_out();
  result.messages = messages.Take();
  return result;
}

ImportResult ImportXlsx(ByteView file, std::string_view file_name, const Attachments& attachments) {
  auto workbook = ReadXlsx(file);
  if (!workbook) {
    ImportResult result;
    result.messages.push_back(
        {Severity::kError, workbook.error().code, {}, workbook.error().context});
    return result;
  }
  return ImportWorkbook(*workbook, file_name, attachments);
}

}  // namespace pingshen::forms::xlsform
