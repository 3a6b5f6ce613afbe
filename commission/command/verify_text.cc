#include "commission/command/verify_text.h"

#include "commission/command/command_line.h"
#include "commission/command/verify_report.h"
#include "commission/intake/desk_result.h"
#include "core/bundle/instant.h"
#include "core/json/embed_json.h"
#include "core/json/json.h"
#include "core/words/answer_words.h"

namespace pingshen::commission {
namespace {

using words::KindText;
using words::RoleText;

class Lines {
 public:
  explicit Lines(Language language) : zh_(language == Language::kChinese), language_(language) {}
  bool zh() const { return zh_; }
  Language language() const { return language_; }
  void Add(std::string_view zh, std::string_view en, std::string_view value) {
    text_ += "  ";
    text_ += zh_ ? std::string(zh) + "：" : std::string(en) + ": ";
    text_ += Printable(value) + "\n";
  }
  void Say(std::string_view zh, std::string_view en) {
    text_.append("  ").append(zh_ ? zh : en).append("\n");
  }
  void Head(const std::string& text) { text_ += Printable(text) + "\n"; }
  std::string Take() { return std::move(text_); }

 private:
  const bool zh_;
  const Language language_;
  std::string text_;
};

std::string_view StandingText(SignerStanding standing, bool zh) {
  switch (standing) {
    case SignerStanding::kKnown:
      return zh ? "信任名单：已登记" : "trust list: known";
    case SignerStanding::kUnknown:
      return zh ? "信任名单：不在名单中" : "trust list: NOT in it";
    case SignerStanding::kNotCompared:
      return zh ? "未对照信任名单" : "not compared with a trust list";
  }
  return "";
}

void AddSignature(Lines& lines, const bundle::SignatureFacts& facts, SignerStanding standing) {
  const bundle::Signer& signer = facts.signer;
  const bool zh = lines.zh();
  std::string line = signer.name + (zh ? "（" : " (") + signer.organisation + (zh ? "）" : ")") +
                     (zh ? "，" : ", ") + RoleText(signer.role, lines.language());
  line += (zh ? "，密钥 " : ", key ") + facts.key_id + (zh ? "，" : ", ") +
          bundle::FormatInstant(signer.signed_at_ms);
  line += (zh ? "；签名有效；" : "; signature valid; ") + std::string(StandingText(standing, zh));
  lines.Add("签名", "Signed by", line);
  if (!signer.refusal.empty()) lines.Add("拒签理由", "Refusal", signer.refusal);
}

std::string VerdictLine(const std::string& score, const std::string& total, const std::string& band,
                        bool zh) {
  return score + " / " + total + (zh ? "，结论 " : ", band ") + (band.empty() ? "—" : band);
}

void AddResult(Lines& lines, const FileReport& report) {
  const bundle::Manifest& manifest = report.payload->manifest();
  if (!report.recomputed) return;
  const evaluation::Evaluation& evaluation = report.recomputed->evaluation;
  for (const model::FigureFinding& finding : evaluation.grading.findings)
    lines.Add("数据核查", "Figures", finding.sentence.In(lines.language()));
  if (!evaluation.grading.points_say_all && !evaluation.grading.schemes.empty()) {
    for (const model::SchemeResult& result : evaluation.grading.schemes)
      lines.Add("复算结果", "Recomputed",
                (result.scheme.empty() ? "" : result.scheme + ": ") + result.outcome.value_or("—") +
                    (lines.zh() ? "（与声明一致）" : " (equals the claim)"));
    return;
  }
  if (!evaluation.points) {
    lines.Say("表单不计分；答案已按表单检查。",
              "The form has no points; the answers were checked against it.");
    return;
  }
  const model::PointsVerdict& verdict = *evaluation.points;
  if (manifest.claimed) {
    lines.Add("声明结果", "Claimed",
              VerdictLine(manifest.claimed->score, manifest.claimed->total, manifest.claimed->band,
                          lines.zh()));
  }
  lines.Add("复算结果", "Recomputed",
            VerdictLine(verdict.DisplayScore(), verdict.total.ToString(), verdict.band.value_or(""),
                        lines.zh()) +
                (lines.zh() ? "（与声明一致）" : " (equals the claim)"));
}

void AddContent(Lines& lines, const FileReport& report) {
  const bundle::Manifest& manifest = report.payload->manifest();
  const model::Assessment& assessment = manifest.assessment;
  lines.Add("机构", "Institution",
            assessment.institution.name + " " + assessment.institution.credit_code);
  lines.Add("评审", "Assessment",
            std::string(KindText(assessment.kind, lines.language())) + " " + assessment.period +
                " " + assessment.id);
  lines.Add("表单", "Form",
            assessment.form_id + " " + assessment.form_version + " " + assessment.form_sha256);
  if (!report.form_published) {
    lines.Say("注意：该表单不是本程序自带的已发布表单，分值以包内表单为准。",
              "Note: the form is none of this program's own; the points are those of the form in "
              "the bundle.");
  }
  lines.Add("清单 SHA-256", "Manifest SHA-256", report.payload->manifest_sha256());
  lines.Add("内容哈希", "Hashes",
            std::to_string(manifest.entries.size()) +
                (lines.zh() ? " 项，全部一致" : " entries, all equal"));
  for (std::size_t i = 0; i < report.standings.size(); ++i) {
    AddSignature(lines, report.payload->signatures()[i], report.standings[i]);
  }
  AddResult(lines, report);
}

void WriteSignatures(json::Writer& writer, const FileReport& report) {
  writer.Key("signatures").BeginArray();
  for (std::size_t i = 0; i < report.standings.size(); ++i) {
    const bundle::SignatureFacts& facts = report.payload->signatures()[i];
    writer.BeginObject();
    writer.Member("name", facts.signer.name);
    writer.Member("organisation", facts.signer.organisation);
    writer.Member("role", facts.signer.role);
    writer.Member("key_id", facts.key_id);
    writer.Member("algorithm", bundle::CodeOf(facts.algorithm));
    writer.Member("signed_at", bundle::FormatInstant(facts.signer.signed_at_ms));
    const SignerStanding standing = report.standings[i];
    writer.Member("trust", standing == SignerStanding::kKnown     ? "known"
                           : standing == SignerStanding::kUnknown ? "unknown"
                                                                  : "not_compared");
    writer.EndObject();
  }
  writer.EndArray();
}

void WriteClaim(json::Writer& writer, const bundle::Manifest& manifest) {
  writer.Key("claimed");
  if (!manifest.claimed_result.empty()) {
    json::EmbedJson(writer, manifest.claimed_result);
    return;
  }
  if (!manifest.claimed) {
    writer.Null();
    return;
  }
  writer.BeginObject();
  writer.Member("earned", manifest.claimed->earned);
  writer.Member("attainable", manifest.claimed->attainable);
  writer.Member("total", manifest.claimed->total);
  writer.Member("score", manifest.claimed->score);
  writer.Member("band", manifest.claimed->band);
  writer.EndObject();
}

}  // namespace

std::string ReportText(const FileReport& report, Language language) {
  Lines lines(language);
  lines.Head(report.path);
  lines.Add("文件 SHA-256", "File SHA-256", report.file_sha256);
  if (report.payload) AddContent(lines, report);
  if (report.refusal) {
    lines.Add(
        "不予接受", "Refused",
        std::string(CodeName(report.refusal->code)) + " " + Sentence(*report.refusal, language));
  } else if (report.HasUnknownSigner()) {
    lines.Say(
        "结论：内容完整、签名有效、结果一致，但签名人不在信任名单中。",
        "Verdict: intact, validly signed, result equal, but a signer is not in the trust list.");
  } else {
    lines.Say("结论：内容完整、签名有效、结果一致。",
              "Verdict: intact, validly signed, result equal.");
  }
  return lines.Take();
}

std::string ReportJson(const FileReport& report) {
  json::Writer writer;
  writer.BeginObject();
  writer.Member("file", Printable(report.path));
  writer.Member("file_sha256", report.file_sha256);
  writer.Member("verdict", report.refusal              ? "refused"
                           : report.HasUnknownSigner() ? "unknown_signer"
                                                       : "good");
  writer.Key("error");
  if (report.refusal) {
    writer.BeginObject();
    writer.Member("code", CodeName(report.refusal->code));
    writer.Member("sentence_zh", Printable(Sentence(*report.refusal, Language::kChinese)));
    writer.Member("sentence_en", Printable(Sentence(*report.refusal, Language::kEnglish)));
    writer.EndObject();
  } else {
    writer.Null();
  }
  if (report.payload) {
    const bundle::Manifest& manifest = report.payload->manifest();
    writer.Member("manifest_sha256", report.payload->manifest_sha256());
    writer.Member("institution", manifest.assessment.institution.name);
    writer.Member("credit_code", manifest.assessment.institution.credit_code);
    writer.Member("kind", model::CodeOf(manifest.assessment.kind));
    writer.Member("form_id", manifest.assessment.form_id);
    writer.Member("form_version", manifest.assessment.form_version);
    writer.Key("form_published").Boolean(report.form_published);
    WriteSignatures(writer, report);
    WriteClaim(writer, manifest);
  }
  if (report.recomputed) {
    writer.Key("recomputed");
    json::EmbedJson(writer, ResultJson(*report.recomputed->form, report.recomputed->evaluation));
  }
  writer.EndObject();
  return writer.Take();
}

}  // namespace pingshen::commission
