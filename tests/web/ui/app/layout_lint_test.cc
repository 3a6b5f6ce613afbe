// Every screen at every size in both languages: nothing overlaps, nothing is too small for a
// finger, nothing sticks out.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "tests/web/ui/app/everything_form.h"
#include "tests/web/ui/app/ladder_sample.h"
#include "tests/web/ui/app/sample_form.h"
#include "tests/web/ui/app/ui_harness.h"
#include "web/ui/io/geometry.h"

namespace pingshen::ui {
namespace {

constexpr float kTouch = 44;

struct Size {
  float width, height;
};
constexpr Size kSizes[] = {{390, 844}, {1024, 768}, {1440, 900}, {320, 568}, {768, 1024}};

struct Place {
  const char* name;
  std::function<void(AppHarness&)> go;
};

void ToNew(AppHarness& app) { app.Settle(), app.Activate("nav/new"); }
void ToSection(AppHarness& app, const char* code) {
  app.OpenSample(), app.Activate("section/" + std::string(code));
}
void ToEverything(AppHarness& app, const char* code) {
  app.session.UseForm(EverythingForm());
  ToSection(app, code);
}
void ToSign(AppHarness& app) {
  app.OpenSample();
  app.session.AnswerAll();
  app.Activate("nav/check");
  app.Activate("nav/sign");
}

void ToLadder(AppHarness& app, bool open) {
  static constexpr LadderChapter kLintChapters[] = {{5, 1}, {9, 2}, {4, 0}};
  app.session.UseForm(LadderForm(kLintChapters));
  app.OpenSample();
  const std::string marks = open ? "AB-DCDE-B" : "ABCDCDEBB";
  std::vector<std::pair<std::string, std::string>> answers;
  for (int chapter = 1; chapter <= 3; ++chapter) {
    for (int item = 1; item <= kLintChapters[chapter - 1].items; ++item) {
      const char mark = marks[static_cast<std::size_t>(item - 1)];
      if (mark != '-') answers.emplace_back(LadderItem(chapter, item), std::string(1, mark));
    }
  }
  app.session.AnswerMany(answers);
  app.Activate("nav/check");
}

const std::vector<Place>& Places() {
  static const std::vector<Place> places{
      {"EmptyList", [](AppHarness& app) { app.Settle(); }},
      {"List",
       [](AppHarness& app) {
         app.session.AddSample("永安乡大坪村中心卫生室（原第二卫生室、第三卫生室合并设置）");
         app.session.view().assessments.push_back(app.session.view().assessments[0]);
         app.session.view().assessments[1].assessment.id = "second";
         app.session.view().assessments[1].exported_at_ms = 1;
         app.session.view().assessments[1].changed_since_export = true;
         app.session.view().assessments[1].score = "86.25";
         app.Settle();
       }},
      {"New", ToNew},
      {"NewWithErrors",
       [](AppHarness& app) {
         ToNew(app);
         app.Commit("new/credit_code", "91350100m000100y43");
         app.Commit("new/region_code", "99");
         app.Activate("new/start");
       }},
      {"SectionA", [](AppHarness& app) { ToSection(app, "A"); }},
      {"SectionAOpened",
       [](AppHarness& app) {
         ToSection(app, "A");
         app.Activate("S-01=no");
         app.Activate("S-01/note");
         app.Activate("S-01/source");
         app.Commit("S-02", "六十");
       }},
      {"SectionB",
       [](AppHarness& app) {
         ToSection(app, "B");
         app.Activate("S-10/add");
         app.Activate("S-10/add");
         app.Commit("S-08", "11010519491231002x");
       }},
      {"SectionC",
       [](AppHarness& app) {
         ToSection(app, "C");
         app.Activate("S-12:register=more");
         app.Activate("S-14=yes");
       }},
      {"Question",
       [](AppHarness& app) {
         ToSection(app, "B");
         app.Activate("S-10/add");
         app.Activate("S-10#1/remove");
       }},
      {"ErrorBanner",
       [](AppHarness& app) {
         ToSection(app, "A");
         app.session.view().storage_stopped = true;
         app.session.view().last_error =
             Error{ErrorCode::ERR_STORE_FLUSH, "SQLITE_IOERR_FSYNC (1034)"};
         ++app.session.view().revision;
         app.Settle();
       }},
      {"KeyboardOpen",
       [](AppHarness& app) {
         ToSection(app, "A");
         app.Focus("S-02");
         app.input.height_px = std::max(300.0f, app.input.height_px - 336);
         app.Settle();
       }},
      {"CheckIncomplete", [](AppHarness& app) { app.OpenSample(), app.Activate("nav/check"); }},
      {"CheckComplete",
       [](AppHarness& app) {
         app.OpenSample();
         app.session.AnswerAll();
         app.session.Answer("S-14", model::ValueKind::kChoice, "yes");
         app.Activate("nav/check");
       }},
      {"LadderResult", [](AppHarness& app) { ToLadder(app, false); }},
      {"LadderOpen", [](AppHarness& app) { ToLadder(app, true); }},
      {"LadderItems",
       [](AppHarness& app) {
         ToLadder(app, true);
         app.Activate("check/marks/2/D");
       }},
      {"Forms", [](AppHarness& app) { app.Settle(), app.Activate("nav/forms"); }},
      {"ImportReady",
       [](AppHarness& app) {
         app.Settle(), app.Activate("nav/forms");
         const std::string_view json = SampleFormJson();
         app.Apply(session::ExamineForm{"样表.json", Bytes(json.begin(), json.end()), {}, {}});
       }},
      {"ImportRefused",
       [](AppHarness& app) {
         app.Settle(), app.Activate("nav/forms");
         app.Apply(session::ExamineForm{"坏.json", Bytes{'{'}, {}, {}});
       }},
      {"MakeKey", ToSign},
      {"Sign",
       [](AppHarness& app) {
         app.session.view().key = session::KeyView{"0123456789abcdef", "李敏", "太平镇中心卫生院"};
         ToSign(app);
       }},
      {"Signed",
       [](AppHarness& app) {
         app.session.view().key = session::KeyView{"0123456789abcdef", "李敏", "太平镇中心卫生院"};
         app.OpenSample();
         app.session.AnswerAll();
         app.session.view().last_export =
             session::ExportOutcome{"太平镇双河村卫生室-2026-自评.psbundle", 48'213,
                                    std::string(64, 'd'), "0123456789abcdef"};
         app.Activate("nav/check");
         app.Activate("nav/sign");
       }},
      {"GradesAndRates",
       [](AppHarness& app) {
         ToEverything(app, "G");
         app.Activate("E-01=E");
         app.Activate("E-02:C-1=yes");
         app.Commit("R-01:numerator", "671");
         app.Commit("R-01:denominator", "800");
         app.Commit("R-01:reported", "83.80");
       }},
      {"Choices", [](AppHarness& app) { ToEverything(app, "C"); }},
      {"ChoiceSheet", [](AppHarness& app) { ToEverything(app, "C"), app.Activate("C-03"); }},
      {"Texts", [](AppHarness& app) { ToEverything(app, "T"); }},
      {"FilesAndPlaces", [](AppHarness& app) { ToEverything(app, "F"); }},
      {"Structures",
       [](AppHarness& app) {
         ToEverything(app, "S");
         app.Activate("S-05/add");
         app.Activate("S-05#1/rec-faults/add");
       }},
      {"Notes", [](AppHarness& app) { ToEverything(app, "N"); }},
  };
  return places;
}

bool IsTarget(const Control& control) {
  switch (control.role) {
    case Role::kButton:
    case Role::kRadio:
    case Role::kCheckbox:
    case Role::kTextbox:
    case Role::kMultilineTextbox:
    case Role::kTab:
    case Role::kLink:
    case Role::kSlider:
      return true;
    default:
      return false;
  }
}

std::string Says(const Control& control) {
  return control.id + " [" + std::to_string(control.rect.x) + "," + std::to_string(control.rect.y) +
         " " + std::to_string(control.rect.width) + "x" + std::to_string(control.rect.height) + "]";
}

void CheckAll(const AppHarness& app) {
  std::set<std::string> ids;
  const auto& controls = app.output().controls;
  for (const Control& control : controls) {
    EXPECT_TRUE(ids.insert(control.id).second) << "twice: " << control.id;
    EXPECT_FALSE(control.name.empty()) << control.id;
    if (control.role == Role::kRadio) {
      EXPECT_FALSE(control.group.empty()) << control.id;
    }
    if (control.role == Role::kTab) {
      const auto list = std::ranges::find(controls, control.owner, &Control::id);
      ASSERT_NE(list, controls.end()) << control.id;
      EXPECT_EQ(list->role, Role::kTablist) << control.id;
    }
    if (!control.visible) continue;
    EXPECT_GE(control.rect.x, 0) << Says(control);
    EXPECT_LE(Right(control.rect), app.input.width_px + 0.01f) << Says(control);
    EXPECT_GE(control.rect.y, 0) << Says(control);
    EXPECT_LE(Bottom(control.rect), app.input.height_px + 0.01f) << Says(control);
  }
  for (std::size_t i = 0; i < controls.size(); ++i) {
    if (!controls[i].visible || !IsTarget(controls[i])) continue;
    for (std::size_t k = i + 1; k < controls.size(); ++k) {
      if (!controls[k].visible || !IsTarget(controls[k])) continue;
      EXPECT_FALSE(Intersects(controls[i].rect, controls[k].rect))
          << Says(controls[i]) << " overlaps " << Says(controls[k]);
    }
  }
}

struct Case {
  const Place* place;
  Size size;
  Language language;
};

class LayoutLint : public ::testing::TestWithParam<Case> {};

TEST_P(LayoutLint, EveryTargetCanBeReachedAndTapped) {
  const auto& [place, size, language] = GetParam();
  AppHarness app(size.width, size.height, size.width < 1000);
  app.session.view().language = language;
  place->go(app);
  ASSERT_FALSE(::testing::Test::HasFailure());
  ASSERT_FALSE(app.output().controls.empty());
  CheckAll(app);

  std::vector<std::string> targets;
  for (const Control& control : app.output().controls) {
    if (IsTarget(control)) targets.push_back(control.id);
    // Also what is scrolled away vertically must not stick out sideways, chips excepted.
    if (control.role != Role::kTab) {
      EXPECT_GE(control.rect.x, 0) << Says(control);
      EXPECT_LE(Right(control.rect), size.width + 0.01f) << Says(control);
    }
  }
  for (const std::string& id : targets) {
    app.Focus(id);
    const Control& control = app.At(id);
    EXPECT_TRUE(control.visible) << Says(control);
    EXPECT_GE(control.rect.width, kTouch) << Says(control);
    EXPECT_GE(control.rect.height, kTouch - 0.01f) << Says(control);
    CheckAll(app);
    if (HasFailure()) return;  // one finding at a time is enough to read
  }
}

std::vector<Case> Cases() {
  std::vector<Case> cases;
  for (const Place& place : Places()) {
    for (const Size& size : kSizes) {
      cases.push_back({&place, size, Language::kChinese});
      cases.push_back({&place, size, Language::kEnglish});
    }
  }
  return cases;
}

INSTANTIATE_TEST_SUITE_P(Screens, LayoutLint, ::testing::ValuesIn(Cases()), [](const auto& tested) {
  const Case& of = tested.param;
  return std::string(of.place->name) + "_" + std::to_string(static_cast<int>(of.size.width)) + "x" +
         std::to_string(static_cast<int>(of.size.height)) +
         (of.language == Language::kChinese ? "_zh" : "_en");
});

}  // namespace
}  // namespace pingshen::ui
