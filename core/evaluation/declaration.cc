#include "core/evaluation/declaration.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/evaluation/result_json.h"

namespace pingshen::evaluation {
namespace {

std::string_view KindInWords(model::AssessmentKind kind) {
  switch (kind) {
    case model::AssessmentKind::kSelf:
      return "自评";
    case model::AssessmentKind::kOnsite:
      return "现场评审";
    case model::AssessmentKind::kRereview:
      return "复评";
    case model::AssessmentKind::kSpotcheck:
      return "抽查";
  }
  return "";
}

std::string OutcomeLabel(const model::Scheme& scheme, const std::string& code) {
  const model::Outcome* outcome = model::FindOutcome(scheme, code);
  return outcome == nullptr ? code : outcome->label.In(Language::kChinese);
}

std::string VetoLabels(const model::Scheme& scheme, const std::vector<std::string>& codes) {
  std::string labels;
  for (const model::Veto& veto : model::VetoesOf(scheme)) {
    if (std::find(codes.begin(), codes.end(), veto.code) == codes.end()) continue;
    if (!labels.empty()) labels += "、";
    labels += veto.label.In(Language::kChinese);
  }
  return labels;
}

std::string PointsInWords(const model::PointsVerdict& verdict) {
  std::string words =
      "实得 " + verdict.earned.ToString() + " 分，应得 " + verdict.attainable.ToString() + " 分，";
  if (!verdict.bonus.IsZero()) words += "加分 " + verdict.bonus.ToString() + " 分，";
  return words + "折合 " + verdict.DisplayScore() + " 分（满分 " + verdict.total.ToString() +
         " 分）";
}

std::string LadderInWords(const model::LadderTable& table) {
  const auto share = [&](const model::MarkCounts& column, model::Mark mark) {
    return std::to_string(column.AtLeast(mark)) + "/" + std::to_string(column.Applicable()) + "（" +
           column.Share(mark).Display() + "%）";
  };
  std::string words;
  for (const model::Mark mark : {model::Mark::kC, model::Mark::kB, model::Mark::kA}) {
    words += words.empty() ? "" : "，";
    words += std::string(model::MarkName(mark)) + " 及以上 " + share(table.all, mark);
  }
  for (const model::Mark mark : {model::Mark::kC, model::Mark::kB, model::Mark::kA})
    words += "，核心 " + std::string(model::MarkName(mark)) + " 及以上 " + share(table.core, mark);
  return words;
}

std::string SchemeInWords(const model::Scheme& scheme, const model::SchemeResult& result) {
  std::string words;
  if (result.points) words = PointsInWords(*result.points);
  if (result.ladder) words = LadderInWords(*result.ladder);
  if (!result.parts.empty() || !result.stages.empty() || !result.ratios.empty())
    words = result.composite.numerator.ToString() + "/" + result.composite.denominator.ToString() +
            "（" + result.composite.Display() + "%）";
  if (result.points || !model::VetoesOf(scheme).empty())
    words += result.vetoes.empty() ? "，无一票否决情形"
                                   : "，一票否决：" + VetoLabels(scheme, result.vetoes);
  if (result.outcome) return words + "，结果为“" + OutcomeLabel(scheme, *result.outcome) + "”";
  return words +
         (model::OutcomesOf(scheme).empty() ? "，不定等次" : "，没有可计分的条目，不定等次");
}

std::string ResultInWords(const model::Form& form, const Evaluation& evaluation) {
  const std::vector<model::SchemeResult>& results = evaluation.grading.schemes;
  if (results.empty()) return "本表不计分";
  if (form.schemes.empty()) return SchemeInWords(form.scheme, results.front());
  std::string words;
  for (std::size_t i = 0; i < form.schemes.size() && i < results.size(); ++i)
    words += (i == 0 ? "" : "；") + form.schemes[i].label.In(Language::kChinese) + "：" +
             SchemeInWords(form.schemes[i].scheme, results[i]);
  return words;
}

bool IsUnfitForFileName(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) ||
         std::u32string_view(U"\\/:*?\"<>|").find(c) != std::u32string_view::npos ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || c == 0xFFFD;
}

}  // namespace

bundle::ClaimedPoints ClaimedOf(const model::PointsVerdict& verdict) {
  bundle::ClaimedPoints claimed;
  claimed.earned = verdict.earned.ToString();
  claimed.attainable = verdict.attainable.ToString();
  claimed.total = verdict.total.ToString();
  claimed.score = verdict.DisplayScore();
  claimed.band = verdict.band.value_or("");
  claimed.vetoes = verdict.vetoes;
  return claimed;
}

void SetClaim(const Evaluation& evaluation, bundle::Manifest& manifest) {
  const model::GradingResult& grading = evaluation.grading;
  manifest.claimed.reset();
  manifest.claimed_result.clear();
  if (evaluation.points && grading.points_say_all) {
    manifest.scheme = kSchemePoints;
    manifest.claimed = ClaimedOf(*evaluation.points);
  } else if (!grading.schemes.empty() || !grading.findings.empty()) {
    manifest.scheme = kSchemeGraded;
    manifest.claimed_result = GradingJson(grading);
  } else {
    manifest.scheme = kSchemeNone;
  }
}

std::string MeaningOf(const model::Assessment& assessment, const model::Form& form,
                      const Evaluation& evaluation, std::string_view signer,
                      std::string_view organisation) {
  std::string who(signer);
  if (!organisation.empty()) who += "（" + std::string(organisation) + "）";
  std::string whom = assessment.institution.name;
  if (!assessment.institution.credit_code.empty())
    whom += "（统一社会信用代码 " + assessment.institution.credit_code + "）";
  std::string period = assessment.period.empty() ? "" : "，评审周期 " + assessment.period;
  return "本人 " + who + " 声明：对 " + whom + " 依据《" + form.title.In(Language::kChinese) +
         "》（版本 " + form.version + "）所作的" + std::string(KindInWords(assessment.kind)) +
         period + "，全部答案真实完整，" + ResultInWords(form, evaluation) + "。";
}

std::string FileNamePart(std::string_view text, std::size_t max_bytes) {
  std::string out;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = NextCodePoint(text, offset);
    std::string character;
    AppendUtf8(character, IsUnfitForFileName(c) ? U'_' : c);
    if (out.size() + character.size() > max_bytes) break;
    out += character;
  }
  // A name that begins with a dot is hidden, one that ends with a dot or blank is refused by some
  // systems.
  const auto trim = [](char c) { return c == '.' || c == ' '; };
  while (!out.empty() && trim(out.back())) out.pop_back();
  while (!out.empty() && trim(out.front())) out.erase(out.begin());
  return out;
}

std::string BundleFileName(const model::Form& form, const model::Assessment& assessment,
                           std::string_view date, std::string_view manifest_sha256) {
  constexpr std::size_t kPartBytes = 80;
  constexpr std::size_t kDigestDigits = 8;
  return FileNamePart(form.title.In(Language::kChinese), kPartBytes) + "_" +
         FileNamePart(assessment.institution.name, kPartBytes) + "_" + std::string(date) + "_" +
         std::string(manifest_sha256.substr(0, kDigestDigits)) + ".psbundle";
}

}  // namespace pingshen::evaluation
