// Where a figure or a clause comes from, and an expression as written in a form file.
#pragma once

#include <cstdint>
#include <string>

#include "core/model/text.h"

namespace pingshen::model {

// An expression as written, with its place in the file for messages.
struct Expression {
  std::string text;  // "" = none
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  bool empty() const { return text.empty(); }
};

// Confidence as in the official-source survey of the form.
enum class Confidence : std::uint8_t {
  kToBeConfirmed = 0,
  kOneSource = 1,
  kTwoSources = 2,
  kOurReading = 3
};

struct Source {
  Text document;       // title and document number
  std::string clause;  // "第十二条"
  Confidence confidence = Confidence::kToBeConfirmed;
  Text note;
};

}  // namespace pingshen::model
