// Nothing that somebody typed becomes markup, style, or a page of another shape.
#include <gtest/gtest.h>

#include "tests/core/report/page_text.h"

namespace pingshen::report {
namespace {

using model::ItemType;
using model::ValueKind;

constexpr std::string_view kHostile[] = {
    "<script>alert(1)</script>",
    "</td></tr></table></body><img src=x onerror=alert(1)>",
    "\"><iframe src='https://example.org'></iframe>",
    "' onmouseover='alert(1)",
    "&lt;b&gt; &amp; &#60;script&#62;",
    "<!-- --><![CDATA[<script>]]>",
    "</style><style>@import url(https://example.org/x.css);</style>",
    "\";}@page{size:1cm}body{display:none}/*",
    "a\x01\x02\x1b[2J b\xEF\xBF\xBF",
    "\xE2\x80\xAE!drawkcab \xE2\x81\xA6",
    "javascript:alert(1) data:text/html,<script>alert(1)</script>",
};

// The tags and attributes of the page, without its texts.
std::string Skeleton(std::string_view html) {
  std::string out;
  for (std::size_t at = 0; at < html.size(); ++at) {
    if (html[at] != '<') continue;
    const std::size_t end = html.find('>', at);
    out += html.substr(at, end - at + 1);
    at = end;
  }
  return out;
}

std::string PrintedWith(std::string_view words) {
  Sample sample;
  sample.Add(MakeItem("T", ItemType::kText));
  model::Item choice = MakeItem("C", ItemType::kSingleChoice);
  choice.options = {{.code = "x", .label = {std::string(words), ""}}};
  sample.Add(choice);
  sample.Add(MakeItem("F", ItemType::kFile));
  sample.Begin();
  const std::string name = std::string(64, 'a') + ".pdf";
  sample.At("T").value = Make(ValueKind::kText, words);
  sample.At("T").fields = {{"note", Make(ValueKind::kText, words)}};
  sample.At("T").remarks = {{std::string(words), ""}};
  sample.At("C").value = model::Value::Choice("x");
  sample.At("F").value = Make(ValueKind::kAttachments, name);
  sample.report.attachments[name] = {name, "application/pdf", std::string(words), 5, 0};
  model::Assessment& assessment = sample.report.assessment;
  assessment.institution = {std::string(words), std::string(words), std::string(words)};
  assessment.period = words;
  assessment.assessor = words;
  sample.report.purpose = Purpose::kSealed;
  Seal& seal = sample.report.seal.emplace();
  seal.manifest_sha256 = std::string(64, 'b');
  Signature signature;
  signature.name = words;
  signature.organisation = words;
  signature.role = words;
  signature.meaning = words;
  seal.signatures.push_back(signature);
  return sample.Print();
}

TEST(HostileText, ChangesNoTag) {
  const std::string harmless = Skeleton(PrintedWith("甲"));
  for (const std::string_view words : kHostile) {
    const std::string html = PrintedWith(words);
    EXPECT_EQ(Skeleton(html), harmless) << words;
    EXPECT_EQ(MarkupFault(html), "") << words;
  }
}

TEST(HostileText, IsShownAsItWasTyped) {
  for (const std::string_view words : {kHostile[0], kHostile[3], kHostile[4], kHostile[7]})
    EXPECT_NE(RowOf(PrintedWith(words), "T").find(words), std::string::npos) << words;
  EXPECT_NE(RowOf(PrintedWith(kHostile[8]), "T")
                .find("a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD[2J b\xEF\xBF\xBD"),
            std::string::npos);
}

TEST(HostileText, StaysInsideItsStringInTheStyleSheet) {
  const std::string html = PrintedWith("\";}@page{size:1cm}</style>");
  const std::string style =
      html.substr(html.find("<style>"), html.find("</style>") - html.find("<style>"));
  EXPECT_NE(style.find("\\000022 \\00003b \\00007d \\000040 page\\00007b size"), std::string::npos);
  EXPECT_EQ(style.find("size:1cm"), std::string::npos);
  EXPECT_EQ(style.find("&"), std::string::npos);
}

TEST(HostileText, NothingIsFetchedAndNothingRuns) {
  for (const std::string_view words : kHostile) {
    const std::string tags = Skeleton(PrintedWith(words));
    for (const std::string_view never :
         {"<script", "<link", "<iframe", "<object", " on", "href=", "src=\"http", "style=\""})
      EXPECT_EQ(tags.find(never), std::string::npos) << never << " in " << words;
    EXPECT_NE(tags.find("default-src &#39;none&#39;; img-src data:"), std::string::npos);
  }
}

// A form is somebody's, too.
TEST(HostileText, OfAFormIsNoMarkupEither) {
  for (const std::string_view words : kHostile) {
    Sample sample;
    model::Item item = MakeItem("T", ItemType::kText, std::string(words));
    item.unit = {std::string(words), ""};
    item.hint = {std::string(words), ""};
    item.relevant.text = words;
    item.sources = {
        {.document = {std::string(words), ""}, .clause = std::string(words), .note = {}}};
    sample.Add(item);
    sample.form.sections.front().title = {std::string(words), ""};
    sample.Begin();
    sample.form.title = {std::string(words), ""};
    EXPECT_EQ(MarkupFault(sample.Print()), "") << words;
    const Report blank = BlankReport(sample.form, 0);
    const std::string html = PrintHtml(blank, {});
    EXPECT_EQ(MarkupFault(html), "") << words;
    EXPECT_EQ(Skeleton(html).find("<script"), std::string::npos) << words;
    EXPECT_EQ(Skeleton(html).find("onerror"), std::string::npos) << words;
  }
}

}  // namespace
}  // namespace pingshen::report
