#include "core/session/form_import.h"

#include <algorithm>
#include <utility>

#include "core/evaluation/proven_form.h"
#include "core/forms/linter.h"
#include "core/forms/xlsform/importer.h"

namespace pingshen::session {
namespace {

constexpr std::string_view kZipMagic = "PK\x03\x04";

void AddMessage(ExaminedForm& examined, FormMessage::Severity severity, const Error& error) {
  examined.messages.push_back(
      {severity,
       error.code,
       {.zh = Sentence(error, Language::kChinese), .en = Sentence(error, Language::kEnglish)}});
}

void AddFindings(ExaminedForm& examined) {
  const std::string_view json = AsText(examined.bytes);
  for (const forms::LintFinding& finding : forms::Lint(*examined.form, json)) {
    if (examined.messages.size() == forms::xlsform::Messages::kMost) {
      ++examined.messages_left_out;
      continue;
    }
    const Error error{finding.code, "line " + std::to_string(finding.place.line) + ", column " +
                                        std::to_string(finding.place.column) + ": " +
                                        finding.detail};
    AddMessage(examined, FormMessage::Severity::kWarning, error);
  }
}

void TakeForm(ExaminedForm& examined, Bytes json) {
  auto form = evaluation::LoadProvenForm(json);
  if (!form) return AddMessage(examined, FormMessage::Severity::kError, form.error());
  examined.sha256 = (*form)->form.sha256;
  examined.form = std::move(*form);
  examined.bytes = std::move(json);
}

FormMessage::Severity SeverityOf(forms::xlsform::Severity severity) {
  switch (severity) {
    case forms::xlsform::Severity::kError:
      return FormMessage::Severity::kError;
    case forms::xlsform::Severity::kUnsupported:
      return FormMessage::Severity::kUnsupported;
    case forms::xlsform::Severity::kWarning:
      return FormMessage::Severity::kWarning;
  }
  return FormMessage::Severity::kError;
}

void TakeWorkbook(ExaminedForm& examined, ByteView file) {
  forms::xlsform::ImportResult result = forms::xlsform::ImportXlsx(file, examined.file_name);
  for (const forms::xlsform::Message& message : result.messages) {
    FormMessage& made = examined.messages.emplace_back();
    made.severity = SeverityOf(message.severity);
    made.code = message.code;
    made.text.zh = MessageText(message, Language::kChinese);
    made.text.en = MessageText(message, Language::kEnglish);
  }
  examined.messages_left_out = result.messages_left_out;
  if (result.ok()) TakeForm(examined, Bytes(result.form_json.begin(), result.form_json.end()));
}

}  // namespace

ExaminedForm ExamineFormFile(std::string_view file_name, ByteView file) {
  ExaminedForm examined;
  examined.file_name = file_name;
  if (AsText(file).starts_with(kZipMagic)) {
    examined.from_workbook = true;
    TakeWorkbook(examined, file);
  } else {
    TakeForm(examined, Bytes(file.begin(), file.end()));
    if (examined.ok()) AddFindings(examined);
  }
  std::ranges::stable_sort(examined.messages, {}, &FormMessage::severity);
  return examined;
}

}  // namespace pingshen::session
