// The canvas that ImGui draws on: WebGL 2 in the worker, on the canvas that the page handed over.
#pragma once

#include <memory>

#include "core/base/error.h"

namespace pingshen::platform {

class CanvasShapedText;

struct Surface {
  float width_px = 1;  // CSS pixels
  float height_px = 1;
  float density = 1;  // device pixels for each CSS pixel
};

class ImguiCanvas {
 public:
  // Makes the ImGui context, its renderer and the fonts. ERR_PAGE_WEBGL. At most one at a time.
  // REQUIRES: worker.js has registered the canvas as "#canvas".
  static Result<std::unique_ptr<ImguiCanvas>> Make(float font_size_px);
  ~ImguiCanvas();
  ImguiCanvas(const ImguiCanvas&) = delete;
  ImguiCanvas& operator=(const ImguiCanvas&) = delete;

  // `now_ms`: monotonic.
  void BeginFrame(const Surface& surface, double now_ms);
  // Without `draw` the frame is only thought through: input is answered, no pixel changes.
  void EndFrame(bool draw);
  // The browser took the graphics memory away and gave it back: everything is uploaded anew.
  void Restored();

 private:
  ImguiCanvas(int context, std::unique_ptr<CanvasShapedText> shaped);

  int context_;
  std::unique_ptr<CanvasShapedText> shaped_;
  int width_ = 0;  // device pixels of the canvas
  int height_ = 0;
  double last_frame_ms_ = 0;
};

}  // namespace pingshen::platform
