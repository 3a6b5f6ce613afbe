// JSON → model::Form, everything but what one item says about another.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/forms/draft.h"
#include "core/forms/object_reader.h"
#include "core/json/json.h"
#include "core/model/form.h"

namespace pingshen::forms {

// Fills draft.form and the pending lists; problems are reported in the draft.
// `file` must remain live while draft.expressions is used.
void ReadForm(const json::Value& file, Draft& draft);

// Where an item stands.
struct Around {
  std::size_t instances = 0;  // repeats and tables around it
  std::size_t frames = 0;     // these and groups
  bool table = false;         // it is a column
  bool attributes = false;    // it is an attribute of the institution
};
// Into `item`, which is empty.
void ReadItem(const json::Value& value, const Around& around, Draft& draft, model::Item& item);
void ReadDeductions(const ObjectReader& members, model::Item& item, Draft& draft);

// REQUIRES: everything else of the item has been read. `members`: of the item.
void ReadScore(const ObjectReader& members, model::Item& item, Draft& draft);

// The member "documents", into draft.documents.
void ReadDocuments(const ObjectReader& members, Draft& draft);
std::vector<model::Source> ReadSources(const ObjectReader& members, Draft& draft);
// The expression under that name; empty when absent.
model::Expression ReadExpression(const ObjectReader& members, std::string_view name);

// Index in `names` of the string under `name`; 0, reported, when it is none of them.
std::size_t RequireOneOf(const ObjectReader& members, std::string_view name,
                         std::span<const std::string_view> names);

}  // namespace pingshen::forms
