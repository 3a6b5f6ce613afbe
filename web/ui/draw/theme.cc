#include "web/ui/draw/theme.h"

namespace pingshen::ui {
namespace {

constexpr ImU32 Rgb(unsigned rgb) {
  return IM_COL32((rgb >> 16) & 0xff, (rgb >> 8) & 0xff, rgb & 0xff, 0xff);
}

constexpr Palette kLight{
    .page = Rgb(0xF3F6F7),
    .surface = Rgb(0xFFFFFF),
    .sunken = Rgb(0xF6F9F9),
    .hairline = Rgb(0xDFE7E9),
    .border_strong = Rgb(0x84969C),
    .text = Rgb(0x14252B),
    .text_soft = Rgb(0x4C5F67),
    .accent = Rgb(0x0B6B74),
    .accent_pressed = Rgb(0x07515A),
    .accent_soft = Rgb(0xE4F2F2),
    .accent_line = Rgb(0x9CCACC),
    .on_accent = Rgb(0xFFFFFF),
    .good = Rgb(0x17693B),
    .good_soft = Rgb(0xE5F4EA),
    .warn = Rgb(0x815300),
    .warn_soft = Rgb(0xFDF3DC),
    .bad = Rgb(0xB4231C),
    .bad_pressed = Rgb(0x8C1711),
    .bad_soft = Rgb(0xFCECEA),
    .bad_line = Rgb(0xEBB4AF),
    .scrim = IM_COL32(13, 30, 36, 110),
    .shadow = IM_COL32(16, 48, 56, 6),
};

}  // namespace

const Palette& LightPalette() { return kLight; }

ImFont* FontOf(const TextStyle& style) {
  const ImVector<ImFont*>& fonts = ImGui::GetIO().Fonts->Fonts;
  if (fonts.empty()) return nullptr;
  return style.bold && fonts.Size > 1 ? fonts[1] : fonts[0];
}

void PrepareFonts() {
  const ImGuiIO& io = ImGui::GetIO();
  for (ImFont* font : io.Fonts->Fonts) {
    if (io.DisplayFramebufferScale.x > 0)
      font->CurrentRasterizerDensity = io.DisplayFramebufferScale.x;
  }
}

void ApplyTheme() {
  ImGuiStyle& style = ImGui::GetStyle();
  style = ImGuiStyle();
  style.FontSizeBase = kBody.size_px;
  style.AntiAliasedLines = true;
  style.AntiAliasedFill = true;
  style.CircleTessellationMaxError = 0.1f;
  // We open no ImGui window; should one ever appear it must not be ImGui's dark grey.
  ImGui::StyleColorsLight(&style);
  style.Colors[ImGuiCol_Text] = ImGui::ColorConvertU32ToFloat4(kLight.text);
  style.Colors[ImGuiCol_WindowBg] = ImGui::ColorConvertU32ToFloat4(kLight.surface);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
}

}  // namespace pingshen::ui
