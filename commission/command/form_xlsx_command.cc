#include "commission/command/form_xlsx_command.h"

#include <filesystem>
#include <ostream>

#include "commission/system/file_limits.h"
#include "commission/system/os_files.h"
#include "core/forms/xlsform/exporter.h"
#include "core/forms/xlsform/importer.h"
#include "core/json/json.h"

namespace pingshen::commission {
namespace {

namespace xlsform = forms::xlsform;

constexpr std::uint64_t kLargestWorkbook = 64u << 20;

struct Request {
  std::string in;
  std::string out;  // "" = standard output
  Language language = Language::kChinese;
  bool json = false;
};

Result<Request> ReadRequest(std::span<const std::string> words) {
  // -o is what compilers taught everybody.
  std::vector<std::string> long_words(words.begin(), words.end());
  for (std::string& word : long_words)
    if (word == "-o") word = "--out";
  PINGSHEN_TRY(const Arguments arguments,
               Arguments::Parse(long_words, {{"--out"}, {"--lang"}, {"--json", false}}));
  Request request;
  PINGSHEN_TRY(request.language, LanguageOf(arguments));
  if (arguments.positional().size() != 1) return Fail(ErrorCode::ERR_USAGE, "form import|export");
  request.in = arguments.positional()[0];
  request.out = arguments.Get("--out", "");
  request.json = arguments.Has("--json");
  return request;
}

std::string_view SeverityName(xlsform::Severity severity) {
  switch (severity) {
    case xlsform::Severity::kError:
      return "error";
    case xlsform::Severity::kUnsupported:
      return "unsupported";
    case xlsform::Severity::kWarning:
      break;
  }
  return "warning";
}

std::string_view Mark(xlsform::Severity severity, Language language) {
  const bool chinese = language == Language::kChinese;
  switch (severity) {
    case xlsform::Severity::kError:
      return chinese ? "错误" : "error";
    case xlsform::Severity::kUnsupported:
      return chinese ? "不支持" : "not supported";
    case xlsform::Severity::kWarning:
      break;
  }
  return chinese ? "提醒" : "note";
}

// Small files that lie beside the workbook and might belong to it.
xlsform::Attachments FilesBeside(const std::filesystem::path& workbook) {
  xlsform::Attachments files;
  std::error_code none;
  const std::filesystem::path folder =
      workbook.has_parent_path() ? workbook.parent_path() : std::filesystem::path(".");
  for (const auto& entry : std::filesystem::directory_iterator(folder, none)) {
    if (entry.path().extension() != ".csv") continue;
    if (auto bytes = ReadWholeFile(entry.path(), kLargestForm_bytes))
      files.emplace(entry.path().filename().string(), *std::move(bytes));
  }
  return files;
}

void PrintSummary(const xlsform::Summary& summary, Language language, std::ostream& out) {
  std::string languages;
  for (const std::string& name : summary.languages)
    languages += (languages.empty() ? "" : ", ") + name;
  const bool chinese = language == Language::kChinese;
  out << (chinese ? "表单 " : "form ") << Printable(summary.form_id) << " · "
      << Printable(summary.title) << "\n"
      << (chinese ? "题目 " : "questions ") << summary.questions
      << (chinese ? "，分组 " : ", groups ") << summary.groups
      << (chinese ? "，重复组 " : ", repeats ") << summary.repeats
      << (chinese ? "，选项列表 " : ", choice lists ") << summary.lists
      << (chinese ? "，选项 " : ", choices ") << summary.choices << "\n"
      << (chinese ? "计算 " : "calculations ") << summary.calculate
      << (chinese ? "，显示条件 " : ", relevant ") << summary.relevant
      << (chinese ? "，校验 " : ", constraints ") << summary.constraint
      << (chinese ? "，必填 " : ", required ") << summary.required
      << (chinese ? "，语言 " : ", languages ") << Printable(languages.empty() ? "-" : languages)
      << "\n";
}

std::string ResultJson(const xlsform::ImportResult& result) {
  const xlsform::Summary& summary = result.summary;
  json::Writer writer;
  writer.BeginObject().Key("ok").Boolean(result.ok()).Key("summary").BeginObject();
  writer.Member("form_id", summary.form_id)
      .Member("title", summary.title)
      .Member("version", summary.version);
  const auto count = [&](std::string_view name, std::size_t value) {
    writer.Key(name).Integer(static_cast<std::int64_t>(value));
  };
  count("questions", summary.questions);
  count("groups", summary.groups);
  count("repeats", summary.repeats);
  count("choice_lists", summary.lists);
  count("choices", summary.choices);
  count("itemsets", summary.item_sets);
  count("calculate", summary.calculate);
  count("relevant", summary.relevant);
  count("constraint", summary.constraint);
  count("required", summary.required);
  writer.Key("languages").BeginArray();
  for (const std::string& language : summary.languages) writer.String(language);
  writer.EndArray().Key("questions_by_control").BeginObject();
  for (const auto& [name, number] : summary.controls) count(name, number);
  writer.EndObject().Key("secondary_instances").BeginObject();
  for (const auto& [name, source] : summary.sources) writer.Member(name, source);
  writer.EndObject().EndObject().Key("messages").BeginArray();
  for (const xlsform::Message& message : result.messages) {
    writer.BeginObject().Member("severity", SeverityName(message.severity));
    writer.Member("code", CodeName(message.code)).Member("sheet", message.cell.sheet);
    count("row", message.cell.row);
    writer.Member("column",
                  message.cell.column > 0 ? xlsform::ColumnLetters(message.cell.column) : "");
    writer.Member("header", message.cell.header).Member("detail", message.detail);
    writer.Member("zh", MessageText(message, Language::kChinese));
    writer.Member("en", MessageText(message, Language::kEnglish)).EndObject();
  }
  writer.EndArray();
  count("messages_left_out", result.messages_left_out);
  writer.EndObject();
  return writer.Take();
}

}  // namespace

int RunFormImport(std::span<const std::string> words, Streams streams) {
  const auto request = ReadRequest(words);
  if (!request) return Report(request.error(), Language::kChinese, streams.err);
  const auto file = ReadWholeFile(request->in, kLargestWorkbook);
  if (!file) return Report(file.error(), request->language, streams.err);
  const xlsform::ImportResult result = xlsform::ImportXlsx(
      *file, std::filesystem::path(request->in).filename().string(), FilesBeside(request->in));
  if (request->json) {
    streams.out << ResultJson(result) << "\n";
  } else {
    for (const xlsform::Message& message : result.messages)
      streams.err << Mark(message.severity, request->language) << " " << CodeName(message.code)
                  << ": " << Printable(MessageText(message, request->language)) << "\n";
    if (result.messages_left_out > 0) streams.err << "… +" << result.messages_left_out << "\n";
  }
  if (!result.ok()) return kExitRefused;
  if (!request->out.empty()) {
    const auto written = WriteFileDurably(request->out, AsBytes(result.form_json),
                                          IfExists::kReplace, Readers::kEverybody);
    if (!written) return Report(written.error(), request->language, streams.err);
  }
  if (!request->json) {
    PrintSummary(result.summary, request->language,
                 request->out.empty() ? streams.err : streams.out);
    if (request->out.empty()) streams.out << result.form_json << "\n";
  }
  return kExitGood;
}

int RunFormExport(std::span<const std::string> words, Streams streams) {
  const auto request = ReadRequest(words);
  if (!request) return Report(request.error(), Language::kChinese, streams.err);
  if (request->out.empty())
    return Report({ErrorCode::ERR_USAGE, "-o"}, request->language, streams.err);
  const auto file = ReadWholeFile(request->in, kLargestForm_bytes);
  if (!file) return Report(file.error(), request->language, streams.err);
  const auto workbook = xlsform::ExportXlsx(AsText(*file));
  if (!workbook) return Report(workbook.error(), request->language, streams.err);
  const auto written =
      WriteFileDurably(request->out, *workbook, IfExists::kReplace, Readers::kEverybody);
  if (!written) return Report(written.error(), request->language, streams.err);
  return kExitGood;
}

}  // namespace pingshen::commission
