// 打印版 on the check screen, for finished and unfinished assessments alike.
#include <gtest/gtest.h>

#include "tests/web/ui/app/ui_harness.h"

namespace pingshen::ui {
namespace {

TEST(PrintStory, TheDraftIsPrintedOnceForATap) {
  AppHarness app;
  app.OpenSample();
  app.Activate("nav/check");
  EXPECT_EQ(app.At("check/print").name, "打印版");
  EXPECT_FALSE(app.At("check/print").disabled) << "an unfinished one, too";
  app.Activate("check/print");
  app.Settle();
  EXPECT_EQ(app.Sent<session::PrintDraft>().size(), 1u);
  EXPECT_FALSE(app.At("check/print").disabled) << "ready for the next time";
}

}  // namespace
}  // namespace pingshen::ui
