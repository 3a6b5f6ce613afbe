#include "web/platform/page_services.h"

#include <gtest/gtest.h>

#include "core/evaluation/attachment_rules.h"

namespace pingshen::platform {
namespace {

std::string Written(const ui::PageRequest& request) {
  json::Writer out;
  WriteRequest(out, request);
  return out.Take();
}

model::Item ItemOf(model::ItemType type, std::int64_t max_count) {
  model::Item item;
  item.type = type;
  item.max_count = max_count;
  return item;
}

TEST(PageServices, ARequestSaysWhatThePageNeeds) {
  const auto path = *model::FieldPath::Parse("R-1#2/photo");
  const model::Item photo = ItemOf(model::ItemType::kPhoto, 3);
  EXPECT_EQ(
      Written(ui::RequestFor(ui::PageService::kFiles, photo, path, "门诊楼 \"外观\"", 0)),
      R"({"service":"files","path":"R-1#2/photo","title":"门诊楼 \"外观\"","accept":"image/*",)"
      R"("maxBytes":16777216,"multiple":true,"shrink":true})");
  // The last one that fits, and the camera, give one picture.
  EXPECT_EQ(Written(ui::RequestFor(ui::PageService::kFiles, photo, path, "", 2)),
            R"({"service":"files","path":"R-1#2/photo","title":"","accept":"image/*",)"
            R"("maxBytes":16777216,"shrink":true})");
  EXPECT_FALSE(ui::RequestFor(ui::PageService::kCamera, photo, path, "", 0).multiple);
  EXPECT_EQ(Written(ui::RequestFor(ui::PageService::kPosition,
                                   ItemOf(model::ItemType::kPosition, 1), path, "位置", 0)),
            R"({"service":"position","path":"R-1#2/photo","title":"位置"})");
}

TEST(PageServices, EvidenceTakesDocumentsAndShrinksPictures) {
  const auto path = *model::FieldPath::Parse("VC-03:evidence");
  const ui::PageRequest request = ui::RequestFor(
      ui::PageService::kFiles, ItemOf(model::ItemType::kDecimal, 1), path, "依据", 0);
  EXPECT_TRUE(request.accept.starts_with("image/*,.pdf,"));
  EXPECT_TRUE(request.multiple);
  EXPECT_TRUE(request.shrink);
}

TEST(PageServices, PlacesAreInWholePixels) {
  json::Writer out;
  ui::PageRequest request;
  request.service = ui::PageService::kFiles;
  WriteFilePlaces(out, {{{10.4f, 20.6f, 300, 44}, request}});
  EXPECT_EQ(out.Take(),
            R"([{"place":[10,21,300,44],"request":{"service":"files","path":"","title":""}}])");
}

}  // namespace
}  // namespace pingshen::platform
