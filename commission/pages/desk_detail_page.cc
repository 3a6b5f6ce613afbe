#include "commission/pages/desk_detail_page.h"

#include <algorithm>
#include <variant>

#include "commission/pages/desk_answers.h"
#include "commission/pages/desk_frame.h"
#include "commission/system/time_text.h"
#include "core/json/json.h"
#include "core/words/answer_words.h"

namespace pingshen::commission {
namespace {

using words::KindText;
using words::RoleText;

constexpr Language kDetailLanguage = Language::kChinese;

void Fact(HtmlWriter& html, std::string_view name, std::string_view value) {
  if (!value.empty()) html.Element("dt", name).Element("dd", value);
}

void Figure(HtmlWriter& html, std::string_view name, std::string_view value) {
  html.Open("div").Element("span", name).Element("b", value).Close("div");
}

void DrawResult(HtmlWriter& html, const DetailPage& page) {
  const Reception& reception = page.reception;
  html.Open("section", {{"class", "card"}})
      .Element("h2", "复算结果")
      .Open("div", {{"class", "figures"}});
  if (!reception.score.empty())
    Figure(html, "得分（满分 " + reception.total + "）", reception.score);
  if (page.recomputed && page.recomputed->evaluation.points) {
    const model::PointsVerdict& verdict = *page.recomputed->evaluation.points;
    Figure(html, "实得 / 应得", verdict.earned.ToString() + " / " + verdict.attainable.ToString());
    Figure(html, "一票否决", std::to_string(verdict.vetoes.size()) + " 项");
  }
  if (page.recomputed) {
    for (const model::SchemeResult& result : page.recomputed->evaluation.grading.schemes) {
      if (!result.ladder) continue;
      for (const model::Mark mark : {model::Mark::kC, model::Mark::kB, model::Mark::kA}) {
        const auto share = [&](const model::MarkCounts& marks) {
          return std::to_string(marks.AtLeast(mark)) + " / " + std::to_string(marks.Applicable()) +
                 "（" + marks.Share(mark).Display() + "%）";
        };
        const std::string name = std::string(model::MarkName(mark)) + " 及以上";
        Figure(html, name, share(result.ladder->all));
        Figure(html, "★ " + name, share(result.ladder->core));
      }
    }
  }
  if (!reception.band.empty()) {
    html.Open("div").Element("span", "结论").Open("b");
    BandChip(
        html,
        reception.band_label.empty() ? reception.band : reception.band_label.In(kDetailLanguage),
        reception.tone);
    html.Close("b").Close("div");
  }
  html.Close("div");
  html.Element("p", "分数由受理台按原始答案和表单重新计算，与提交方声明一致后才予受理。",
               {{"class", "quiet"}});
  html.Close("section");
}

void DrawWarnings(HtmlWriter& html, const DetailPage& page) {
  if (page.problem) {
    html.Element("p",
                 "存档文件现在无法通过验证：" + Sentence(*page.problem, kDetailLanguage) + "（" +
                     std::string(CodeName(page.problem->code)) + "）",
                 {{"class", "notice bad"}});
  }
  const auto warnings = json::Parse(page.reception.warnings_json);
  if (!warnings) return;
  for (const json::Value& warning : warnings->items) {
    if (const json::Value* sentence = warning.Find("sentence_zh"))
      html.Element("p", sentence->text, {{"class", "notice"}});
  }
}

// In any of the form's schemes; nullptr when there is none.
const model::Veto* FindVeto(const forms::LoadedForm& form, const std::string& code) {
  const auto find = [&](const model::Scheme& scheme) -> const model::Veto* {
    for (const model::Veto& veto : model::VetoesOf(scheme))
      if (veto.code == code) return &veto;
    return nullptr;
  };
  if (const model::Veto* veto = find(form.form.scheme)) return veto;
  for (const model::SectionScheme& scheme : form.form.schemes)
    if (const model::Veto* veto = find(scheme.scheme)) return veto;
  return nullptr;
}

void DrawFindings(HtmlWriter& html, const evaluation::Recomputed& recomputed) {
  const evaluation::Evaluation& evaluation = recomputed.evaluation;
  const std::vector<const model::Finding*> findings = evaluation.Findings();
  std::vector<std::string> vetoes;
  for (const model::SchemeResult& result : evaluation.grading.schemes)
    vetoes.insert(vetoes.end(), result.vetoes.begin(), result.vetoes.end());
  const std::vector<model::FigureFinding>& figures = evaluation.grading.findings;
  if (findings.empty() && vetoes.empty() && figures.empty()) return;
  html.Open("section", {{"class", "card"}})
      .Element("h2", "需要注意")
      .Open("ul", {{"class", "plain"}});
  for (const std::string& code : vetoes) {
    const model::Veto* veto = FindVeto(*recomputed.form, code);
    html.Open("li").Element("span", "一票否决", {{"class", "chip bad"}}).Text(" " + code + " ");
    html.Text(veto != nullptr ? veto->label.In(kDetailLanguage) : "").Close("li");
  }
  for (const model::Finding* each : findings) {
    const model::Finding& finding = *each;
    if (finding.kind == model::FindingKind::kVeto) continue;
    html.Element("li", finding.path.ToString() + " " + finding.sentence.In(kDetailLanguage));
  }
  for (const model::FigureFinding& finding : figures) {
    html.Open("li").Element("span", finding.note ? "数据说明" : "数据核查", {{"class", "chip"}});
    html.Text(" " + finding.path.ToString() + " " + finding.sentence.In(kDetailLanguage))
        .Close("li");
  }
  html.Close("ul").Close("section");
}

void DrawFacts(HtmlWriter& html, const DetailPage& page) {
  const Reception& reception = page.reception;
  const model::Assessment& assessment = reception.assessment;
  html.Open("section", {{"class", "card"}})
      .Element("h2", "基本信息")
      .Open("dl", {{"class", "facts"}});
  Fact(html, "受理号", std::to_string(reception.intake_number));
  Fact(html, "受理时间", LocalText(reception.received_at_ms));
  Fact(html, "机构", assessment.institution.name);
  Fact(html, "统一社会信用代码", assessment.institution.credit_code);
  Fact(html, "行政区划", assessment.institution.region_code);
  Fact(html, "评审类型", KindText(assessment.kind, kDetailLanguage));
  Fact(html, "周期", assessment.period);
  Fact(html, "评审员", assessment.assessor);
  Fact(html, "表单",
       reception.form_title.In(kDetailLanguage) + "（" + assessment.form_id + " " +
           assessment.form_version + "）");
  Fact(html, "生成时间", LocalText(reception.created_at_ms));
  Fact(html, "清单摘要（SHA-256）", reception.manifest_sha256);
  Fact(html, "表单摘要（SHA-256）", assessment.form_sha256);
  Fact(html, "前一份评审包", assessment.previous);
  Fact(html, "受理时的信任名单", "第 " + std::to_string(reception.trust_serial) + " 版");
  html.Close("dl");
  html.Open("p").Element(
      "a", "下载评审包",
      {{"class", "button"}, {"href", "/api/bundles/" + reception.manifest_sha256 + ".psbundle"}});
  html.Close("p").Close("section");
}

std::string_view TrustText(const DetailPage& page, const ReceivedSignature& signature) {
  if (page.trust == nullptr) return "名单不可用";
  const bundle::TrustedKey* key = page.trust->list.Find(signature.key_id);
  if (key == nullptr) return "不在名单";
  return key->revoked_at_ms ? "已吊销" : "已登记";
}

void DrawSignatures(HtmlWriter& html, const DetailPage& page) {
  if (page.files.empty()) return;
  html.Open("section", {{"class", "card wide"}})
      .Element("h2", "签名")
      .Open("table")
      .Open("thead")
      .Open("tr");
  for (const std::string_view head : {"签名人", "单位", "身份", "签名时间", "密钥编号", "信任名单"})
    html.Element("th", head);
  html.Close("tr").Close("thead").Open("tbody");
  for (const ReceivedSignature& signature : page.files.front().signatures) {
    html.Open("tr").Element("td", signature.name).Element("td", signature.organisation);
    html.Element("td", RoleText(signature.role, kDetailLanguage));
    html.Element("td", LocalText(signature.signed_at_ms));
    html.Open("td").Element("code", signature.key_id).Close("td");
    html.Element("td", TrustText(page, signature)).Close("tr");
  }
  html.Close("tbody").Close("table");
  if (page.files.size() > 1) {
    html.Element("p",
                 "同一份评审内容共收到 " + std::to_string(page.files.size()) +
                     " 个文件（签名不同），均已保留。",
                 {{"class", "quiet"}});
  }
  html.Close("section");
}

}  // namespace

HttpResponse DrawDetailPage(const DetailPage& page) {
  HtmlWriter html;
  const std::string& name = page.reception.assessment.institution.name;
  const std::string title =
      name.empty() ? "受理号 " + std::to_string(page.reception.intake_number) : name;
  OpenPage(html, title);
  html.Element("h1", title);
  html.Element("p", page.reception.form_title.In(kDetailLanguage), {{"class", "quiet"}});
  DrawWarnings(html, page);
  DrawResult(html, page);
  if (page.recomputed) DrawFindings(html, *page.recomputed);
  DrawSignatures(html, page);
  if (page.recomputed)
    DrawAnswers(html, page.recomputed->evaluation, page.recomputed->answers,
                page.reception.manifest_sha256);
  DrawFacts(html, page);
  ClosePage(html);
  return PageResponse(html.Take());
}

}  // namespace pingshen::commission
