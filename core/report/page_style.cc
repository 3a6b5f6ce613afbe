#include "core/report/page_style.h"

#include "core/base/utf8.h"
#include "core/model/rich_text.h"
#include "core/report/pen.h"

namespace pingshen::report {
namespace {

// Names that Windows, macOS and Linux have for the faces of official documents.
constexpr std::string_view kFaces = R"(
:root{--song:"SimSun","宋体","Songti SC","STSong","Noto Serif CJK SC","Source Han Serif SC",serif;
--hei:"SimHei","黑体","Heiti SC","STHeiti","Noto Sans CJK SC","Source Han Sans SC",sans-serif;
--fang:"FangSong","仿宋","FangSong_GB2312","STFangsong","Noto Serif CJK SC",serif}
)";

constexpr std::string_view kRules = R"(
*{box-sizing:border-box}
html{background:#fff;color:#000;font:10.5pt/1.5 var(--song);
print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{margin:0;overflow-wrap:anywhere;line-break:strict}
h1,h2,h3,h4,h5,h6{font-family:var(--hei);font-weight:normal;line-height:1.4;break-after:avoid;break-inside:avoid}
h1{font-size:18pt;text-align:center;margin:0 0 6mm}
h2{font-size:14pt;margin:7mm 0 2mm}
h3{font-size:12pt;margin:5mm 0 1.5mm}
h4,h5,h6{font-size:10.5pt;margin:4mm 0 1.5mm}
table{border-collapse:collapse;width:100%;table-layout:fixed;margin:0 0 2mm}
th,td{border:.5pt solid #000;padding:1mm 1.6mm;vertical-align:top;text-align:left;font-weight:normal}
th{font-family:var(--hei);background:#f0f0f0}
thead{display:table-header-group}
tr,.file,.instance-head,.sign-box{break-inside:avoid}
tr.above,tr.group,.instance-head,.caption-head{break-after:avoid}
tr.wide{break-inside:auto}
tr.above>td{border-bottom:0}
tr.wide>td{border-top:0;padding-top:0}
tr.group>td{font-family:var(--hei);background:#f7f7f7}
tr.text>td{font-family:var(--fang)}
tr.total>td{font-family:var(--hei)}
ul{margin:0 0 2mm;padding-left:5mm}
li{break-inside:avoid}
.label,h2,h3,h4,h5,h6{unicode-bidi:plaintext}
.label,.answer,.open,.note,.small,h2,h3,h4,h5,h6{text-align:start}
.answer{white-space:pre-wrap;unicode-bidi:plaintext}
.open{white-space:pre-wrap;unicode-bidi:plaintext;font-family:var(--hei)}
.note{white-space:pre-wrap;unicode-bidi:plaintext;font-family:var(--fang)}
.mark,.verdict{font-family:var(--hei)}
.verdict{font-size:14pt}
.small,.caption{font-size:8.5pt;line-height:1.4;color:#222;unicode-bidi:plaintext}
.digest{font-size:7pt;line-height:1.3;font-family:monospace}
.lead{margin:0 0 1.5mm;break-after:avoid}
.left-out{margin:0 0 2mm}
.notice{border:.5pt solid #000;padding:1.5mm 2.5mm;font-family:var(--fang);margin:0 0 2mm}
.long{text-align:justify}
.caption-head,.instance-head{font-family:var(--hei);margin:1mm 0}
.instance{margin:0 0 2mm}
.number{font-variant-numeric:tabular-nums}
.facts th{width:32mm}
.facts.pairs th{width:29mm}
.items col.code{width:19mm}
.items col.finding{width:39%}
.items col.points{width:17mm}
.items .code{font-size:9pt}
.items .points{text-align:center;white-space:nowrap}
.inner{margin:1mm 0}
.inner col.code{width:14mm}
.inner col.judged{width:40mm}
.grid{font-size:9pt}
.grid.numbered th:first-child{width:14mm}
.box{display:inline-block;max-width:100%;margin-right:2mm}
.value{display:inline-block;max-width:100%;vertical-align:top;unicode-bidi:plaintext}
.marks{font-size:9pt}
.marks th,.marks td{padding:1mm .8mm;text-align:center}
.marks td:first-child,.marks th:first-child{text-align:left;width:27%}
.marks th.share{width:14mm}
.figures .state{width:26mm}
.points-table th:first-child,.demands th:nth-child(2),.ratios th:first-child{width:40%}
.sources td:first-child,.sources th:first-child{width:13mm;white-space:nowrap}
.sources td:last-child,.sources th:last-child{width:30mm}
.signatures{font-size:9pt}
.signatures th:last-child{width:38%}
.hands td{height:14mm;vertical-align:middle}
.origin td{font-size:9pt}
.origin,.hands{break-inside:avoid}
.files{display:flex;flex-wrap:wrap;gap:3mm;margin:1mm 0}
.file{width:calc(50% - 1.5mm)}
.file.plain{width:100%}
.file:not(.plain) .digest{width:33ch}
.file img{display:block;max-width:100%;max-height:75mm;border:.25pt solid #888}
.drawn .file img{max-height:28mm;border:0}
.line{border-bottom:.5pt solid #000;height:7.5mm}
.line.named{display:flex;align-items:flex-end}
.sign-box{height:18mm}
.draft{position:fixed;top:42%;left:0;right:0;text-align:center;font:120pt/1 var(--hei);color:rgba(0,0,0,.07);
transform:rotate(-30deg);z-index:-1}
@media screen{body{max-width:176mm;margin:10mm auto;padding:0 4mm}}
)";

// A quoted CSS string that stays one, also inside <style>: whatever is not a letter or digit is
// written by its number.
std::string CssString(std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = NextCodePoint(text, at);
    const bool letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                        (c >= 'a' && c <= 'z') || (c >= 0x3400 && c <= 0x9FFF);
    if (letter) {
      out += text.substr(begin, at - begin);
      continue;
    }
    if (c < 0x20) continue;
    out += '\\';
    for (int shift = 20; shift >= 0; shift -= 4) out += kHex[(c >> shift) & 0xF];
    out += ' ';  // ends the number
  }
  return out + "\"";
}

// At most `most` characters, with "…" for the rest.
std::string Shortened(std::string_view text, std::size_t most) {
  if (CodePointCount(text) <= most) return std::string(text);
  std::size_t at = 0;
  for (std::size_t i = 0; i + 1 < most; ++i) NextCodePoint(text, at);
  return std::string(text.substr(0, at)) + "…";
}

std::string EdgeTexts(const Report& report, const model::Reader& reader) {
  constexpr std::size_t kMostCharacters = 34;
  const bool zh = reader.language == Language::kChinese;
  const std::string title =
      Shortened(model::PlainText(reader.Read(report.form->title)), kMostCharacters);
  std::string right = Shortened(report.assessment.institution.name, kMostCharacters / 2);
  if (report.purpose == Purpose::kDraft)
    right = std::string(zh ? "草稿（未签名） " : "DRAFT (unsigned) ") + right;
  std::string left;
  if (report.seal) {
    constexpr std::size_t kDigits = 16;
    left =
        std::string(zh ? "评审包 " : "Bundle ") + report.seal->manifest_sha256.substr(0, kDigits);
  }
  const std::string pages = zh ? "\"第 \" counter(page) \" 页，共 \" counter(pages) \" 页\""
                               : "\"Page \" counter(page) \" of \" counter(pages)";
  const std::string face =
      ";font:8.5pt \"SimSun\",\"宋体\",\"Songti SC\",\"Noto Serif CJK SC\",serif}";
  return "@page{size:A4;margin:20mm 18mm 18mm 22mm;\n@top-left{content:" + CssString(title) + face +
         "\n@top-right{content:" + CssString(right) + face +
         "\n@bottom-left{content:" + CssString(left) + face + "\n@bottom-right{content:" + pages +
         face + "}\n";
}

}  // namespace

std::string PageStyle(const Report& report, const PrintOptions& options) {
  return EdgeTexts(report, options.reader()) + std::string(kFaces) + std::string(kRules);
}

}  // namespace pingshen::report
