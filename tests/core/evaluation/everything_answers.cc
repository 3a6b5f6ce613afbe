#include "tests/core/evaluation/everything_answers.h"

#include "core/expression/base64.h"
#include "tests/core/evaluation/sheet_builder.h"

namespace pingshen::evaluation {
namespace {

using model::Value;
using model::ValueKind;

const std::string kPhoto = std::string(63, 'a') + "1.png";
const std::string kPhoto2 = std::string(63, 'a') + "2.png";
const std::string kRules = std::string(63, 'b') + "1.pdf";
const std::string kSound = std::string(63, 'c') + "1.m4a";
const std::string kFilm = std::string(63, 'd') + "1.mp4";
const std::string kDrawing = std::string(63, 'e') + "1.png";

Value Of(ValueKind kind, std::string_view text) { return Value::Make(kind, text).value(); }
Value Files(const std::string& names) { return Of(ValueKind::kAttachments, names); }

// A red square of 2 × 2 pixels.
constexpr std::string_view kPng =
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR42mP8z8AARAwQCgAf7gP9i18U1AAAAABJRU5Erk"
    "Jggg"
    "==";

}  // namespace

AnswerSheet EverythingAnswers() {
  SheetBuilder answers;
  answers.Set("A-01", Choice("yes")).Set("A-02", Count(20));
  answers.Set("E-01", Choice("E")).Set("E-01:basis", Text("永卫函〔2026〕12号，同意不设"));
  answers.Set("E-02:C-1", Choice("yes"))
      .Set("E-02:C-2", Choice("yes"))
      .Set("E-02:B-1", Choice("no"));
  answers.Set("E-02:A-1", Choice("no")).Set("E-02:evidence", Files(kRules));
  answers.Set("R-01:numerator", Count(143)).Set("R-01:denominator", Count(167));
  answers.Set("R-01:reported", Of(ValueKind::kFigure, "85.48"));
  answers.Set("M-01:plan", Date("2026-02-03")).Set("M-01:train", Date("2026-05-20"));
  answers.Set("D-01:contract", Count(1)).Set("D-01:register", Count(3));
  answers.Set("D-01:note", Text("登记本 3 月、5 月、8 月各缺 1 处签名"));
  answers.Set("C-01", Choice("a")).Set("C-02", Choice("t02"));
  answers.Set("C-03", Value::Choices({"t00", "t02", "t18"})).Set("C-04", Choice("4"));
  answers.Set("C-05", Choice("v")).Set("C-06", Value::Choices({"mon", "tue", "wed"}));
  answers.Set("C-07", Value::Ranking({"room", "staff", "money", "device"})).Set("C-08", Count(85));
  answers.Set("C-09", Choice("OK")).Set("C-10", Choice("yes"));
  answers.Set("T-01", Of(ValueKind::kTime, "8:30"));
  answers.Set("T-02", Of(ValueKind::kDateTime, "2026-11-24T08:30:00+08:00"));
  answers.Set("T-03", Text("431125")).Set("T-04", Text("0746-5722000"));
  answers.Set("T-05", Text("6901234567892")).Set("T-06", Text("江永县人民医院"));
  answers.Set("T-06:region", Text("431125")).Set("T-07", Text("王芳"));
  answers.Set("T-07:id_number", Text("11010519491231002X")).Set("T-07:title", Text("乡村医生"));
  answers.Set("T-11", Date("2028-06-30")).Set("T-12", Text("11010519491231002X"));
  answers.Set("T-13", Text("91350100M000100Y43")).Set("T-14", Choice("na"));
  answers.Set("F-01", Files(kPhoto + " " + kPhoto2)).Set("F-02", Files(kRules));
  answers.Set("F-03", Files(kSound)).Set("F-04", Files(kFilm)).Set("F-05", Files(kDrawing));
  answers.Set("F-06", Of(ValueKind::kPosition, "25.2686 111.3439 312.5 8"));
  answers.Set("F-07",
              Of(ValueKind::kPosition, "25.27 111.34 0 0;25.28 111.35 0 0;25.29 111.36 0 0"));
  answers.Set("S-01", Count(4)).Set("S-02", Count(11));
  answers.Set("S-04#1/visits", Count(812)).Set("S-04#2/visits", Count(1043));
  answers.Set("S-04#3/visits", Count(967)).Set("S-04#4/visits", Count(1120));
  answers.Set("S-04#2/home", Count(36)).Set("S-04#2/day", Date("2026-07-02"));
  answers.Add("S-05#1").Set("S-05#1/rec-no", Text("2026-0317")).Set("S-05#1/rec-ok", Choice("yes"));
  answers.Set("S-05#1/rec-writer", Text("李强"));
  answers.Add("S-05#3").Set("S-05#3/rec-no", Text("2026-0522")).Set("S-05#3/rec-ok", Choice("no"));
  answers.Add("S-05#3/rec-faults#1");
  answers.Set("S-05#3/rec-faults#1/fault-text",
              Text("未记录血压，处方无签名。\n<b>补记</b>未注明时间。"));
  answers.Set("S-05#3/rec-faults#1/fault-photo", Files(kPhoto));
  answers.Add("S-05#3/rec-faults#2");
  answers.Set("S-05#3/rec-faults#2/fault-text", Text("知情同意书缺家属签名。"));
  std::string advice;
  for (int i = 1; i <= 24; ++i)
    advice += "（" + std::to_string(i) +
              "）医务科、护理部对照第一章第一条逐项核查执业登记与实际开展的诊疗科目，责任人王芳，于"
              "2026年12月31"
              "日前完成整改并报县卫生健康局备案，复评时逐项核对落实情况。\n";
  answers.Set("N-02", Text(advice));
  return answers.sheet();
}

void AddEverythingFacts(report::Report& report) {
  report.assessment = {
      .id = "01a21037-5bfd-7314-9be9-ad2ed846f756",
      .kind = model::AssessmentKind::kOnsite,
      .form_id = "everything",
      .form_version = "1",
      .form_sha256 = "",
      .institution = {"江永县上江圩镇上江圩村卫生室", "91350100M000100Y43", "431125"},
      .period = "2026",
      .assessor = "张三",
      .created_at_ms = 1'795'276'800'000,
      .previous = ""};
  report.printed_at_ms = 1'795'276'800'000;
  const std::string png = expression::BytesOfBase64(kPng).value_or("");
  const std::pair<std::string, std::string> kNamed[] = {
      {kPhoto, "门诊楼正面.png"}, {kPhoto2, ""},       {kRules, "制度汇编（2026年修订）.pdf"},
      {kSound, "访谈.m4a"},       {kFilm, "洗手.mp4"}, {kDrawing, ""}};
  for (const auto& [name, original] : kNamed)
    report.attachments[name] = {name, "", original, png.size() * 1000, 0};
  report.read_attachment = [png](const std::string&) -> Result<Bytes> {
    const ByteView bytes = AsBytes(png);
    return Bytes(bytes.begin(), bytes.end());
  };
}

}  // namespace pingshen::evaluation
