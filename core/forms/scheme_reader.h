// JSON → grading schemes and figure checks, of a form or of a scheme file that stands alone.
// The members are described in docs/grading.md.
#pragma once

#include <string>
#include <string_view>

#include "core/base/error.h"
#include "core/forms/draft.h"
#include "core/forms/object_reader.h"
#include "core/json/json.h"
#include "core/model/scheme.h"
#include "core/model/text.h"

namespace pingshen::forms {

// The members "scheme", "schemes" and "checks" of a form. REQUIRES: its sections have been read.
// Codes of vetoes are unique over all schemes of a form.
void ReadSchemes(const ObjectReader& form, Draft& draft);

// The deductions and bonuses of an item of type `deductions`, and what else its answer may be.
void ReadDeductions(const ObjectReader& item_members, model::Item& item, Draft& draft);

// A scheme without a form: "format": "pingshen-scheme/1", id, title, documents, sources, scheme.
// Vetoes need no expression there: whoever has counts knows which of them hold.
struct SchemeFile {
  std::string id;
  model::Text title;
  model::Scheme scheme;
};
// ERR_FORM_… with "line 12, column 5: …" as context.
Result<SchemeFile> LoadScheme(std::string_view json_text);

}  // namespace pingshen::forms
