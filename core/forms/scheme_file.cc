#include "core/forms/scheme_file.h"

#include <array>

#include "core/forms/member_readers.h"
#include "core/forms/scheme_reader.h"

namespace pingshen::forms {
namespace {

using Kind = json::Value::Kind;

constexpr std::string_view kSchemeFormat = "pingshen-scheme/1";

}  // namespace

Result<SchemeFile> LoadScheme(std::string_view json_text) {
  static constexpr std::array<std::string_view, 8> kMembers = {
      "$schema", "format", "id", "title", "documents", "sources", "note", "scheme"};
  const auto file = json::Parse(json_text);
  if (!file) return Fail(ErrorCode::ERR_FORM_JSON, file.error().context);
  Problems problems;
  Draft draft(problems);
  const ObjectReader members(*file, kMembers, problems);
  members.Find("$schema", Kind::kString);
  if (const json::Value* format = members.Require("format", Kind::kString);
      format != nullptr && format->text != kSchemeFormat)
    problems.Report(ErrorCode::ERR_FORM_FORMAT, format->place, Named(format->text));
  SchemeFile out;
  SchemeVetoes vetoes;
  out.id = members.RequireCode("id");
  out.title = members.RequireText("title");
  members.FindText("note");
  ReadDocuments(members, draft);
  ReadSources(members, draft);
  if (const json::Value* scheme = members.Require("scheme", Kind::kObject))
    out.scheme = ReadScheme(*scheme, SchemeOwner::kFile, vetoes, draft);
  if (problems.any()) return std::unexpected(problems.Take());
  return out;
}

}  // namespace pingshen::forms
