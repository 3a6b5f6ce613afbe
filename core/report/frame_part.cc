#include "core/report/frame_part.h"

#include "core/model/rich_text.h"
#include "core/report/pen.h"
#include "core/words/code_words.h"

namespace pingshen::report {
namespace {

constexpr words::Phrase kInstitution{"机构名称", "Institution"};
constexpr words::Phrase kCreditCode{"统一社会信用代码", "Unified social credit code"};
constexpr words::Phrase kRegion{"行政区划代码", "Region code"};
constexpr words::Phrase kKind{"评审类型", "Kind"};
constexpr words::Phrase kPeriod{"评审周期", "Period"};
constexpr words::Phrase kAssessor{"评审员", "Assessor"};
constexpr words::Phrase kBegun{"开始时间", "Begun"};
constexpr words::Phrase kSealed{"签署时间", "Signed"};
constexpr words::Phrase kPrinted{"打印时间", "Printed"};
constexpr words::Phrase kDate{"评审日期", "Date"};
constexpr words::Phrase kPrevious{"前一评审包", "Answers the bundle"};
constexpr words::Phrase kDraftNotice{
    "草稿：答案尚未签名，内容和结果都可能改变，不作为评审结论。",
    "Draft: the answers are not signed; they and the result may still change. This is no verdict."};
constexpr words::Phrase kBlankNotice{
    "空白表：请用签字笔填写，选项在□内打√；改动处由填写人签名。",
    "Blank form: fill in with ink, tick the boxes, initial every change."};
constexpr words::Phrase kSealedNotice{
    "本文件由评审包生成。打印前已核对：内容完整、签名有效、结果与按原始答案复算的一致。以评审包为准"
    "。",
    "Made from a bundle that was verified first: intact, validly signed, and its result is what "
    "its "
    "answers give. The bundle itself is what counts."};
constexpr words::Phrase kSources{"依据与出处", "Sources"};
constexpr words::Phrase kDocument{"文件", "Document"};
constexpr words::Phrase kConfidence{"可信度", "Confidence"};
constexpr words::Phrase kConfidences[] = {{"待确认", "to be confirmed"},
                                          {"单一来源", "one source"},
                                          {"两处来源印证", "two sources"},
                                          {"本表解读", "our reading"}};
constexpr words::Phrase kSignatures{"电子签名", "Signatures"};
constexpr words::Phrase kSigner{"签名人", "Signer"};
constexpr words::Phrase kRole{"身份", "Role"};
constexpr words::Phrase kTime{"时间", "Time"};
constexpr words::Phrase kKey{"密钥编号", "Key"};
constexpr words::Phrase kMeaning{"声明", "Declaration"};
constexpr words::Phrase kByHand{"签署", "Signed by hand"};
constexpr words::Phrase kSign{"签名", "Signature"};
constexpr words::Phrase kDay{"日期", "Date"};
constexpr words::Phrase kDayLine{"　　　年　　月　　日", "____ - __ - __"};
constexpr words::Phrase kHands[] = {{"评审员", "Assessor"},
                                    {"评审组长", "Team leader"},
                                    {"被评机构负责人（盖章）", "Head of the institution (seal)"}};
constexpr words::Phrase kOrigin{"文件信息", "Origin"};
constexpr words::Phrase kForm{"表单", "Form"};
constexpr words::Phrase kFormText{"{}，版本 {}", "{}, version {}"};
constexpr words::Phrase kFormDigest{"表单 SHA-256", "SHA-256 of the form"};
constexpr words::Phrase kAssessment{"评审编号", "Assessment"};
constexpr words::Phrase kBundle{"评审包编号", "Bundle"};
constexpr words::Phrase kBundleDigest{"清单 SHA-256", "SHA-256 of the manifest"};

void Pair(Pen& pen, std::string_view name, std::string_view value) {
  pen.html.Element("th", name).Open("td");
  pen.Answer(value);
  pen.html.Close("td");
}

struct Field {
  std::string_view name;
  std::string value;
};

// Two facts beside each other in each row.
void DrawPairs(Pen& pen, const std::vector<Field>& fields) {
  pen.html.Open("table", {{"class", "facts pairs"}}).Open("tbody");
  for (std::size_t i = 0; i < fields.size(); i += 2) {
    pen.html.Open("tr");
    Pair(pen, fields[i].name, fields[i].value);
    if (i + 1 < fields.size()) {
      Pair(pen, fields[i + 1].name, fields[i + 1].value);
    } else {
      pen.html.Element("th", "").Element("td", "");
    }
    pen.html.Close("tr");
  }
  pen.html.Close("tbody").Close("table");
}

std::string OrDash(const std::string& text) { return text.empty() ? "—" : text; }

}  // namespace

void DrawHead(Pen& pen) {
  const Report& report = pen.report();
  const model::Assessment& assessment = report.assessment;
  const Language language = pen.language();
  pen.html.Open("h1");
  pen.Rich(report.form->title);
  pen.html.Close("h1");
  const bool blank = pen.blank();
  if (blank && !report.form->description.empty()) {
    pen.html.Open("div", {{"class", "small lead"}});
    pen.Rich(report.form->description);
    pen.html.Close("div");
  }
  std::vector<Field> fields{
      {pen.Say(kInstitution), blank ? "" : OrDash(assessment.institution.name)},
      {pen.Say(kCreditCode), blank ? "" : OrDash(assessment.institution.credit_code)},
      {pen.Say(kRegion), blank ? "" : OrDash(assessment.institution.region_code)},
      {pen.Say(kKind),
       blank ? std::string(pen.Say(words::Phrase{"□ 自评　□ 现场评审\n□ 复评　□ 抽查",
                                                 "□ self □ on-site □ re-review □ spot"}))
             : std::string(words::KindText(assessment.kind, language))},
      {pen.Say(kPeriod), blank ? "" : OrDash(assessment.period)},
      {pen.Say(kAssessor), blank ? "" : OrDash(assessment.assessor)}};
  if (blank) {
    fields.push_back({pen.Say(kDate), ""});
  } else {
    fields.push_back({pen.Say(kBegun), words::InstantText(assessment.created_at_ms, language)});
    fields.push_back(
        report.seal
            ? Field{pen.Say(kSealed), words::InstantText(report.seal->created_at_ms, language)}
            : Field{pen.Say(kPrinted), words::InstantText(report.printed_at_ms, language)});
  }
  DrawPairs(pen, fields);
  const words::Phrase& notice = report.purpose == Purpose::kDraft    ? kDraftNotice
                                : report.purpose == Purpose::kSealed ? kSealedNotice
                                                                     : kBlankNotice;
  pen.Answer(pen.Say(notice), report.purpose == Purpose::kDraft ? "notice open" : "notice");
  if (report.seal && !report.seal->caution.empty()) pen.Answer(report.seal->caution, "notice open");
}

void DrawSources(Pen& pen) {
  if (pen.sources().empty()) return;
  pen.html.Element("h2", pen.Say(kSources));
  pen.html.Open("table", {{"class", "figures sources"}}).Open("thead").Open("tr");
  pen.html.Element("th", "").Element("th", pen.Say(kDocument)).Element("th", pen.Say(kConfidence));
  pen.html.Close("tr").Close("thead").Open("tbody");
  for (std::size_t i = 0; i < pen.sources().size(); ++i) {
    const model::Source& source = *pen.sources()[i];
    pen.html.Open("tr").Element("td", "〔" + std::to_string(i + 1) + "〕");
    pen.html.Open("td");
    pen.Answer(pen.Say(source.document));
    if (!source.note.empty()) pen.Answer(pen.Say(source.note), "small");
    pen.html.Close("td");
    pen.html.Element("td", pen.Say(kConfidences[static_cast<std::size_t>(source.confidence)]));
    pen.html.Close("tr");
  }
  pen.html.Close("tbody").Close("table");
}

void DrawSignatures(Pen& pen) {
  const Report& report = pen.report();
  if (report.purpose == Purpose::kDraft) return;
  if (report.seal) {
    pen.html.Element("h2", pen.Say(kSignatures));
    pen.html.Open("table", {{"class", "figures signatures"}}).Open("thead").Open("tr");
    for (const words::Phrase& head : {kSigner, kRole, kTime, kKey, kMeaning})
      pen.html.Element("th", pen.Say(head));
    pen.html.Close("tr").Close("thead").Open("tbody");
    for (const Signature& each : report.seal->signatures) {
      pen.html.Open("tr").Open("td");
      pen.Answer(each.name);
      pen.Answer(each.organisation, "small");
      pen.html.Close("td").Element("td", words::RoleText(each.role, pen.language()));
      pen.html.Element("td", words::InstantText(each.signed_at_ms, pen.language()));
      pen.html.Open("td");
      pen.Answer(each.key_id);
      pen.Answer(each.algorithm, "small");
      if (!each.standing.empty()) pen.Answer(each.standing, "small");
      pen.html.Close("td").Open("td");
      pen.Answer(each.meaning, "small");
      pen.html.Close("td").Close("tr");
    }
    pen.html.Close("tbody").Close("table");
  }
  pen.html.Element("h2", pen.Say(kByHand));
  pen.html.Open("table", {{"class", "figures hands"}}).Open("thead").Open("tr");
  pen.html.Element("th", "").Element("th", pen.Say(kSign)).Element("th", pen.Say(kDay));
  pen.html.Close("tr").Close("thead").Open("tbody");
  for (const words::Phrase& hand : kHands) {
    pen.html.Open("tr").Element("td", pen.Say(hand)).Element("td", "");
    pen.html.Element("td", pen.Say(kDayLine)).Close("tr");
  }
  pen.html.Close("tbody").Close("table");
}

void DrawOrigin(Pen& pen) {
  const Report& report = pen.report();
  const model::Form& form = *report.form;
  pen.html.Element("h2", pen.Say(kOrigin));
  pen.html.Open("table", {{"class", "facts origin"}}).Open("tbody");
  pen.Fact(pen.Say(kForm), pen.Say(kFormText, {form.id, form.version}));
  pen.Fact(pen.Say(kFormDigest), form.sha256);
  if (!pen.blank()) pen.Fact(pen.Say(kAssessment), report.assessment.id);
  if (report.seal) {
    pen.Fact(pen.Say(kBundle), report.seal->bundle_id);
    pen.Fact(pen.Say(kBundleDigest), report.seal->manifest_sha256);
    if (!report.assessment.previous.empty())
      pen.Fact(pen.Say(kPrevious), report.assessment.previous);
  }
  if (report.printed_at_ms > 0)
    pen.Fact(pen.Say(kPrinted), words::InstantText(report.printed_at_ms, pen.language()));
  pen.html.Close("tbody").Close("table");
}

}  // namespace pingshen::report
