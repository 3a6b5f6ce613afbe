// Members that several parts of a form have: sources, expressions, words of a fixed set, codes.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/forms/draft.h"
#include "core/forms/object_reader.h"
#include "core/model/form.h"

namespace pingshen::forms {

// The member "documents", into draft.documents.
void ReadDocuments(const ObjectReader& members, Draft& draft);
std::vector<model::Source> ReadSources(const ObjectReader& members, Draft& draft);
// The expression under that name; empty when absent.
model::Expression ReadExpression(const ObjectReader& members, std::string_view name);

// Index in `names` of the string under `name`; 0, reported, when it is none of them.
std::size_t RequireOneOf(const ObjectReader& members, std::string_view name,
                         std::span<const std::string_view> names);

inline constexpr std::size_t kMaxListedCodes = 5'000;  // items, sections, stages, targets
// The codes under `name`, each once; at least `least` when the member is there.
std::vector<std::string> ReadCodeList(const ObjectReader& members, std::string_view name,
                                      std::size_t least, bool required);

}  // namespace pingshen::forms
