// What the worker tells the page.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/error.h"
#include "web/platform/mirror_diff.h"
#include "web/ui/io/screen_output.h"

namespace pingshen::platform {

// {"code":…,"zh":sentence,"en":sentence}
std::string FailureJson(const Error& error);

class PagePort {
 public:
  // Sends the controls and the places for files when they changed, the frame's requests, and what
  // else of it concerns the page.
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
  std::string file_places_told_ = "[]";
  std::uint32_t edits_told_ = 0;
  Language language_told_ = Language::kChinese;
  bool takes_forms_told_ = false;
};

}  // namespace pingshen::platform
