#include "core/evaluation/declaration.h"
#include "core/evaluation/report_join.h"
#include "core/report/print.h"
#include "core/session/session_core.h"

namespace pingshen::session {
namespace {

constexpr std::string_view kHtmlType = "text/html";
constexpr std::size_t kPrintNameBytes = 80;
// The file is built in memory beside the database: what a phone's browser gives one page.
constexpr std::uint64_t kMaxPictureBytes = 32u << 20;

}  // namespace

Status SessionCore::Do(const PrintDraft&) {
  if (!open_) return Fail(ErrorCode::ERR_SESSION_NOT_OPEN);
  const std::int64_t now = Now();
  report::Report report = evaluation::ReportOf(open_->instance(), open_->evaluation());
  report.assessment = open_->assessment();
  report.attachments = open_->attachments();
  report.read_attachment = [this](const std::string& name) { return ReadAttachment(name); };
  report.printed_at_ms = now;
  report::PrintOptions options;
  options.language = view_.language;
  options.form_language = view_.form_language;
  options.max_picture_bytes = kMaxPictureBytes;
  const std::string html = report::PrintHtml(report, options);
  const bool zh = view_.language == Language::kChinese;
  const std::string name =
      evaluation::FileNamePart(options.reader().Read(open_->form().form->form.title),
                               kPrintNameBytes) +
      "_" + evaluation::FileNamePart(open_->assessment().institution.name, kPrintNameBytes) + "_" +
      evaluation::AssessmentDate(now) + (zh ? "_草稿.html" : "_draft.html");
  return environment_.saver->Save(name, kHtmlType, AsBytes(html));
}

}  // namespace pingshen::session
