// Choosing one or several of a few.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "web/ui/draw/frame.h"

namespace pingshen::ui {

struct Choice {
  enum class Tone { kPlain, kGood, kBad };

  std::string id;
  std::string_view label;
  std::string_view trailing = {};  // at the right edge, e.g. points
  std::string_view description = {};
  bool selected = false;
  bool disabled = false;
  Tone tone = Tone::kPlain;  // colour when selected
};

enum class ChoiceRole { kOne, kMany };

// The ring or box in front of a label, in the middle of `box`. `ink`: its colour when selected.
void DrawChoiceMark(Frame& frame, const Rect& box, ChoiceRole role, bool selected, ImU32 ink);

// All return the index of the choice that was tapped, or -1. `group`: accessible name of the group.

// Equal boxes side by side; below each other where a label does not fit.
int Segments(Frame& frame, Column& column, std::string_view group, std::span<const Choice> choices);
// A list, one row each, labels wrap.
int ChoiceRows(Frame& frame, Column& column, std::string_view group, ChoiceRole role,
               std::span<const Choice> choices);
// Boxes in as many columns as the longest label allows, at most `most_columns`.
int ChoiceGrid(Frame& frame, Column& column, std::string_view group, ChoiceRole role,
               std::span<const Choice> choices, int most_columns = 4);
// A scale from one end to the other: all on one line with labels that wrap below the marks, or rows
// where there is no room for that.
int ChoiceScale(Frame& frame, Column& column, std::string_view group,
                std::span<const Choice> choices);

}  // namespace pingshen::ui
