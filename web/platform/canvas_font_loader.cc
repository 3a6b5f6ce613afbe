#include "web/platform/canvas_font_loader.h"

#include <cmath>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/utf8.h"
#include "imgui.h"
#include "imgui_internal.h"

// canvas_font_loader.js; all in pixels of the canvas. `text`: UTF-8.
extern "C" {
struct GlyphMetrics {
  float advance;
  float left, right, ascent, descent;  // ink box around the pen position, outward positive
};
void pingshen_text_measure(const char* text, std::size_t bytes, int right_to_left, float size,
                           int weight, GlyphMetrics* out);
// Draws black on transparent with the pen at (x, y) and copies the width × height RGBA pixels to `out`.
void pingshen_text_draw(const char* text, std::size_t bytes, int right_to_left, float size,
                        int weight, int x, int y, int width, int height, std::uint8_t* out);
}

namespace pingshen::platform {
namespace {

// The em square of Chinese fonts lies 0.88 above and 0.12 below the baseline (OpenType "ideo" baseline; Noto Sans
// CJK, PingFang and YaHei agree), so a Chinese character fills its line exactly.
constexpr float kAscent = 0.88F;
constexpr int kRegularWeight = 400;
constexpr int kBoldWeight = 600;
constexpr int kInkMargin = 1;  // antialiasing reaches over the measured ink box

// Shown as nothing: joiners, directional marks, variation selectors.
bool IsInvisible(ImWchar c) {
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF ||
         (c >= 0xE0000 && c <= 0xE0FFF);
}

bool ContainsGlyph(ImFontAtlas*, ImFontConfig*, ImWchar code_point) {
  return code_point >= 0x20 && !(code_point >= 0x7F && code_point < 0xA0) &&
         !(code_point >= 0xD800 && code_point < 0xE000) && code_point <= 0x10FFFF;
}

bool InitBaked(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
  baked->Ascent = baked->Size * kAscent;
  baked->Descent = baked->Ascent - baked->Size;
  return true;
}

// Drawn black. A pixel with ink that is not black belongs to a coloured glyph; else only the coverage counts.
bool KeepCoverageUnlessColoured(std::vector<std::uint8_t>& rgba) {
  for (std::size_t i = 0; i < rgba.size(); i += 4) {
    if (rgba[i + 3] > 0 && (rgba[i] | rgba[i + 1] | rgba[i + 2]) != 0) return true;
  }
  for (std::size_t i = 0; i < rgba.size(); i += 4) {
    std::memset(&rgba[i], 0xFF, 3);
  }
  return false;
}

bool LoadGlyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*,
               ImWchar code_point, ImFontGlyph* glyph, float* advance_only) {
  if (!ContainsGlyph(atlas, source, code_point)) return false;
  const float density = baked->RasterizerDensity * source->RasterizerDensity;
  const float size = baked->Size * density;
  const int weight = static_cast<int>(source->FontLoaderFlags);
  auto* const shaped = static_cast<ui::ShapedText*>(atlas->UserData);
  std::string text(shaped->LineOf(code_point));
  const bool is_line = !text.empty();
  if (!is_line) AppendUtf8(text, code_point);
  const int right_to_left = is_line && ui::RunsRightToLeft(text) ? 1 : 0;
  GlyphMetrics metrics{};
  if (!IsInvisible(code_point))
    pingshen_text_measure(text.data(), text.size(), right_to_left, size, weight, &metrics);
  // Whole device pixels, or every second letter is blurred.
  const float advance = std::round(metrics.advance) / density;
  if (advance_only != nullptr) {
    *advance_only = advance;
    return true;
  }
  glyph->Codepoint = code_point;
  glyph->AdvanceX = advance;
  if (metrics.left + metrics.right <= 0 || metrics.ascent + metrics.descent <= 0) return true;

  const int x0 = static_cast<int>(std::floor(-metrics.left)) - kInkMargin;
  const int x1 = static_cast<int>(std::ceil(metrics.right)) + kInkMargin;
  const int y0 = static_cast<int>(std::floor(-metrics.ascent)) - kInkMargin;
  const int y1 = static_cast<int>(std::ceil(metrics.descent)) + kInkMargin;
  const int width = x1 - x0;
  const int height = y1 - y0;
  const ImFontAtlasRectId packed = ImFontAtlasPackAddRect(atlas, width, height);
  if (packed == ImFontAtlasRectId_Invalid) return false;

  static std::vector<std::uint8_t> pixels;  // scratch, kept for its capacity
  pixels.resize(4U * static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  pingshen_text_draw(text.data(), text.size(), right_to_left, size, weight, -x0, -y0, width, height,
                     pixels.data());
  if (is_line) shaped->CountInk(pixels.size() / 4);
  glyph->Colored = KeepCoverageUnlessColoured(pixels);

  const float baseline = std::round(baked->Ascent * density) / density;
  glyph->X0 = static_cast<float>(x0) / density;
  glyph->X1 = static_cast<float>(x1) / density;
  glyph->Y0 = static_cast<float>(y0) / density + baseline;
  glyph->Y1 = static_cast<float>(y1) / density + baseline;
  glyph->Visible = true;
  glyph->PackId = packed;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph,
                                     ImFontAtlasPackGetRect(atlas, packed), pixels.data(),
                                     ImTextureFormat_RGBA32, width * 4);
  return true;
}

const ImFontLoader* CanvasFontLoader() {
  static const ImFontLoader loader = [] {
    ImFontLoader made;
    made.Name = "canvas";
    made.FontSrcContainsGlyph = ContainsGlyph;
    made.FontBakedInit = InitBaked;
    made.FontBakedLoadGlyph = LoadGlyph;
    return made;
  }();
  return &loader;
}

ImFont* Add(const char* name, int weight, float size_px) {
  ImFontConfig config;
  std::strncpy(config.Name, name, sizeof config.Name - 1);
  config.SizePixels = size_px;
  config.FontLoader = CanvasFontLoader();
  config.FontLoaderFlags = static_cast<unsigned>(weight);
  return ImGui::GetIO().Fonts->AddFont(&config);
}

}  // namespace

Fonts AddCanvasFonts(float size_px, ui::ShapedText& shaped) {
  ImGui::GetIO().Fonts->UserData = &shaped;
  Fonts fonts;
  fonts.regular = Add("regular", kRegularWeight, size_px);
  fonts.bold = Add("bold", kBoldWeight, size_px);
  return fonts;
}

float CanvasShapedText::Width(std::string_view text, const ui::TextStyle& style) {
  const float density = ImGui::GetIO().DisplayFramebufferScale.x;
  GlyphMetrics metrics{};
  pingshen_text_measure(text.data(), text.size(), ui::RunsRightToLeft(text) ? 1 : 0,
                        style.size_px * density, style.bold ? kBoldWeight : kRegularWeight,
                        &metrics);
  return metrics.advance / density;
}

void CanvasShapedText::MakeRoom() {
  if (!full()) return;
  ImFontAtlas* const atlas = ImGui::GetIO().Fonts;
  ImFontAtlasBuildDiscardBakes(atlas, 0);
  atlas->CompactCache();
  Clear();
}

}  // namespace pingshen::platform
