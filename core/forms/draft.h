// A form while it is being read: the model, and what can be checked only when all items are known.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/forms/problems.h"
#include "core/json/json.h"
#include "core/model/form.h"

namespace pingshen::forms {

inline constexpr std::size_t kMaxItems = 20'000;
inline constexpr std::size_t kMaxSectionDepth = 8;
inline constexpr std::size_t kMaxRepeatDepth = 4;           // as many steps as a FieldPath has
inline constexpr std::size_t kMaxExpressionBytes = 32'767;  // what a cell of a spreadsheet can hold
inline constexpr std::int64_t kMaxPoints = 1'000'000;

struct PendingDenominator {
  std::string owner;
  std::string denominator;
  json::Place place;
};

// A code of an item that must exist.
struct PendingReference {
  std::string code;
  json::Place place;
};

struct Draft {
  explicit Draft(Problems& the_problems) : problems(the_problems) {}

  // Reports a code of a section or item that stands twice.
  void Claim(const std::string& code, json::Place place) {
    if (!code.empty() && !codes.insert(code).second)
      problems.Report(ErrorCode::ERR_FORM_CODE_DUPLICATE, place, Named(code));
  }

  Problems& problems;
  model::Form form;
  std::unordered_map<std::string, model::Text> documents;  // by code
  std::unordered_set<std::string> codes;                   // of sections and items
  std::vector<PendingDenominator> denominators;
  std::vector<PendingReference> references;
  std::size_t item_count = 0;
  Decimal points;  // of all items
};

}  // namespace pingshen::forms
