#include "commission/command/print_command.h"

#include <algorithm>
#include <ostream>

#include "commission/command/given_trust.h"
#include "commission/command/verify_report.h"
#include "commission/system/file_limits.h"
#include "commission/system/os_files.h"
#include "commission/system/os_ports.h"
#include "core/evaluation/attachment_rules.h"
#include "core/evaluation/proven_form.h"
#include "core/evaluation/report_join.h"
#include "core/report/print.h"
#include "forms/built_in.h"

namespace pingshen::commission {
namespace {

Status Give(const Arguments& arguments, const std::string& html, Streams streams) {
  const auto out = arguments.Get("--out");
  if (!out) {
    streams.out << html;
    return {};
  }
  return WriteFileDurably(*out, AsBytes(html), IfExists::kReplace, Readers::kEverybody);
}

std::string StandingText(SignerStanding standing, Language language) {
  const bool zh = language == Language::kChinese;
  switch (standing) {
    case SignerStanding::kKnown:
      return zh ? "签名有效，已登记" : "valid, in the trust list";
    case SignerStanding::kUnknown:
      return zh ? "签名有效，不在信任名单中" : "valid, NOT in the trust list";
    case SignerStanding::kNotCompared:
      return zh ? "签名有效，未对照信任名单" : "valid, not compared with a trust list";
  }
  return "";
}

report::Seal SealOf(const FileReport& file, Language language) {
  const bundle::VerifiedPayload& payload = *file.payload;
  report::Seal seal;
  seal.bundle_id = payload.manifest().bundle_id;
  seal.manifest_sha256 = payload.manifest_sha256();
  seal.created_at_ms = payload.manifest().created_at_ms;
  if (!file.form_published)
    seal.caution =
        language == Language::kChinese
            ? "注意：该表单不是本程序自带的已发布表单，分值以包内表单为准。"
            : "Note: the form is none of this program's own; the points are those of the "
              "form in the bundle.";
  for (std::size_t i = 0; i < file.standings.size(); ++i) {
    const bundle::SignatureFacts& facts = payload.signatures()[i];
    seal.signatures.push_back(
        {.name = facts.signer.name,
         .organisation = facts.signer.organisation,
         .role = facts.signer.role,
         .key_id = facts.key_id,
         .algorithm = std::string(bundle::CodeOf(facts.algorithm)),
         .meaning = facts.signer.refusal.empty() ? facts.signer.meaning : facts.signer.refusal,
         .standing = StandingText(file.standings[i], language),
         .signed_at_ms = facts.signer.signed_at_ms});
  }
  return seal;
}

// ERR_USAGE, with the languages that there are, when the wanted one is none of them.
Status CheckFormLanguage(const model::Form& form, const report::PrintOptions& options) {
  if (options.form_language.empty() ||
      std::ranges::find(form.languages, options.form_language) != form.languages.end())
    return {};
  std::string there;
  for (const std::string& language : form.languages) there += (there.empty() ? "" : "|") + language;
  return Fail(ErrorCode::ERR_USAGE, "--language " + options.form_language + " (" + there + ")");
}

std::string PrintBundle(const FileReport& file, ByteView bytes, const report::PrintOptions& options,
                        std::int64_t now_utc_ms) {
  const bundle::VerifiedPayload& payload = *file.payload;
  const evaluation::Recomputed& recomputed = *file.recomputed;
  const evaluation::FormInstance instance(
      *recomputed.form, recomputed.answers,
      evaluation::AssessmentDate(payload.manifest().created_at_ms));
  report::Report report = evaluation::ReportOf(instance, recomputed.evaluation);
  report.purpose = report::Purpose::kSealed;
  report.assessment = payload.manifest().assessment;
  report.seal = SealOf(file, options.language);
  report.printed_at_ms = now_utc_ms;
  for (const bundle::AttachmentPlace& place : payload.attachments())
    report.attachments[place.name] = {
        .name = place.name,
        .media_type = std::string(evaluation::MediaTypeOf(evaluation::ExtensionOf(place.name))),
        .original_name = {},
        .size_bytes = place.size_bytes,
        .created_at_ms = 0};
  report.read_attachment = [&](const std::string& name) -> Result<Bytes> {
    for (const bundle::AttachmentPlace& place : payload.attachments()) {
      if (place.name != name) continue;
      const ByteView content = bytes.subspan(static_cast<std::size_t>(place.offset_bytes),
                                             static_cast<std::size_t>(place.size_bytes));
      return Bytes(content.begin(), content.end());
    }
    return Fail(ErrorCode::ERR_RESULT_ATTACHMENT_MISSING, name);
  };
  return report::PrintHtml(report, options);
}

Result<int> RunForBundle(const Arguments& arguments, const report::PrintOptions& options,
                         Streams streams) {
  PINGSHEN_TRY(const auto trust, LoadGivenTrust(arguments));
  PINGSHEN_TRY(const FormShelf published, FormShelf::Load(forms::BuiltInForms(), ""));
  const std::string& path = arguments.positional().front();
  PINGSHEN_TRY(const Bytes bytes, ReadWholeFile(path, kNoLimit_bytes));
  const FileReport file = VerifyFile(path, bytes, trust ? &*trust : nullptr, published);
  if (file.refusal) return std::unexpected(*file.refusal);
  PINGSHEN_CHECK(CheckFormLanguage(file.recomputed->form->form, options));
  PINGSHEN_CHECK(Give(arguments, PrintBundle(file, bytes, options, OsClock().NowUtcMs()), streams));
  return file.HasUnknownSigner() ? kExitUnknownSigner : kExitGood;
}

Result<int> RunForForm(const Arguments& arguments, const std::string& path,
                       const report::PrintOptions& options, Streams streams) {
  PINGSHEN_TRY(const Bytes bytes, ReadWholeFile(path, kLargestForm_bytes));
  PINGSHEN_TRY(const auto form, evaluation::LoadProvenForm(bytes));
  PINGSHEN_CHECK(CheckFormLanguage(form->form, options));
  const report::Report blank = report::BlankReport(form->form, OsClock().NowUtcMs());
  PINGSHEN_CHECK(Give(arguments, report::PrintHtml(blank, options), streams));
  return kExitGood;
}

// --language of the document; without it the language of the answers. In a further language of the
// form its texts are printed, the words around them in the language of the answers.
Status ReadLanguage(const Arguments& arguments, report::PrintOptions& options) {
  PINGSHEN_TRY(options.language, LanguageOf(arguments));
  const std::string wanted = arguments.Get("--language", "");
  if (wanted == model::kChineseTag) {
    options.language = Language::kChinese;
  } else if (wanted == model::kEnglishTag) {
    options.language = Language::kEnglish;
  } else {
    options.form_language = wanted;
  }
  return {};
}

}  // namespace

int RunPrint(std::span<const std::string> words, Streams streams) {
  const auto arguments = Arguments::Parse(words, {{"--form"},
                                                  {"--out"},
                                                  {"--language"},
                                                  {"--whole-identity-numbers", false},
                                                  {"--trust"},
                                                  {"--root"},
                                                  {"--data"},
                                                  {"--lang"}});
  if (!arguments) return Report(arguments.error(), Language::kChinese, streams.err);
  const auto language = LanguageOf(*arguments);
  if (!language) return Report(language.error(), Language::kChinese, streams.err);
  const auto form = arguments->Get("--form");
  if (arguments->positional().size() != (form ? 0u : 1u))
    return Report({ErrorCode::ERR_USAGE, "print"}, *language, streams.err);

  report::PrintOptions options;
  if (const Status read = ReadLanguage(*arguments, options); !read)
    return Report(read.error(), *language, streams.err);
  if (arguments->Has("--whole-identity-numbers"))
    options.identity_numbers = words::IdentityNumbers::kWhole;
  const auto code = form ? RunForForm(*arguments, *form, options, streams)
                         : RunForBundle(*arguments, options, streams);
  return code ? *code : Report(code.error(), *language, streams.err);
}

}  // namespace pingshen::commission
