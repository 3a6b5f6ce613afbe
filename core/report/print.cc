#include "core/report/print.h"

#include "core/model/rich_text.h"
#include "core/report/frame_part.h"
#include "core/report/items_part.h"
#include "core/report/page_style.h"
#include "core/report/pen.h"
#include "core/report/result_part.h"

namespace pingshen::report {
namespace {

constexpr words::Phrase kDraftMark{"草稿", "DRAFT"};
// Nothing is fetched and nothing runs, even if a browser were to see markup where there is none.
constexpr std::string_view kPolicy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

std::string TitleOf(const Pen& pen) {
  const Report& report = pen.report();
  std::string title = model::PlainText(pen.Say(report.form->title));
  if (!report.assessment.institution.name.empty())
    title += " · " + report.assessment.institution.name;
  return title;
}

}  // namespace

std::string PrintHtml(const Report& report, const PrintOptions& options) {
  Pen pen(report, options);
  HtmlWriter& html = pen.html;
  html.Raw("<!DOCTYPE html>\n");
  html.Open("html", {{"xmlns", "http://www.w3.org/1999/xhtml"},
                     {"lang", options.language == Language::kChinese ? "zh-CN" : "en"}});
  html.Raw("\n").Open("head").Void("meta", {{"charset", "utf-8"}});
  html.Void("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", kPolicy}});
  html.Void("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  html.Element("title", TitleOf(pen)).Open("style").Raw(PageStyle(report, options));
  html.Close("style").Close("head").Raw("\n").Open("body");
  if (report.purpose == Purpose::kDraft)
    html.Element("div", pen.Say(kDraftMark), {{"class", "draft"}});
  DrawHead(pen);
  if (!pen.blank()) DrawResult(pen);
  DrawAttributes(pen);
  DrawSections(pen);
  DrawSources(pen);
  DrawSignatures(pen);
  DrawOrigin(pen);
  html.Close("body").Close("html").Raw("\n");
  return html.Take();
}

}  // namespace pingshen::report
