#include "web/ui/io/mirror.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/web/ui/app/ui_harness.h"

namespace pingshen::ui {
namespace {

constexpr Rect kClip{0, 100, 390, 500};

class MirrorTest : public ::testing::Test {
 protected:
  Control Added(Role role, const Rect& rect) {
    mirror_.Begin(dom_, output_);
    Control control;
    control.id = "x";
    control.role = role;
    control.rect = rect;
    mirror_.Add(control, kClip);
    return output_.controls.back();
  }

  Mirror mirror_;
  DomInput dom_;
  ScreenOutput output_;
};

TEST_F(MirrorTest, WhatIsInsideIsVisibleAsItIs) {
  const Control control = Added(Role::kButton, {10, 120, 100, 44});
  EXPECT_TRUE(control.visible);
  EXPECT_EQ(control.rect.y, 120);
}

TEST_F(MirrorTest, WhatIsOutsideKeepsItsPlaceAndIsNotVisible) {
  const Control control = Added(Role::kButton, {10, 700, 100, 44});
  EXPECT_FALSE(control.visible);
  EXPECT_EQ(control.rect.y, 700);
  EXPECT_EQ(control.rect.height, 44);
}

TEST_F(MirrorTest, AButtonPartlyCoveredShowsItsPart) {
  const Control control = Added(Role::kButton, {10, 80, 100, 44});
  EXPECT_TRUE(control.visible);
  EXPECT_EQ(control.rect.y, 100);
  EXPECT_EQ(control.rect.height, 24);
}

TEST_F(MirrorTest, ATextBoxPartlyCoveredIsNotVisibleBecauseItsTextWouldShift) {
  EXPECT_FALSE(Added(Role::kTextbox, {10, 80, 100, 44}).visible);
  EXPECT_TRUE(Added(Role::kTextbox, {10, 100, 100, 44}).visible);
  EXPECT_TRUE(Added(Role::kMultilineTextbox, {10, 50, 100, 800}).visible)
      << "taller than the screen: it could never be seen";
}

TEST_F(MirrorTest, WhileMutedNothingIsAddedAndNothingAnswers) {
  dom_.activated = {"x"};
  mirror_.Begin(dom_, output_);
  EXPECT_TRUE(mirror_.Activated("x"));
  mirror_.set_muted(true);
  mirror_.Add({}, kClip);
  EXPECT_TRUE(output_.controls.empty());
  EXPECT_FALSE(mirror_.Activated("x"));
}

// The roles of ARIA, by name.
TEST(RoleNames, AreAria) {
  const std::set<std::string_view> aria{"button", "radio", "checkbox", "textbox",    "heading",
                                        "status", "alert", "tab",      "tablist",    "link",
                                        "group",  "text",  "dialog",   "progressbar"};
  for (int role = 0; role <= static_cast<int>(Role::kProgressbar); ++role) {
    EXPECT_TRUE(aria.contains(RoleName(static_cast<Role>(role)))) << role;
  }
}

}  // namespace
}  // namespace pingshen::ui
