#include "commission/pages/desk_pages.h"

#include <limits>

#include "commission/http/http_errors.h"
#include "commission/http/query.h"
#include "commission/pages/desk_attachment.h"
#include "commission/pages/desk_detail_page.h"
#include "commission/pages/desk_frame.h"
#include "commission/pages/desk_list_page.h"
#include "commission/system/os_files.h"
#include "core/evaluation/recompute.h"

namespace pingshen::commission {
namespace {

constexpr int kRowsOnPage = 100;
constexpr std::uint64_t kLargestBundle =
    4ull << 30;  // it was accepted once; a smaller limit of today does not hide it

HttpResponse ErrorPage(const Error& error) {
  HtmlWriter html;
  OpenPage(html, "出错了");
  html.Element("h1", "出错了")
      .Element("p", Sentence(error, Language::kChinese), {{"class", "notice bad"}});
  html.Element("p", CodeName(error.code), {{"class", "quiet"}});
  ClosePage(html);
  HttpResponse response = PageResponse(html.Take());
  response.status = HttpStatusOf(error.code);
  return response;
}

Status LoadContent(DeskStore& store, DetailPage& page) {
  if (page.files.empty())
    return Fail(ErrorCode::ERR_DESK_STORED_FILE, page.reception.manifest_sha256);
  const std::string& digest = page.files.front().file_sha256;
  const auto file = ReadWholeFile(store.PathOf(digest), kLargestBundle);
  if (!file || bundle::Sha256Hex(*file) != digest)
    return Fail(ErrorCode::ERR_DESK_STORED_FILE, digest);
  PINGSHEN_TRY(page.payload, bundle::Verify(*file, {.max_bytes = kLargestBundle}));
  PINGSHEN_TRY(page.recomputed, evaluation::Recompute(*page.payload));
  return {};
}

}  // namespace

HttpResponse DeskPages::List(const HttpRequest& request) const {
  constexpr std::int64_t kLast = std::numeric_limits<std::int64_t>::max();
  const auto before = QueryNumber(request, "before", kLast, 1, kLast);
  if (!before) return ErrorPage(before.error());
  auto rows = store_.List(*before, kRowsOnPage);
  if (!rows) return ErrorPage(rows.error());
  ListPage page;
  for (Reception& reception : *rows) {
    auto files = store_.FilesOf(reception.intake_number);
    if (!files) return ErrorPage(files.error());
    ListedReception& row = page.rows.emplace_back();
    row.reception = std::move(reception);
    if (!files->empty()) row.signatures = std::move(files->front().signatures);
  }
  if (page.rows.size() == kRowsOnPage && page.rows.back().reception.intake_number > 1) {
    page.next_before = page.rows.back().reception.intake_number;
  }
  if (const auto trust = trust_.Current()) {
    page.has_root = (*trust)->has_root;
    page.trusted_keys = (*trust)->list.keys.size();
    page.trust_serial = (*trust)->list.serial;
  } else {
    page.trust_problem = Sentence(trust.error(), Language::kChinese);
  }
  return DrawListPage(page);
}

HttpResponse DeskPages::Detail(std::string_view manifest_sha256) const {
  auto reception = store_.Find(manifest_sha256);
  if (!reception) return ErrorPage(reception.error());
  if (!*reception) return ErrorPage({ErrorCode::ERR_DESK_NOT_FOUND, std::string(manifest_sha256)});
  DetailPage page;
  page.reception = **std::move(reception);
  auto files = store_.FilesOf(page.reception.intake_number);
  if (!files) return ErrorPage(files.error());
  page.files = *std::move(files);
  if (const Status loaded = LoadContent(store_, page); !loaded) page.problem = loaded.error();
  if (const auto trust = trust_.Current()) page.trust = *trust;
  return DrawDetailPage(page);
}

HttpResponse DeskPages::Attachment(std::string_view manifest_sha256, std::string_view name) const {
  return AnswerAttachment(store_, manifest_sha256, name);
}

}  // namespace pingshen::commission
