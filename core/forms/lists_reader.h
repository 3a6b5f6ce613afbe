// What the items of a form share: lists of options, tables of data, groups of assessors, languages.
#pragma once

#include "core/forms/draft.h"
#include "core/forms/object_reader.h"

namespace pingshen::forms {

// Members of the form; each is optional. Problems are reported in the draft.
void ReadLanguages(const ObjectReader& form, Draft& draft);  // "languages"; zh and en when absent
void ReadLists(const ObjectReader& form, Draft& draft);      // "lists"
void ReadTables(const ObjectReader& form, Draft& draft);     // "tables"
void ReadGroups(const ObjectReader& form, Draft& draft);     // "groups"

// The options under `name` of an item or a list; 1 … kMaxOptions.
std::vector<model::Option> ReadOptions(const ObjectReader& members, std::string_view name,
                                       Draft& draft);
// Codes with labels, each code once: stages, rows, groups.
std::vector<model::CodedLabel> ReadCodedLabels(std::span<const json::Value> values, Draft& draft);

}  // namespace pingshen::forms
