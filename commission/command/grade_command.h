// pingshen grade: the result of answers, or of bare counts, as JSON.
#pragma once

#include <span>
#include <string>

#include "commission/command/command_line.h"

namespace pingshen::commission {

// grade FORM ANSWERS.json [--date 2026-11-24] | grade --scheme SCHEME.json COUNTS.json
int RunGrade(std::span<const std::string> words, Streams streams);

}  // namespace pingshen::commission
