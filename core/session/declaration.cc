#include "core/session/declaration.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/bundle/crypto.h"
#include "core/json/json.h"

namespace pingshen::session {
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

std::string BandLabel(const model::PointsScheme& scheme, const std::string& code) {
  for (const model::Band& band : scheme.bands)
    if (band.code == code) return band.label.In(Language::kChinese);
  return code;
}

std::string VetoLabels(const model::PointsScheme& scheme, const std::vector<std::string>& codes) {
  std::string labels;
  for (const model::Veto& veto : scheme.vetoes) {
    if (std::find(codes.begin(), codes.end(), veto.code) == codes.end()) continue;
    if (!labels.empty()) labels += "、";
    labels += veto.label.In(Language::kChinese);
  }
  return labels;
}

std::string ResultInWords(const model::Form& form, const Evaluation& evaluation) {
  const auto* scheme = std::get_if<model::PointsScheme>(&form.scheme);
  if (scheme == nullptr || !evaluation.points) return "本表不计分";
  const model::PointsVerdict& verdict = *evaluation.points;
  std::string words = "实得 " + verdict.earned.ToString() + " 分，应得 " +
                      verdict.attainable.ToString() + " 分，折合 " + verdict.DisplayScore() +
                      " 分（满分 " + verdict.total.ToString() + " 分）";
  words += verdict.vetoes.empty() ? "，无一票否决情形"
                                  : "，一票否决：" + VetoLabels(*scheme, verdict.vetoes);
  words += verdict.band ? "，结果为“" + BandLabel(*scheme, *verdict.band) + "”"
                        : "，没有可计分的条目，不定等次";
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
  manifest.scheme = evaluation.points ? kSchemePoints : kSchemeNone;
  manifest.claimed.reset();
  if (evaluation.points) manifest.claimed = ClaimedOf(*evaluation.points);
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

Result<std::string> PublicKeyJson(const store::KeyRow& key) {
  PINGSHEN_TRY(const bundle::Algorithm algorithm, bundle::AlgorithmOf(key.public_key));
  json::Writer writer;
  writer.BeginObject()
      .Member("type", "pingshen-public-key")
      .Member("key_id", key.key_id)
      .Member("algorithm", bundle::CodeOf(algorithm))
      .Member("public_key", bundle::EncodeBase64(key.public_key))
      .Member("holder", key.holder)
      .Member("organisation", key.organisation)
      .EndObject();
  return writer.Take();
}

}  // namespace pingshen::session
