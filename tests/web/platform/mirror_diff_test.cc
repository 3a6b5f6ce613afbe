#include "web/platform/mirror_diff.h"

#include <gtest/gtest.h>

#include "core/json/json.h"

namespace pingshen::platform {
namespace {

ui::Control Button(std::string id, float y) {
  ui::Control control;
  control.id = std::move(id);
  control.name = "名称 " + control.id;
  control.rect = {10, y, 100, 44};
  return control;
}

// The ids under "order" or "controls"; {"-"} when the member is missing.
std::vector<std::string> Ids(const MirrorChange& change, std::string_view member) {
  const auto parsed = json::Parse(change.json);
  EXPECT_TRUE(parsed.has_value()) << change.json;
  if (!parsed) return {};
  const json::Value* list = parsed->Find(member);
  if (list == nullptr) return {"-"};
  std::vector<std::string> ids;
  for (const json::Value& item : list->items) {
    ids.push_back(item.kind == json::Value::Kind::kString ? item.text : item.Find("id")->text);
  }
  return ids;
}

using Strings = std::vector<std::string>;

TEST(MirrorDiffTest, TheFirstTimeEverythingIsNew) {
  MirrorDiff diff;
  const MirrorChange change = diff.Update({Button("a", 0), Button("b", 50)});
  EXPECT_EQ(Ids(change, "order"), (Strings{"a", "b"}));
  EXPECT_EQ(Ids(change, "controls"), (Strings{"a", "b"}));
  EXPECT_EQ(change.places, (std::vector<float>{10, 0, 100, 44, 1, 10, 50, 100, 44, 1}));
}

TEST(MirrorDiffTest, NothingChangedIsNothingSaid) {
  MirrorDiff diff;
  diff.Update({Button("a", 0)});
  EXPECT_TRUE(diff.Update({Button("a", 0)}).empty());
}

TEST(MirrorDiffTest, ScrollingSendsPlacesOnly) {
  MirrorDiff diff;
  diff.Update({Button("a", 0), Button("b", 50)});
  std::vector<ui::Control> scrolled = {Button("a", -30), Button("b", 20)};
  scrolled[0].visible = false;
  const MirrorChange change = diff.Update(scrolled);
  EXPECT_EQ(change.json, "");
  EXPECT_EQ(change.places, (std::vector<float>{10, -30, 100, 44, 0, 10, 20, 100, 44, 1}));
  EXPECT_TRUE(diff.Update(scrolled).empty());
}

TEST(MirrorDiffTest, AChangedControlIsSentAlone) {
  MirrorDiff diff;
  diff.Update({Button("a", 0), Button("b", 50)});
  std::vector<ui::Control> controls = {Button("a", 0), Button("b", 50)};
  controls[1].checked = true;
  const MirrorChange change = diff.Update(controls);
  EXPECT_EQ(Ids(change, "order"), (Strings{"-"}));
  EXPECT_EQ(Ids(change, "controls"), (Strings{"b"}));
  EXPECT_TRUE(change.places.empty());
}

TEST(MirrorDiffTest, InsertingSendsTheOrderAndTheNewOne) {
  MirrorDiff diff;
  diff.Update({Button("a", 0), Button("b", 50)});
  const MirrorChange change = diff.Update({Button("a", 0), Button("c", 50), Button("b", 100)});
  EXPECT_EQ(Ids(change, "order"), (Strings{"a", "c", "b"}));
  EXPECT_EQ(Ids(change, "controls"), (Strings{"c"}));
  EXPECT_EQ(change.places.size(), 3 * MirrorDiff::kFloatsPerPlace);
}

TEST(MirrorDiffTest, RemovingTheLastOneIsSaid) {
  MirrorDiff diff;
  diff.Update({Button("a", 0)});
  const MirrorChange change = diff.Update({});
  EXPECT_EQ(Ids(change, "order"), Strings{});
  EXPECT_FALSE(change.empty());
}

TEST(MirrorDiffTest, EveryMemberThatIsShownIsCompared) {
  using Edit = void (*)(ui::Control&);
  const Edit edits[] = {
      [](ui::Control& c) { c.role = ui::Role::kMultilineTextbox; },
      [](ui::Control& c) { c.name = "x"; },
      [](ui::Control& c) { c.value = "x"; },
      [](ui::Control& c) { c.value_text = "x"; },
      [](ui::Control& c) { c.description = "x"; },
      [](ui::Control& c) { c.group = "x"; },
      [](ui::Control& c) { c.owner = "x"; },
      [](ui::Control& c) { c.input_mode = ui::InputMode::kDecimal; },
      [](ui::Control& c) { c.level = 2; },
      [](ui::Control& c) { c.checked = true; },
      [](ui::Control& c) { c.disabled = true; },
      [](ui::Control& c) { c.invalid = true; },
      [](ui::Control& c) { c.required = true; },
      [](ui::Control& c) { c.max_length = 5; },
      [](ui::Control& c) { c.font_px = 20; },
  };
  for (const Edit edit : edits) {
    MirrorDiff diff;
    ui::Control control = Button("a", 0);
    control.role = ui::Role::kTextbox;
    diff.Update({control});
    edit(control);
    EXPECT_EQ(Ids(diff.Update({control}), "controls"), Strings{"a"}) << &edit - edits;
  }
}

TEST(MirrorDiffTest, ATextBoxCarriesWhatTheFieldNeeds) {
  MirrorDiff diff;
  ui::Control control = Button("VC-04", 0);
  control.role = ui::Role::kMultilineTextbox;
  control.value = "第一行\n\"引号\"";
  control.font_px = 17;
  control.max_length = 500;
  EXPECT_EQ(
      diff.Update({control}).json,
      R"({"order":["VC-04"],"controls":[{"id":"VC-04","role":"textbox","name":"名称 VC-04",)"
      R"("value":"第一行\n\"引号\"","mode":"text","font64":1088,"multiline":true,"max":500}]})");
}

}  // namespace
}  // namespace pingshen::platform
