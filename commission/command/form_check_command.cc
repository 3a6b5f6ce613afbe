#include "commission/command/form_check_command.h"

#include <ostream>

#include "commission/system/file_limits.h"
#include "commission/system/os_files.h"
#include "core/evaluation/proven_form.h"
#include "core/forms/linter.h"

namespace pingshen::commission {
namespace {

void Line(std::ostream& out, const std::string& file, json::Place place, const Error& error,
          Language language) {
  out << Printable(file) << ':' << place.line << ':' << place.column << ": " << CodeName(error.code)
      << ": " << Printable(Sentence(error, language)) << '\n';
}

}  // namespace

int RunFormCheck(std::span<const std::string> words, Streams streams) {
  const auto arguments = Arguments::Parse(words, {{"--lang"}});
  if (!arguments) return Report(arguments.error(), Language::kChinese, streams.err);
  const auto language = LanguageOf(*arguments);
  if (!language) return Report(language.error(), Language::kChinese, streams.err);
  if (arguments->positional().size() != 1)
    return Report({ErrorCode::ERR_USAGE, "form check"}, *language, streams.err);
  const std::string& file = arguments->positional().front();
  const auto bytes = ReadWholeFile(file, kLargestForm_bytes);
  if (!bytes) return Report(bytes.error(), *language, streams.err);

  const auto form = evaluation::LoadProvenForm(*bytes);
  if (!form) {
    Line(streams.out, file, forms::PlaceOfContext(form.error().context), form.error(), *language);
    return kExitRefused;
  }
  for (const forms::LintFinding& finding : forms::Lint(**form, AsText(*bytes)))
    Line(streams.out, file, finding.place, finding.AsError(), *language);
  return kExitGood;
}

}  // namespace pingshen::commission
