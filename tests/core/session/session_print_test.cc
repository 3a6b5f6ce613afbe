// The printed draft of the open assessment.
#include <gtest/gtest.h>

#include "tests/core/report/page_text.h"
#include "tests/core/session/test_device.h"

namespace pingshen::session {
namespace {

class PrintTest : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(device_.Start().has_value()); }
  std::string Printed() {
    EXPECT_EQ(device_.Apply(PrintDraft{}), "");
    const Bytes& bytes = device_.saver().files().back().bytes;
    return std::string(AsText(bytes));
  }
  TestDevice device_;
};

TEST_F(PrintTest, NeedsAnOpenAssessment) {
  EXPECT_EQ(device_.Apply(PrintDraft{}), "ERR_SESSION_NOT_OPEN");
  EXPECT_TRUE(device_.saver().files().empty());
}

TEST_F(PrintTest, IsADraftInTheLanguageOfTheView) {
  ASSERT_EQ(device_.Create(), "");
  ASSERT_EQ(device_.Set("area", Number("72.5")), "");
  const std::string html = Printed();
  const auto& file = device_.saver().files().back();
  EXPECT_EQ(file.media_type, "text/html");
  EXPECT_TRUE(file.name.ends_with("_江永县上江圩村卫生室_2026-11-22_草稿.html")) << file.name;
  EXPECT_EQ(report::MarkupFault(html), "");
  EXPECT_NE(html.find("<div class=\"draft\">草稿</div>"), std::string::npos);
  EXPECT_NE(html.find("江永县上江圩村卫生室"), std::string::npos);
  EXPECT_NE(report::RowOf(html, "area").find("72.5"), std::string::npos)
      << report::RowOf(html, "area");
  ASSERT_EQ(device_.Apply(SetLanguage{Language::kEnglish}), "");
  EXPECT_NE(Printed().find("<div class=\"draft\">DRAFT</div>"), std::string::npos);
  EXPECT_TRUE(device_.saver().files().back().name.ends_with("_draft.html"));
}

TEST_F(PrintTest, HasThePicturesOfTheDeviceInside) {
  ASSERT_EQ(device_.Create(), "");
  ASSERT_EQ(device_.Set("area", Number("72.5")), "");
  Bytes picture(3'000, 7);
  constexpr std::uint8_t kJpeg[] = {0xFF, 0xD8, 0xFF, 0xE0};
  std::copy(std::begin(kJpeg), std::end(kJpeg), picture.begin());
  ASSERT_EQ(device_.Apply(Attach{Path("area:evidence"), "门诊楼.jpg", picture}), "");
  const std::string html = Printed();
  // printf '\xff\xd8\xff\xe0\x07\x07' | base64
  EXPECT_NE(html.find("<img src=\"data:image/jpeg;base64,/9j/4AcH"), std::string::npos);
  EXPECT_NE(report::RowOf(html, "area").find("附件 1 门诊楼.jpg|JPG，3 KB|SHA-256 "),
            std::string::npos)
      << report::RowOf(html, "area");
}

TEST_F(PrintTest, ChangesNothing) {
  ASSERT_EQ(device_.Create(), "");
  device_.AnswerAll();
  const std::uint64_t last = device_.open().last_sequence;
  Printed();
  EXPECT_EQ(device_.open().last_sequence, last);
  EXPECT_FALSE(device_.view().last_export.has_value());
}

}  // namespace
}  // namespace pingshen::session
