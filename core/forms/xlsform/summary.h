// What an XLSForm amounts to, counted as the XForm that pyxform would make of it.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/forms/xlsform/draft_reader.h"

namespace pingshen::forms::xlsform {

struct Summary {
  std::string form_id;
  std::string title;
  std::string version;
  std::size_t questions = 0;                    // with a control
  std::map<std::string, std::size_t> controls;  // "input", "select1", "select" …
  std::size_t groups = 0;
  std::size_t repeats = 0;
  std::size_t lists = 0;
  std::size_t choices = 0;
  std::map<std::string, std::string> sources;  // name → number of choices, or address
  std::size_t item_sets = 0;
  std::size_t calculate = 0;
  std::size_t relevant = 0;
  std::size_t constraint = 0;
  std::size_t required = 0;
  std::size_t read_only = 0;
  std::set<std::string> languages;  // as named; "default" where texts have none
};

Summary Summarize(const Draft& draft, const std::map<std::string, DataSource>& sources);

}  // namespace pingshen::forms::xlsform
