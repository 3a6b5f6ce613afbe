// A report as one printable HTML file: A4, black on white, nothing outside it is needed or fetched,
// no script. What it shows, and how it is laid out: docs/print.md.
#pragma once

#include <cstdint>
#include <string>

#include "core/base/language.h"
#include "core/report/report.h"
#include "core/words/answer_words.h"

namespace pingshen::report {

struct PrintOptions {
  Language language = Language::kChinese;
  std::string form_language = {};  // of the form's texts where they have it; "" = the same
  words::IdentityNumbers identity_numbers = words::IdentityNumbers::kMasked;
  // Pictures are embedded in their order until their bytes add up to this; the others are named and
  // the document says so.
  std::uint64_t max_picture_bytes = 64u << 20;

  model::Reader reader() const { return {language, form_language}; }
};

// UTF-8, well-formed as HTML and as XML. Answers are escaped; none can become markup. Needs the
// memory of the file: 4/3 of the pictures' bytes and about a kilobyte for each item.
std::string PrintHtml(const Report& report, const PrintOptions& options);

}  // namespace pingshen::report
