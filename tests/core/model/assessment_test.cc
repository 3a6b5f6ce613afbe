#include "core/model/assessment.h"

#include <gtest/gtest.h>

namespace pingshen::model {
namespace {

TEST(AssessmentKind, CodesOfTheManifest) {
  const std::pair<AssessmentKind, std::string_view> pairs[] = {
      {AssessmentKind::kSelf, "self"},
      {AssessmentKind::kOnsite, "onsite"},
      {AssessmentKind::kRereview, "rereview"},
      {AssessmentKind::kSpotcheck, "spotcheck"}};
  for (const auto& [kind, code] : pairs) {
    EXPECT_EQ(CodeOf(kind), code);
    EXPECT_EQ(AssessmentKindOf(code), kind);
  }
  EXPECT_EQ(AssessmentKindOf(""), std::nullopt);
  EXPECT_EQ(AssessmentKindOf("Self"), std::nullopt);
}

}  // namespace
}  // namespace pingshen::model
