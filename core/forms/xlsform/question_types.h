// The question types of XLSForm, with the other names that pyxform takes for them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/forms/xlsform/draft.h"

namespace pingshen::forms::xlsform {

struct QuestionType {
  std::string_view
      name;  // "text", "geopoint" … ; also of what has no control: "calculate", "today"
  Control control = Control::kNone;
  // What the older types "percentage", "phone number", "number of days in last month" imply.
  std::string_view constraint = {};
};

// nullopt for selects, groups and anything unknown.
std::optional<QuestionType> FindQuestionType(std::string_view type);

struct SelectType {
  std::string_view name;  // "select_one", "select_multiple", "rank", "select_one_external"
  Control control = Control::kSelect1;
  bool from_file = false;
  std::string list;
  bool or_other = false;
};
// "select_one yes_no", "select one from yes_no or other", "rank list" …
std::optional<SelectType> ParseSelect(std::string_view type);

struct Frame {  // begin or end of a group, repeat or loop
  bool begin = true;
  std::string_view kind;  // "group", "repeat", "loop"
  std::string list;       // of a loop
};
std::optional<Frame> ParseFrame(std::string_view type);

// Types that stand for data about the filling itself, not for a question.
bool IsMetadata(std::string_view name);

}  // namespace pingshen::forms::xlsform
