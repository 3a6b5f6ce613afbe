// What is wrong with a form file, and what all its readers must know. The first problem counts;
// after it, reading goes on only as far as it must.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/base/named.h"
#include "core/json/json.h"

namespace pingshen::forms {

class Problems {
 public:
  // `what` names the thing and has no language of its own where that is possible: the code's
  // sentence says the rest.
  void Report(ErrorCode code, json::Place place, std::string_view what) {
    if (first_) return;
    first_ = Error{code, "line " + std::to_string(place.line) + ", column " +
                             std::to_string(place.column) + ": " + std::string(what)};
  }
  // The languages that texts of the form may have, once they are known.
  void set_languages(std::vector<std::string> languages) { languages_ = std::move(languages); }
  const std::vector<std::string>& languages() const { return languages_; }

  bool any() const { return first_.has_value(); }
  // REQUIRES: any().
  Error Take() { return *std::move(first_); }

 private:
  std::optional<Error> first_;
  std::vector<std::string> languages_ = {"zh", "en"};
};

}  // namespace pingshen::forms
