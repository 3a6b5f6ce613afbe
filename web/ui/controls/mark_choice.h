// Large marks side by side, one of which is given: a letter, a word below it, a colour of its own.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "web/ui/draw/frame.h"

namespace pingshen::ui {

struct MarkChoice {
  std::string id;
  std::string_view letter;
  std::string_view word;
  ImU32 fill = 0, ink = 0;  // when it is given; `ink` on `fill`
  bool selected = false;
  bool disabled = false;
};

// Returns the index of the mark that was tapped, or -1. In a narrow column the marks stand below
// each other. `group`: accessible name of the whole.
int MarkChoices(Frame& frame, Column& column, std::string_view group,
                std::span<const MarkChoice> marks);

// A condition that is met or not, or not judged yet: its text, and ✓ and ✗ that can be tapped.
struct JudgedPoint {
  std::string id;  // the buttons are id=yes and id=no
  std::string_view code;
  std::string_view text;
  std::optional<bool> met;
  bool disabled = false;
};
// Returns what was tapped: tapping the judgement again takes it back.
enum class Judgement { kNone, kMet, kNotMet, kTakenBack };
Judgement DrawJudgedPoint(Frame& frame, Column& column, std::string_view group,
                          const JudgedPoint& point);

}  // namespace pingshen::ui
