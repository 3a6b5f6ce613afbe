#include "commission/pages/desk_list_page.h"

#include "commission/pages/desk_frame.h"
#include "commission/system/time_text.h"
#include "core/words/answer_words.h"

namespace pingshen::commission {
namespace {

using words::KindText;
using words::RoleText;

constexpr Language kListLanguage = Language::kChinese;

void DrawTrust(HtmlWriter& html, const ListPage& page) {
  if (!page.trust_problem.empty()) {
    html.Element("p", "信任名单不可用，暂不受理任何评审包：" + page.trust_problem,
                 {{"class", "notice bad"}});
  } else if (!page.has_root) {
    html.Open("p", {{"class", "notice"}}).Text("委员会尚无根密钥，所有评审包都会被拒收。请先运行 ");
    html.Element("code", "pingshen keygen --out 数据目录").Text("，再用 ");
    html.Element("code", "pingshen trust add --data 数据目录 公钥.json")
        .Text(" 登记评审员的公钥。")
        .Close("p");
  } else if (page.trusted_keys == 0) {
    html.Open("p", {{"class", "notice"}}).Text("信任名单为空，所有评审包都会被拒收。请用 ");
    html.Element("code", "pingshen trust add --data 数据目录 公钥.json")
        .Text(" 登记评审员的公钥。")
        .Close("p");
  } else {
    html.Element("p",
                 "信任名单第 " + std::to_string(page.trust_serial) + " 版，登记密钥 " +
                     std::to_string(page.trusted_keys) + " 个。",
                 {{"class", "quiet"}});
  }
}

void DrawRow(HtmlWriter& html, const ListedReception& row) {
  const Reception& reception = row.reception;
  const model::Institution& institution = reception.assessment.institution;
  html.Open("tr");
  html.Element("td", std::to_string(reception.intake_number), {{"class", "number"}});
  html.Open("td").Element("a", institution.name.empty() ? "（未填写机构）" : institution.name,
                          {{"href", "/desk/bundles/" + reception.manifest_sha256}});
  if (!institution.credit_code.empty())
    html.Open("br").Element("span", institution.credit_code, {{"class", "quiet"}});
  html.Close("td");
  html.Element("td", KindText(reception.assessment.kind, kListLanguage));
  html.Open("td").Text(reception.form_title.In(kListLanguage)).Open("br");
  html.Element("span", "版本 " + reception.assessment.form_version, {{"class", "quiet"}})
      .Close("td");
  html.Element("td", reception.assessment.period);
  html.Element("td", reception.score.empty() ? "—" : reception.score, {{"class", "number"}});
  html.Open("td");
  BandChip(html,
           reception.band_label.empty() ? reception.band : reception.band_label.In(kListLanguage),
           reception.tone);
  html.Close("td").Open("td");
  for (std::size_t i = 0; i < row.signatures.size(); ++i) {
    if (i > 0) html.Open("br");
    html.Text(row.signatures[i].name + "（" + RoleText(row.signatures[i].role, kListLanguage) +
              "）");
  }
  html.Close("td");
  html.Element("td", LocalText(reception.received_at_ms)).Close("tr");
}

}  // namespace

HttpResponse DrawListPage(const ListPage& page) {
  HtmlWriter html;
  OpenPage(html, "已受理的评审包");
  html.Element("h1", "已受理的评审包");
  DrawTrust(html, page);
  html.Open("section", {{"class", "card wide"}});
  if (page.rows.empty()) {
    html.Element("p", "还没有收到评审包。在评审应用中签名导出后，把文件上传到本服务器即可受理。",
                 {{"class", "quiet"}});
  } else {
    html.Open("table", {{"class", "register"}})
        .Open("thead")
        .Open("tr")
        .Element("th", "受理号", {{"class", "number"}});
    for (const std::string_view head : {"机构", "类型", "表单", "周期"}) html.Element("th", head);
    html.Element("th", "得分", {{"class", "number"}});
    for (const std::string_view head : {"结论", "签名", "受理时间（北京时间）"})
      html.Element("th", head);
    html.Close("tr").Close("thead").Open("tbody");
    for (const ListedReception& row : page.rows) DrawRow(html, row);
    html.Close("tbody").Close("table");
  }
  html.Close("section");
  if (page.next_before) {
    html.Open("p")
        .Element("a", "更早的记录", {{"href", "/desk?before=" + std::to_string(*page.next_before)}})
        .Close("p");
  }
  ClosePage(html);
  return PageResponse(html.Take());
}

}  // namespace pingshen::commission
