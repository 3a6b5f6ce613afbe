// Controls by themselves, drawn headless: what finger, mouse, keys and screen reader do with them.
#include <gtest/gtest.h>
#include <imgui.h>

#include <functional>
#include <string>
#include <vector>

#include "tests/web/ui/app/ui_harness.h"
#include "web/ui/controls/choice_sheet.h"
#include "web/ui/controls/mark_choice.h"
#include "web/ui/controls/rank_list.h"
#include "web/ui/controls/slider.h"
#include "web/ui/draw/rich_text.h"
#include "web/ui/draw/surface.h"

namespace pingshen::ui {
namespace {

// One control on an empty page.
class Controls : public ::testing::Test {
 protected:
  Controls() {
    input_.width_px = 390;
    input_.height_px = 844;
    input_.touch = true;
    input_.now_ms = 1000;
  }
  using Drawer = std::function<void(Frame&, Column&)>;

  void Draw(const Drawer& draw) {
    draw_ = draw;
    Next();
    Next();
  }
  void Next() {
    output_ = {};
    imgui_.Frame([&] {
      pointer_.Begin(input_.touch);
      mirror_.Begin(input_.dom, output_);
      Frame frame{.input = input_,
                  .output = output_,
                  .language = Language::kChinese,
                  .palette = LightPalette(),
                  .draw = *ImGui::GetBackgroundDrawList(),
                  .text = text_,
                  .pointer = pointer_,
                  .mirror = mirror_,
                  .surfaces = surfaces_,
                  .layout = LayoutOf(input_.width_px),
                  .clip = {0, 0, input_.width_px, input_.height_px}};
      Column column{kLeft, kTop, input_.width_px - 2 * kLeft};
      draw_(frame, column);
      text_.EndFrame();
    });
    input_.dom.activated.clear();
    input_.dom.edits.clear();
    input_.now_ms += 16;
  }
  const Control& At(std::string_view id) {
    for (const Control& control : output_.controls) {
      if (control.id == id) return control;
    }
    ADD_FAILURE() << "no " << id;
    static const Control kNone;
    return kNone;
  }
  bool Has(std::string_view id) {
    for (const Control& control : output_.controls) {
      if (control.id == id) return true;
    }
    return false;
  }
  void Activate(std::string id) {
    input_.dom.activated.push_back(std::move(id));
    Next();
    Next();
  }
  void Press(float x, float y) {
    imgui_.Use();
    ImGui::GetIO().AddMousePosEvent(x, y);
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    Next();
    Next();
  }
  void Move(float x, float y) {
    imgui_.Use();
    ImGui::GetIO().AddMousePosEvent(x, y);
    Next();
    Next();
  }
  void Release() {
    imgui_.Use();
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    Next();
    Next();
  }
  void Tap(std::string_view id) {
    const Rect rect = At(id).rect;
    Press(rect.x + rect.width / 2, rect.y + rect.height / 2);
    Release();
  }

