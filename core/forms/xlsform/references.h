// References ${name} in cells.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/forms/xlsform/draft.h"

namespace pingshen::forms::xlsform {

struct Reference {
  std::string name;
  bool last_saved = false;  // ${last-saved#name}
  std::size_t begin = 0;    // of "${" in the text
  std::size_t end = 0;      // behind "}"
};

// All well-formed references; `malformed` is set when there is a "${" that begins none.
std::vector<Reference> FindReferences(std::string_view text, bool* malformed = nullptr);
// The whole text is one reference.
bool IsReference(std::string_view text);

// The text with each reference replaced by what `replace(reference)` gives.
template <typename Replace>
std::string ReplaceReferences(std::string_view text, Replace replace) {
  std::string out;
  std::size_t at = 0;
  for (const Reference& reference : FindReferences(text)) {
    out += text.substr(at, reference.begin - at);
    out += replace(reference);
    at = reference.end;
  }
  return out + std::string(text.substr(at));
}

// Checks every cell of the survey, choices, settings and entities sheets that may hold references.
// Reports ERR_XLSFORM_REFERENCE, …_AMBIGUOUS, …_SYNTAX.
void CheckReferences(const Draft& draft, Messages& messages);

// trigger columns: names of questions that a person sees. Reports ERR_XLSFORM_REFERENCE and
// ERR_XLSFORM_TRIGGER.
void CheckTriggers(const Draft& draft, Messages& messages);

}  // namespace pingshen::forms::xlsform
