// Whether what the import made is a form that can be used, and which cell is to blame when not.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/forms/xlsform/draft.h"

namespace pingshen::forms::xlsform {

// Where the parts of a form come from.
struct FormOrigins {
  std::map<std::string, const Node*, std::less<>> items;        // by code of item or section
  std::map<std::string, const ChoiceList*, std::less<>> lists;  // by code of the list
  std::string own_sheet;  // name of the sheet with further members, "" = there is none
};

// Loads the form as the app does before it uses one (core/forms/loader.h). A refusal is reported with
// the loader's code at the cell that the part at fault was made of; of a form that loads, what the
// linter finds (core/forms/linter.h) as warnings.
void CheckLoads(const Draft& draft, const FormOrigins& origins, std::string_view form_json,
                Messages& messages);

}  // namespace pingshen::forms::xlsform
