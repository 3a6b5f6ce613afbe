// Scrolling as a finger and a wheel do it, on the sample form.
#include "web/ui/draw/scroll.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/web/ui/app/ui_harness.h"

namespace pingshen::ui {
namespace {

constexpr float kX = 200;

class ScrollTest : public ::testing::Test {
 protected:
  void SetUp() override { app_.OpenSample(); }
  float Top() { return app_.At("S-01/title").rect.y; }
  // S-02's heading keeps its true place also when it is out of sight.
  float Place() { return app_.At("S-04=a").rect.y; }
  // A stroke of `distance` px upwards in `steps` frames.
  void Swipe(float distance, int steps) {
    float y = 600;
    app_.Press(kX, y);
    for (int i = 0; i < steps; ++i) {
      y -= distance / static_cast<float>(steps);
      app_.Move(kX, y);
    }
  }

  AppHarness app_;
};

TEST_F(ScrollTest, AFingerDragsTheContentAlong) {
  const float before = Place();
  Swipe(100, 10);
  app_.Move(kX, 500, 200);  // rests before it leaves
  app_.Release();
  app_.Settle();
  EXPECT_NEAR(before - Place(), 100, 12) << "the first ten pixels may be eaten by the threshold";
  EXPECT_TRUE(app_.commands().empty());
}

TEST_F(ScrollTest, AQuickStrokeGoesOnAndComesToRest) {
  const float before = Place();
  Swipe(160, 6);
  const float at_release = Place();
  app_.Release();
  EXPECT_TRUE(app_.output().animating);
  app_.Settle();
  EXPECT_LT(Place(), at_release - 40);
  EXPECT_LT(before - Place(), 2000);
  EXPECT_FALSE(app_.output().animating);
  app_.Frame();
  EXPECT_FALSE(app_.output().animating) << "no frames while nothing moves";
}

TEST_F(ScrollTest, ADragThatBeginsOnAChoiceChoosesNothing) {
  const Control choice = app_.At("S-01=yes");
  const float x = choice.rect.x + 20, y = choice.rect.y + 20;
  app_.Press(x, y);
  app_.Move(x, y - 6);
  app_.Move(x, y - 30);
  app_.Move(x, y);
  app_.Release();
  app_.Settle();
  EXPECT_TRUE(app_.commands().empty());
}

TEST_F(ScrollTest, APressOnAMovingListOnlyStopsIt) {
  Swipe(160, 6);
  app_.Release();
  app_.Frame();
  ASSERT_TRUE(app_.output().animating);
  const Control* under = nullptr;
  for (const Control& control : app_.output().controls) {
    if (control.role == Role::kRadio && control.visible && control.rect.height >= 44)
      under = &control;
  }
  ASSERT_NE(under, nullptr);
  const Rect rect = under->rect;
  app_.TapAt(rect.x + 10, rect.y + 22);
  EXPECT_TRUE(app_.commands().empty());
  EXPECT_FALSE(app_.output().animating);
}

TEST_F(ScrollTest, ItStopsAtBothEnds) {
  const float top = Place();
  app_.Wheel(-30);
  EXPECT_EQ(Place(), top);
  Swipe(-200, 4);
  app_.Release();
  app_.Settle();
  EXPECT_EQ(Place(), top);
  for (int i = 0; i < 40; ++i) {
    app_.PointAt(kX, 500);
    app_.Wheel(10);
  }
  const float bottom = Place();
  EXPECT_LT(bottom, top);
  app_.Wheel(10);
  EXPECT_EQ(Place(), bottom);
}

TEST(WheelTest, TurnsWhatIsUnderTheMouse) {
  AppHarness wide(1024, 768, false);
  wide.OpenSample();
  const float before = wide.At("S-04=a").rect.y;
  wide.PointAt(700, 500);
  wide.Wheel(1);
  EXPECT_EQ(before - wide.At("S-04=a").rect.y, 100);
  wide.PointAt(100, 500);  // the rail, which has nothing to scroll
  wide.Wheel(1);
  EXPECT_EQ(before - wide.At("S-04=a").rect.y, 100);
}

TEST_F(ScrollTest, KeyboardFocusBringsAControlIntoView) {
  ASSERT_FALSE(app_.At("S-04=e").visible);
  app_.Focus("S-04=e");
  const Control control = app_.At("S-04=e");
  EXPECT_TRUE(control.visible);
  EXPECT_GE(control.rect.height, 44) << "all of it";
  app_.Focus("S-01=yes");
  EXPECT_TRUE(app_.At("S-01=yes").visible);
  EXPECT_GE(app_.At("S-01=yes").rect.height, 44);
}

TEST_F(ScrollTest, TheFocusedFieldStaysInViewWhenTheKeyboardOpens) {
  app_.Focus("S-02");
  app_.input.height_px = 480;  // the phone's keyboard takes the lower part
  app_.Settle();
  EXPECT_TRUE(app_.At("S-02").visible);
  EXPECT_LE(app_.At("S-02").rect.y + 44, 480);
}

TEST_F(ScrollTest, AMouseThatDragsDoesNotScroll) {
  AppHarness desk(1440, 900, false);
  desk.OpenSample();
  const float before = desk.At("S-04=a").rect.y;
  desk.Press(700, 600);
  for (int i = 1; i <= 10; ++i) desk.Move(700, 600 - 20.0f * static_cast<float>(i));
  desk.Release();
  desk.Settle();
  EXPECT_EQ(desk.At("S-04=a").rect.y, before);
}

}  // namespace
}  // namespace pingshen::ui
