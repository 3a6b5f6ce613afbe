#include "core/forms/xlsform/workbook.h"

#include "core/forms/xlsform/text.h"

namespace pingshen::forms::xlsform {

const Sheet* Workbook::Find(std::string_view name) const {
  const std::string wanted = Lower(Trimmed(name));
  for (const Sheet& sheet : sheets)
    if (Lower(Trimmed(sheet.name)) == wanted) return &sheet;
  return nullptr;
}

}  // namespace pingshen::forms::xlsform
