#include "tests/web/ui/app/ui_harness.h"

#include <gtest/gtest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <utility>

namespace pingshen::ui {
namespace {

constexpr float kAscent = 0.88f;

bool HasGlyph(ImFontAtlas*, ImFontConfig*, ImWchar c) { return c >= ' '; }
bool InitBaked(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
  baked->Ascent = baked->Size * kAscent;
  baked->Descent = baked->Ascent - baked->Size;
  return true;
}
bool LoadGlyph(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*, ImWchar c,
               ImFontGlyph* glyph, float* advance_x) {
  const float advance = c < 0x80 ? baked->Size * 0.5f : baked->Size;
  if (advance_x != nullptr) {
    *advance_x = advance;
    return true;
  }
  glyph->Codepoint = c & 0x3FFFFFFu;  // a field of 26 bits
  glyph->AdvanceX = advance;
  return true;
}

const ImFontLoader& KnownWidths() {
  static const ImFontLoader loader = [] {
    ImFontLoader made;
    made.Name = "known widths";
    made.FontSrcContainsGlyph = HasGlyph;
    made.FontBakedInit = InitBaked;
    made.FontBakedLoadGlyph = LoadGlyph;
    return made;
  }();
  return loader;
}

}  // namespace

HeadlessImgui::HeadlessImgui(float width_px, float height_px) {
  IMGUI_CHECKVERSION();
  context_ = ImGui::CreateContext();
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {width_px, height_px};
  io.DisplayFramebufferScale = {1, 1};
  io.DeltaTime = 1.0f / 60;
  io.IniFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  for (int weight = 0; weight < 2; ++weight) {
    ImFontConfig config;
    config.SizePixels = 16;
    config.FontLoader = &KnownWidths();
    io.Fonts->AddFont(&config);
  }
}

void HeadlessImgui::Use() { ImGui::SetCurrentContext(context_); }

HeadlessImgui::~HeadlessImgui() {
  Use();
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)
    texture->SetStatus(ImTextureStatus_Destroyed);
  ImGui::DestroyContext(context_);
}

void HeadlessImgui::Frame(const std::function<void()>& draw) {
  Use();
  ImGui::NewFrame();
  draw();
  ImGui::Render();
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status != ImTextureStatus_OK) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

AppHarness::AppHarness(float width_px, float height_px, bool touch)
    : imgui_(width_px, height_px), app_(App::Make()) {
  input.width_px = width_px;
  input.height_px = height_px;
  input.touch = touch;
  input.now_ms = 1000;
  input.now_utc_ms = FakeSession::kNowUtcMs;
  input.utc_offset_minutes = 480;
}

void AppHarness::Frame(double passes_ms) {
  imgui_.Use();
  input.now_ms += passes_ms;
  ImGui::GetIO().DisplaySize = {input.width_px, input.height_px};
  ImGui::GetIO().DeltaTime = static_cast<float>(std::max(passes_ms, 1.0) / 1000);
  output_ = {};
  imgui_.Frame([&] { app_->Draw(session.View(), input, output_); });
  input.dom.activated.clear();
  input.dom.edits.clear();
  input.dom.focus_changed = false;
  if (!output_.announce.empty()) announced_ = output_.announce;
  requested_.insert(requested_.end(), output_.requests.begin(), output_.requests.end());
  for (const session::Command& command : output_.commands) {
    const Status status = session.Apply(command);
    app_->Applied(command, status);
    commands_.push_back(command);
  }
}

void AppHarness::Settle() {
  Frame();
  for (int frame = 0; output_.animating; ++frame) {
    ASSERT_LT(frame, kMostFrames) << "it never comes to rest";
    Frame();
  }
}

const Control* AppHarness::Find(std::string_view id) const {
  for (const Control& control : output_.controls) {
    if (control.id == id) return &control;
  }
  return nullptr;
}

const Control& AppHarness::At(std::string_view id) const {
  const Control* control = Find(id);
  if (control != nullptr) return *control;
  std::string all;
  for (const Control& other : output_.controls) all += " " + other.id;
  ADD_FAILURE() << "no control " << id << "; there are" << all;
  static const Control kNone;
  return kNone;
}

void AppHarness::Press(float x, float y) {
  imgui_.Use();
  ImGui::GetIO().AddMousePosEvent(x, y);
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  Frame();
  Frame();  // ImGui gives position and button in frames of their own
}

void AppHarness::Move(float x, float y, double passes_ms) {
  imgui_.Use();
  ImGui::GetIO().AddMousePosEvent(x, y);
  Frame(passes_ms);
}

void AppHarness::Release() {
  imgui_.Use();
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  Frame();
}

void AppHarness::TapAt(float x, float y) {
  Press(x, y);
  Release();
  Settle();
}

void AppHarness::Tap(std::string_view id) {
  const std::string focused = input.dom.focused;
  if (!At(id).visible) {
    Focus(std::string(id));
    Focus(focused);
  }
  const Control control = At(id);
  ASSERT_TRUE(control.visible) << id;
  TapAt(control.rect.x + control.rect.width * 0.5f, control.rect.y + control.rect.height * 0.5f);
}

void AppHarness::PointAt(float x, float y) {
  imgui_.Use();
  ImGui::GetIO().AddMousePosEvent(x, y);
  Settle();
}

void AppHarness::Wheel(float notches_down) {
  imgui_.Use();
  ImGui::GetIO().AddMouseWheelEvent(0, -notches_down);
  Settle();
}

void AppHarness::Deliver(const session::Command& command) {
  const Status status = session.Apply(command);
  app_->Applied(command, status);
  Settle();
  Settle();
}

void AppHarness::Activate(std::string id) {
  requested_.clear();
  EXPECT_NE(Find(id), nullptr) << id;
  input.dom.activated.push_back(std::move(id));
  Settle();
}

void AppHarness::Focus(std::string id) {
  input.dom.focused = std::move(id);
  input.dom.focus_changed = true;
  Settle();
}

void AppHarness::Type(std::string id, std::string text, bool composing) {
  EXPECT_NE(Find(id), nullptr) << id;
  input.dom.edits.push_back({std::move(id), std::move(text), composing, false});
  Frame();
  Frame();  // each event is given three frames; what an edit leads to may show in the second
}

void AppHarness::Commit(std::string id, std::string text) {
  EXPECT_NE(Find(id), nullptr) << id;
  input.dom.edits.push_back({std::move(id), std::move(text), false, true});
  Settle();
  Frame();
}

void AppHarness::Apply(const session::Command& command) {
  app_->Applied(command, session.Apply(command));
  Settle();
}

void AppHarness::OpenSample() {
  session.AddSample();
  Settle();
  Activate("assessment/" + std::string(FakeSession::kSampleId));
  ForgetCommands();
}

}  // namespace pingshen::ui
