// What all pages of the desk have in common.
#pragma once

#include <string>
#include <string_view>

#include "commission/http/http_server.h"
#include "core/report/html.h"

namespace pingshen::commission {

using report::HtmlWriter;

// Opens the document and <main>; `title` is the page's title.
void OpenPage(HtmlWriter& html, std::string_view title);
void ClosePage(HtmlWriter& html);

// A finished page as a response that no cache keeps and that can load nothing but the desk's style
// sheet.
HttpResponse PageResponse(std::string html);

// A chip in the colour of a band's tone ("good", "middle", "bad", or "" for none).
void BandChip(HtmlWriter& html, std::string_view label, std::string_view tone);

}  // namespace pingshen::commission
