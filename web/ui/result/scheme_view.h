// What the cards of a result show.
#pragma once

#include <string>

#include "core/model/grading_result.h"
#include "core/model/scheme.h"
#include "core/model/text.h"

namespace pingshen::ui {

// One scheme of the open assessment with its result.
struct SchemeView {
  const model::Scheme* scheme = nullptr;
  const model::SchemeResult* result = nullptr;
  const model::Text* label = nullptr;  // of one among several schemes, else nullptr
  std::string prefix;                  // of ids: "check/", "check/scheme/CODE/"
};

}  // namespace pingshen::ui
