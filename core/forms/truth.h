// Whether an expression can hold at all: constants are folded, and comparisons of one thing with
// literals are taken together. What cannot be said is "perhaps"; "never" is always right.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/expression/syntax.h"

namespace pingshen::forms {

enum class Truth : std::uint8_t { kNever, kPerhaps, kAlways };

// What is known of a thing before any comparison.
struct Known {
  bool always_empty = false;       // it is never relevant
  std::optional<double> at_least;  // of a number
  std::optional<double> at_most;
};

// `known`: of the item ${code}, or of "." (code empty); nullopt: it has many values at once, or
// nothing can be said of it.
using KnownOf = std::function<std::optional<Known>(const std::string& code)>;

// Of all of them holding together.
Truth TruthOf(const std::vector<const expression::Syntax*>& conditions, const KnownOf& known);

}  // namespace pingshen::forms
