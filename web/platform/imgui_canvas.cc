#include "web/platform/imgui_canvas.h"

#include <GLES3/gl3.h>
#include <emscripten/html5.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "imgui.h"
#include "imgui_impl_opengl3.h"
#include "web/platform/canvas_font_loader.h"

namespace pingshen::platform {
namespace {

constexpr const char* kCanvas = "#canvas";
// After a pause an animation goes on from where it was instead of jumping.
constexpr double kShortestStep_ms = 0.1;
constexpr double kLongestStep_ms = 100;

}  // namespace

Result<std::unique_ptr<ImguiCanvas>> ImguiCanvas::Make(float font_size_px) {
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  attributes.alpha = false;
  attributes.depth = false;
  attributes.antialias = false;  // ImGui smooths its own edges
  const auto context = emscripten_webgl_create_context(kCanvas, &attributes);
  if (context <= 0 || emscripten_webgl_make_context_current(context) != EMSCRIPTEN_RESULT_SUCCESS) {
    return Fail(ErrorCode::ERR_PAGE_WEBGL);
  }
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendPlatformName = "canvas";
  if (!ImGui_ImplOpenGL3_Init("#version 300 es")) {
    ImGui::DestroyContext();
    return Fail(ErrorCode::ERR_PAGE_WEBGL);
  }
  auto shaped = std::make_unique<CanvasShapedText>();
  AddCanvasFonts(font_size_px, *shaped);
  return std::unique_ptr<ImguiCanvas>(
      new ImguiCanvas(static_cast<int>(context), std::move(shaped)));
}

ImguiCanvas::ImguiCanvas(int context, std::unique_ptr<CanvasShapedText> shaped)
    : context_(context), shaped_(std::move(shaped)) {}

ImguiCanvas::~ImguiCanvas() {
  ImGui_ImplOpenGL3_Shutdown();
  ImGui::DestroyContext();
  emscripten_webgl_destroy_context(context_);
}

void ImguiCanvas::BeginFrame(const Surface& surface, double now_ms) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = ImVec2(surface.width_px, surface.height_px);
  io.DisplayFramebufferScale = ImVec2(surface.density, surface.density);
  const double step_ms = std::clamp(now_ms - last_frame_ms_, kShortestStep_ms, kLongestStep_ms);
  io.DeltaTime = static_cast<float>(step_ms / 1000);
  last_frame_ms_ = now_ms;
  shaped_->MakeRoom();
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
}

void ImguiCanvas::EndFrame(bool draw) {
  if (!draw) {
    ImGui::EndFrame();
    return;
  }
  ImGui::Render();
  const ImGuiIO& io = ImGui::GetIO();
  const int width = static_cast<int>(std::lround(io.DisplaySize.x * io.DisplayFramebufferScale.x));
  const int height = static_cast<int>(std::lround(io.DisplaySize.y * io.DisplayFramebufferScale.y));
  if (width != width_ || height != height_) {
    // Only here: setting the size empties the canvas, and this frame fills it again.
    emscripten_set_canvas_element_size(kCanvas, width, height);
    width_ = width;
    height_ = height;
  }
  glViewport(0, 0, width, height);
  glClearColor(1, 1, 1, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void ImguiCanvas::Restored() {
  ImGui_ImplOpenGL3_DestroyDeviceObjects();
  ImGui_ImplOpenGL3_CreateDeviceObjects();
}

}  // namespace pingshen::platform
