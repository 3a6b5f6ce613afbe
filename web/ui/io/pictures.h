// Small pictures of photo attachments, as textures.
#pragma once

#include <cstdint>
#include <string_view>

namespace pingshen::ui {

class Pictures {
 public:
  virtual ~Pictures() = default;
  enum class State : std::uint8_t { kLoading, kReady, kNone };  // kNone: damaged, or no picture
  struct Picture {
    State state = State::kNone;
    std::uint64_t texture = 0;  // an ImTextureID, for this frame only
    float width_px = 0, height_px = 0;
  };
  // Longest side of a picture.
  static constexpr int kSide_px = 320;
  // The first call begins to load it; a frame follows when it is there. The least recently used
  // ones are forgotten and load again.
  virtual Picture Find(std::string_view attachment_name) = 0;
};

}  // namespace pingshen::ui
