// JSON → one grading scheme. The members are described in docs/grading.md.
#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "core/forms/draft.h"
#include "core/json/json.h"
#include "core/model/scheme.h"

namespace pingshen::forms {

// Whose scheme it is. The vetoes of a scheme file need no expression: whoever has counts knows
// which of them hold.
enum class SchemeOwner : std::uint8_t { kForm, kFile };

// Codes of vetoes: unique over all schemes of a form.
using SchemeVetoes = std::set<std::string>;

// Problems are reported in the draft. `vetoes`: of the schemes before; those of this one are added.
model::Scheme ReadScheme(const json::Value& value, SchemeOwner owner, SchemeVetoes& vetoes,
                         Draft& draft);

}  // namespace pingshen::forms
