// A grading scheme without a form.
#pragma once

#include <string>
#include <string_view>

#include "core/base/error.h"
#include "core/model/scheme.h"
#include "core/model/text.h"

namespace pingshen::forms {

// "format": "pingshen-scheme/1", id, title, documents, sources, scheme.
struct SchemeFile {
  std::string id;
  model::Text title;
  model::Scheme scheme;
};
// ERR_FORM_… with "line 12, column 5: …" as context.
Result<SchemeFile> LoadScheme(std::string_view json_text);

}  // namespace pingshen::forms
