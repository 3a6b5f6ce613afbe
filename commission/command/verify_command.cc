#include "commission/command/verify_command.h"

#include <ostream>

#include "commission/command/given_trust.h"
#include "commission/command/verify_report.h"
#include "commission/command/verify_text.h"
#include "commission/system/file_limits.h"
#include "commission/system/os_files.h"
#include "forms/built_in.h"

namespace pingshen::commission {
namespace {

class Outcome {  // the worst so far
 public:
  void Add(int code) {
    if (Rank(code) > Rank(code_)) code_ = code;
  }
  int code() const { return code_; }

 private:
  static int Rank(int code) {
    switch (code) {
      case kExitGood:
        return 0;
      case kExitUnknownSigner:
        return 1;
      case kExitRefused:
        return 2;
      default:
        return 3;
    }
  }
  int code_ = kExitGood;
};

int VerifyAll(const Arguments& arguments, Language language, const bundle::TrustList* trust,
              const FormShelf& published, Streams streams) {
  Outcome outcome;
  std::string json;
  for (const std::string& path : arguments.positional()) {
    const auto file = ReadWholeFile(path, kNoLimit_bytes);
    if (!file) {
      outcome.Add(Report(file.error(), language, streams.err));
      continue;
    }
    const FileReport report = VerifyFile(path, *file, trust, published);
    outcome.Add(report.refusal              ? kExitRefused
                : report.HasUnknownSigner() ? kExitUnknownSigner
                                            : kExitGood);
    if (arguments.Has("--json")) {
      json += (json.empty() ? "" : ",\n") + ReportJson(report);
    } else {
      streams.out << ReportText(report, language);
    }
  }
  if (arguments.Has("--json")) streams.out << "[" << json << "]\n";
  return outcome.code();
}

}  // namespace

int RunVerify(std::span<const std::string> words, Streams streams) {
  const auto arguments =
      Arguments::Parse(words, {{"--trust"}, {"--root"}, {"--data"}, {"--json", false}, {"--lang"}});
  if (!arguments) return Report(arguments.error(), Language::kChinese, streams.err);
  const auto language = LanguageOf(*arguments);
  if (!language) return Report(language.error(), Language::kChinese, streams.err);
  if (arguments->positional().empty())
    return Report({ErrorCode::ERR_USAGE, "verify"}, *language, streams.err);
  const auto trust = LoadGivenTrust(*arguments);
  if (!trust) return Report(trust.error(), *language, streams.err);
  const auto published = FormShelf::Load(forms::BuiltInForms(), "");
  if (!published) return Report(published.error(), *language, streams.err);
  return VerifyAll(*arguments, *language, *trust ? &**trust : nullptr, *published, streams);
}

}  // namespace pingshen::commission