  static constexpr float kLeft = 16, kTop = 100;
  HeadlessImgui imgui_{390, 844};
  FrameInput input_;
  ScreenOutput output_;
  TextLayout text_;
  Pointer pointer_;
  Mirror mirror_;
  SurfaceStack surfaces_;
  Drawer draw_;
};

class SliderTest : public Controls {
 protected:
  void SetUp() override {
    Draw([this](Frame& frame, Column& column) {
      const auto chosen = Slider(frame, column, Spec(), drag_);
      if (chosen) value_ = chosen;
    });
  }
  SliderSpec Spec() const {
    return {.id = "s",
            .name = "完好率",
            .value = value_,
            .minimum = Decimal::FromInteger(0),
            .maximum = Decimal::FromInteger(100),
            .step = Decimal::FromInteger(5)};
  }
  std::string Value() const { return value_ ? value_->ToString() : ""; }
  std::optional<Decimal> value_;
  SliderDrag drag_;
};

TEST_F(SliderTest, IsASliderWithItsEndsAndItsButtons) {
  const Control& control = At("s");
  EXPECT_EQ(control.role, Role::kSlider);
  EXPECT_EQ(control.low, "0");
  EXPECT_EQ(control.high, "100");
  EXPECT_EQ(control.value, "0");
  EXPECT_EQ(control.value_text, "尚未填写") << "nothing is chosen yet";
  Tap("s=more");
  EXPECT_EQ(Value(), "0") << "the first step takes the least";
  Tap("s=more");
  EXPECT_EQ(Value(), "5");
  EXPECT_EQ(At("s").value, "5");
  EXPECT_EQ(At("s").value_text, "5");
  Tap("s=less");
  EXPECT_EQ(Value(), "0");
  EXPECT_TRUE(At("s=less").disabled);
}

TEST_F(SliderTest, KeysComeThroughTheMirror) {
  Activate("s=last");
  EXPECT_EQ(Value(), "100");
  Activate("s=much-less");
  EXPECT_EQ(Value(), "50");
  Activate("s=first");
  EXPECT_EQ(Value(), "0");
  Activate("s=much-more");
  EXPECT_EQ(Value(), "50");
}

TEST_F(SliderTest, ATapOnTheLineAndADragAlongIt) {
  const Rect rect = At("s").rect;
  Press(rect.x + rect.width * 0.5f, rect.y + 20);
  Release();
  EXPECT_EQ(Value(), "50");
  Press(rect.x + rect.width * 0.5f, rect.y + 20);
  Move(rect.x + rect.width * 0.5f + 40, rect.y + 22);
  EXPECT_EQ(Value(), "50") << "stored when the finger leaves";
  Move(rect.x + rect.width + 30, rect.y + 60);
  EXPECT_EQ(At("s").value, "100") << "shown at once, also when the finger has left the line";
  Release();
  EXPECT_EQ(Value(), "100");
}

TEST_F(SliderTest, AnEndThatIsNoStepIsNotReached) {
  SliderSpec spec = Spec();
  spec.maximum = Decimal::FromInteger(98);
  EXPECT_EQ(SliderValueAt(spec, 1).ToString(), "95");
  EXPECT_EQ(SliderValueAt(spec, 0).ToString(), "0");
}

class RankTest : public Controls {
 protected:
  void SetUp() override {
    Draw([this](Frame& frame, Column& column) {
      std::vector<RankRow> rows;
      for (const std::string& name : order_) rows.push_back({"r=" + name, name});
      const auto move = RankList(frame, column, {.name = "排序", .rows = rows}, drag_);
      if (!move) return;
      std::string name = order_[move->from];
      order_.erase(order_.begin() + static_cast<std::ptrdiff_t>(move->from));
      order_.insert(order_.begin() + static_cast<std::ptrdiff_t>(move->to), std::move(name));
    });
  }
  std::string Order() const {
    std::string all;
    for (const std::string& name : order_) all += name;
    return all;
  }
  std::vector<std::string> order_{"a", "b", "c", "d"};
  RankDrag drag_;
};

TEST_F(RankTest, OnePlaceAtATimeByButtons) {
  EXPECT_TRUE(At("r=a/up").disabled);
  EXPECT_TRUE(At("r=d/down").disabled);
  Tap("r=c/up");
  EXPECT_EQ(Order(), "acbd");
  Activate("r=a/down");
  EXPECT_EQ(Order(), "cabd");
  EXPECT_EQ(At("r=c").name, "第 1 位：c");
}

TEST_F(RankTest, AnyWayByDraggingTheHandle) {
  const Rect first = At("r=a").rect, last = At("r=d").rect;
  Press(kLeft + 20, first.y + first.height / 2);
  Move(kLeft + 20, first.y + first.height / 2 + 12);
  EXPECT_EQ(Order(), "abcd") << "while it is held nothing is decided";
  Move(kLeft + 20, last.y + last.height / 2 + 4);
  Release();
  EXPECT_EQ(Order(), "bcda");
  EXPECT_TRUE(drag_.id.empty());
}

TEST_F(Controls, MarksAreRadiosWithLetterAndWord) {
  int tapped = -1;
  Draw([&](Frame& frame, Column& column) {
    const MarkChoice marks[] = {{.id = "g=A", .letter = "A", .word = "优秀"},
                                {.id = "g=B", .letter = "B", .word = "良好", .selected = true}};
    const int now = MarkChoices(frame, column, "急诊", marks);
    if (now >= 0) tapped = now;
  });
  EXPECT_EQ(At("g=A").role, Role::kRadio);
  EXPECT_EQ(At("g=A").name, "A 优秀");
  EXPECT_EQ(At("g=A").group, "急诊");
  EXPECT_TRUE(At("g=B").checked);
  Tap("g=A");
  EXPECT_EQ(tapped, 0);
}

TEST_F(Controls, AJudgementIsTakenBackByTappingItAgain) {
  std::optional<bool> met;
  Draw([&](Frame& frame, Column& column) {
    switch (DrawJudgedPoint(frame, column, "急诊",
                            {.id = "g:C-1", .code = "C-1", .text = "有制度", .met = met})) {
      case Judgement::kMet:
        met = true;
        break;
      case Judgement::kNotMet:
        met = false;
        break;
      case Judgement::kTakenBack:
        met.reset();
        break;
      case Judgement::kNone:
        break;
    }
  });
  Tap("g:C-1=no");
  EXPECT_EQ(met, std::optional(false));
  Tap("g:C-1=yes");
  EXPECT_EQ(met, std::optional(true));
  Tap("g:C-1=yes");
  EXPECT_EQ(met, std::nullopt);
  EXPECT_EQ(At("g:C-1=yes").name, "C-1 达到");
}

class SheetTest : public Controls {
 protected:
  void SetUp() override {
    for (int i = 0; i < 3000; ++i) {
      labels_.push_back("第" + std::to_string(i) + "村卫生室");
      ids_.push_back("v=" + std::to_string(i));
    }
    Draw([this](Frame& frame, Column&) {
      std::vector<Choice> choices;
      for (std::size_t i = 0; i < labels_.size(); ++i)
        choices.push_back({.id = ids_[i], .label = labels_[i]});
      const ChoiceSheetAnswer answer =
          DrawChoiceSheet(frame, {.title = "机构", .choices = choices, .empty = "无"}, state_);
      if (answer.tapped >= 0) tapped_ = answer.tapped;
      closed_ = closed_ || answer.closed;
    });
  }
  std::vector<std::string> labels_, ids_;
  ChoiceSheetState state_;
  int tapped_ = -1;
  bool closed_ = false;
};

TEST_F(SheetTest, OnlyWhatIsNearIsInTheMirrorAndTheSearchFindsTheRest) {
  EXPECT_TRUE(Has("v=0"));
  EXPECT_FALSE(Has("v=2999"));
  EXPECT_LT(output_.controls.size(), 60u);
  input_.dom.edits.push_back({"sheet/search", "2999", false, false});
  Next();
  Next();
  EXPECT_TRUE(Has("v=2999"));
  EXPECT_FALSE(Has("v=0"));
  Tap("v=2999");
  EXPECT_EQ(tapped_, 2999);
}

TEST_F(SheetTest, SaysWhenNothingMatchesAndCloses) {
  input_.dom.edits.push_back({"sheet/search", "医院", false, false});
  Next();
  Next();
  EXPECT_EQ(At("sheet/nothing").name, "没有符合“医院”的选项");
  Tap("sheet/close");
  EXPECT_TRUE(closed_);
}

TEST(MatchesQuery, IgnoresCaseWidthAndTheOrderOfWords) {
  EXPECT_TRUE(MatchesQuery("Shuanghe Village Clinic", "clinic SHUANG"));
  EXPECT_TRUE(MatchesQuery("Ａ类机构", "a类"));
  EXPECT_TRUE(MatchesQuery("双河村", ""));
  EXPECT_FALSE(MatchesQuery("双河村", "太平"));
}

std::string Described(std::string_view text) {
  std::string out;
  for (const RichBlock& block : ParseRichText(text)) {
    if (!out.empty()) out += "|";
    if (block.kind == RichBlock::Kind::kHeading) out += "#" + std::to_string(block.level) + " ";
    if (block.kind == RichBlock::Kind::kBullet) out += "- ";
    for (const RichRun& run : block.runs) out += run.bold ? "<" + run.text + ">" : run.text;
  }
  return out;
}

TEST(RichText, KnowsTheStylesOfXlsforms) {
  EXPECT_EQ(Described("请**逐条**核对"), "请<逐条>核对");
  EXPECT_EQ(Described("## 说明\n- 一\n* 二"), "#2 说明|- 一|- 二");
  EXPECT_EQ(Described("_不得_凭记忆"), "不得凭记忆");
  EXPECT_EQ(Described("见[办法](https://a.cn/b)。"), "见办法。");
  EXPECT_EQ(Described("<span style=\"color:red\">红</span>字"), "红字");
  EXPECT_EQ(Described("5 < 6 和 a_b_c 与 2*3*4"), "5 < 6 和 a_b_c 与 2*3*4");
  EXPECT_EQ(Described("\\*\\*原样\\*\\*"), "**原样**");
  EXPECT_EQ(PlainText("请**逐条**核对"), "请逐条核对");
  EXPECT_EQ(PlainText("**未闭合"), "**未闭合");
}

TEST_F(Controls, BoldWordsStandInTheLine) {
  float height = 0, plain = 0;
  Draw([&](Frame& frame, Column& column) {
    const float top = column.y;
    DrawRichText(frame, column, kBody, "请**逐条**核对");
    height = column.y - top;
    DrawRichText(frame, column, kBody, "请核对");
    plain = column.y - top - height;
  });
  EXPECT_EQ(height, plain) << "one line";
}

}  // namespace
}  // namespace pingshen::ui
