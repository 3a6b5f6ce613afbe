// What changed in the visible controls since the page last heard of them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "web/ui/io/screen_output.h"

namespace pingshen::platform {

struct MirrorChange {
  // JSON: {"order":["id",…] (only when the sequence of ids changed), "controls":[{…},…] (new ones, and those of
  // which anything but the place changed)}; "" when neither.
  std::string json;
  // x, y, width, height (CSS pixels), visible (0 or 1) of every control in order; empty when none moved.
  std::vector<float> places;

  bool empty() const { return json.empty() && places.empty(); }
};

class MirrorDiff {
 public:
  static constexpr std::size_t kFloatsPerPlace = 5;
  // Compares with the controls of the call before and keeps the new ones.
  MirrorChange Update(const std::vector<ui::Control>& controls);

 private:
  std::vector<ui::Control> last_;
};

}  // namespace pingshen::platform
