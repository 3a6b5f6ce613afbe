// What the worker tells the page.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/base/error.h"
#include "web/platform/mirror_diff.h"
#include "web/ui/screen_output.h"

namespace pingshen::platform {

class PagePort {
 public:
  // Sends the controls when they changed, and what else of the frame concerns the page.
  // `edits_taken`: number of the last text edit that the screens have seen.
  void Publish(const ui::ScreenOutput& output, Language language, std::uint32_t edits_taken);

  // The first frame stands.
  static void Ready();
  // The first change is durable: the page asks the browser to keep the data.
  static void Kept();
  // The app cannot start; the page shows the sentence in both languages, the code, and the ways out.
  static void CannotStart(const Error& error, bool can_rescue);

 private:
  MirrorDiff diff_;
  std::uint32_t edits_told_ = 0;
  Language language_told_ = Language::kChinese;
};

}  // namespace pingshen::platform
