#include "web/ui/io/pointer.h"

#include <gtest/gtest.h>
#include <imgui.h>

#include "tests/web/ui/app/ui_harness.h"

namespace pingshen::ui {
namespace {

constexpr Rect kButton{100, 100, 80, 44};
constexpr Rect kScreen{0, 0, 390, 844};

class PointerTest : public ::testing::Test {
 protected:
  // Taps counted over the frames until ImGui's input queue is empty.
  int Run(bool touch, const Rect& clip = kScreen) {
    int taps = 0;
    for (int frame = 0; frame < 4; ++frame) {
      imgui_.Frame([&] {
        pointer_.Begin(touch);
        last_ = pointer_.Answer("button", kButton, clip);
        taps += last_.tapped;
      });
    }
    return taps;
  }
  void To(float x, float y) { ImGui::GetIO().AddMousePosEvent(x, y); }
  void Down() { ImGui::GetIO().AddMouseButtonEvent(0, true); }
  void Up() { ImGui::GetIO().AddMouseButtonEvent(0, false); }

  HeadlessImgui imgui_;
  Pointer pointer_;
  PointerAnswer last_;
};

TEST_F(PointerTest, PressAndReleaseOnTheSamePlaceIsOneTap) {
  To(120, 120), Down();
  EXPECT_EQ(Run(true), 0);
  EXPECT_TRUE(last_.held);
  Up();
  EXPECT_EQ(Run(true), 1);
  EXPECT_EQ(Run(true), 0);
}

TEST_F(PointerTest, ATapWithinOneFrameIsNotLost) {
  To(120, 120), Down(), Up();
  EXPECT_EQ(Run(true), 1);
}

TEST_F(PointerTest, TremblingUpToTenPixelsIsStillATap) {
  To(120, 120), Down();
  Run(true);
  To(127, 127), Up();
  EXPECT_EQ(Run(true), 1);
}

TEST_F(PointerTest, DraggingIsNoTapEvenWhenItComesBack) {
  To(120, 120), Down();
  Run(true);
  To(140, 120);
  Run(true);
  EXPECT_FALSE(last_.held);
  To(120, 120);
  Run(true);
  Up();
  EXPECT_EQ(Run(true), 0);
}

TEST_F(PointerTest, ReleaseElsewhereIsNoTap) {
  To(104, 120), Down();
  Run(true);
  To(97, 120), Up();  // 7 px: no drag, but off the button
  EXPECT_EQ(Run(true), 0);
}

TEST_F(PointerTest, PressElsewhereIsNoTap) {
  To(97, 120), Down();
  Run(true);
  To(104, 120), Up();
  EXPECT_EQ(Run(true), 0);
}

TEST_F(PointerTest, WhatIsCoveredDoesNotAnswer) {
  To(120, 120), Down(), Up();
  EXPECT_EQ(Run(true, {0, 0, 390, 110}), 0);
}

TEST_F(PointerTest, AFingerDoesNotHover) {
  To(120, 120);
  Run(true);
  EXPECT_FALSE(last_.hovered);
  Run(false);
  EXPECT_TRUE(last_.hovered);
}

TEST_F(PointerTest, ACancelledPressIsNoTap) {
  To(120, 120), Down();
  Run(true);
  pointer_.Cancel();
  Up();
  EXPECT_EQ(Run(true), 0);
}

}  // namespace
}  // namespace pingshen::ui
