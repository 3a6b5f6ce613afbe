// One item of a form file.
#pragma once

#include <cstddef>

#include "core/forms/draft.h"
#include "core/json/json.h"
#include "core/model/item.h"

namespace pingshen::forms {

// Where an item stands.
struct Around {
  std::size_t instances = 0;  // repeats and tables around it
  std::size_t frames = 0;     // these and groups
  bool table = false;         // it is a column
  bool attributes = false;    // it is an attribute of the institution
};
// Into `item`, which is empty.
void ReadItem(const json::Value& value, const Around& around, Draft& draft, model::Item& item);

}  // namespace pingshen::forms
