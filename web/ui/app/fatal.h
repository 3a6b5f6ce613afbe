// The page that replaces the app when it cannot start.
#pragma once

#include "core/base/error.h"
#include "core/base/language.h"
#include "web/ui/io/frame_input.h"
#include "web/ui/io/screen_output.h"

namespace pingshen::ui {

// Draws the page that replaces the app when it cannot start (storage damaged, form damaged …):
// sentence, code and what to do.
void DrawFatal(const Error& error, Language language, const FrameInput& input,
               ScreenOutput& output);

}  // namespace pingshen::ui
