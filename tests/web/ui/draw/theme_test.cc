#include "web/ui/draw/theme.h"

#include <gtest/gtest.h>

#include <cmath>

namespace pingshen::ui {
namespace {

// WCAG 2.2, relative luminance and contrast ratio.
double Luminance(ImU32 colour) {
  const auto channel = [&](int shift) {
    const double c = ((colour >> shift) & 0xff) / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(IM_COL32_R_SHIFT) + 0.7152 * channel(IM_COL32_G_SHIFT) +
         0.0722 * channel(IM_COL32_B_SHIFT);
}
double Contrast(ImU32 a, ImU32 b) {
  const double la = Luminance(a), lb = Luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

TEST(Theme, TheRatioItselfIsRight) {
  EXPECT_NEAR(Contrast(IM_COL32(255, 255, 255, 255), IM_COL32(0, 0, 0, 255)), 21, 1e-9);
  EXPECT_NEAR(Contrast(IM_COL32(0x76, 0x76, 0x76, 255), IM_COL32(255, 255, 255, 255)), 4.54,
              0.01);  // the known limit grey
}

TEST(Theme, TextReachesAa) {
  const Palette& p = LightPalette();
  constexpr double kText = 4.5;
  for (const ImU32 ground : {p.surface, p.page, p.sunken}) {
    for (const ImU32 ink :
         {p.text, p.text_soft, p.accent, p.accent_pressed, p.good, p.warn, p.bad}) {
      EXPECT_GE(Contrast(ink, ground), kText) << std::hex << ink << " on " << ground;
    }
  }
  EXPECT_GE(Contrast(p.on_accent, p.accent), kText);
  EXPECT_GE(Contrast(p.on_accent, p.accent_pressed), kText);
  EXPECT_GE(Contrast(p.on_accent, p.bad), kText);
  EXPECT_GE(Contrast(p.accent_pressed, p.accent_soft), kText);
  EXPECT_GE(Contrast(p.text, p.accent_soft), kText);
  EXPECT_GE(Contrast(p.accent, p.accent_soft), kText);
  EXPECT_GE(Contrast(p.good, p.good_soft), kText);
  EXPECT_GE(Contrast(p.warn, p.warn_soft), kText);
  EXPECT_GE(Contrast(p.bad, p.bad_soft), kText);
  EXPECT_GE(Contrast(p.text, p.bad_soft), kText);
}

TEST(Theme, EdgesOfWhatCanBeOperatedReachThreeToOne) {
  const Palette& p = LightPalette();
  for (const ImU32 ground : {p.surface, p.page, p.sunken}) {
    for (const ImU32 edge : {p.border_strong, p.accent, p.bad, p.good})
      EXPECT_GE(Contrast(edge, ground), 2.8) << std::hex << edge;
    EXPECT_GE(Contrast(p.accent, ground), 3.0);
  }
  EXPECT_GE(Contrast(p.border_strong, p.surface), 3.0);
}

TEST(Theme, Layouts) {
  EXPECT_EQ(LayoutOf(390), Layout::kPhone);
  EXPECT_EQ(LayoutOf(1024), Layout::kTablet);
  EXPECT_EQ(LayoutOf(1440), Layout::kDesktop);
}

}  // namespace
}  // namespace pingshen::ui
