// Files beside answers, from the tap to the bundle.
#include <gtest/gtest.h>

#include "core/bundle/bundle.h"
#include "core/evaluation/attachment_rules.h"
#include "core/evaluation/recompute.h"
#include "tests/core/session/test_device.h"

namespace pingshen::session {
namespace {

constexpr std::string_view kPlace = "area:evidence";

Bytes Picture(std::uint8_t number, std::size_t size_bytes = 5'000) {
  Bytes bytes(size_bytes, number);
  constexpr std::uint8_t kJpeg[] = {0xFF, 0xD8, 0xFF, 0xE0};
  std::copy(std::begin(kJpeg), std::end(kJpeg), bytes.begin());
  return bytes;
}

std::string NameOf(const Bytes& bytes, std::string_view extension = "jpg") {
  return bundle::Sha256Hex(bytes) + "." + std::string(extension);
}

class AttachmentsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(device_.Start().has_value());
    ASSERT_EQ(device_.Create(), "");
  }
  std::string Add(const Bytes& bytes, std::string name = "IMG_1.jpg",
                  std::string_view path = kPlace) {
    return device_.Apply(Attach{Path(path), std::move(name), bytes});
  }
  std::string Remove(const Bytes& bytes) {
    return device_.Apply(Detach{Path(kPlace), NameOf(bytes)});
  }
  std::vector<std::string> Named(std::string_view path = kPlace) const {
    return device_.At(path).Attachments();
  }
  // Of the last saved file.
  bundle::VerifiedPayload Exported() {
    const auto payload = bundle::Verify(device_.saver().files().back().bytes, {});
    EXPECT_TRUE(payload.has_value());
    return *payload;
  }

  TestDevice device_;
};

TEST_F(AttachmentsTest, APhotoIsDurableShownAndExported) {
  const Bytes one = Picture(1);
  const Bytes two = Picture(2);
  EXPECT_EQ(Add(one, "C:\\照片\\门诊 楼.JPG"), "");
  EXPECT_EQ(Add(two), "");
  EXPECT_EQ(Named(), (std::vector{NameOf(one), NameOf(two)}));
  const model::Attachment& known = device_.open().attachments->at(NameOf(one));
  EXPECT_EQ(known.media_type, "image/jpeg");
  EXPECT_EQ(known.original_name, "门诊 楼.JPG");
  EXPECT_EQ(known.size_bytes, one.size());
  EXPECT_EQ(device_.open().attached_bytes, one.size() + two.size());

  ASSERT_TRUE(device_.KillAndStart(0).has_value());
  ASSERT_EQ(device_.Apply(OpenAssessment{device_.view().assessments[0].assessment.id}), "");
  EXPECT_EQ(Named(), (std::vector{NameOf(one), NameOf(two)}));
  EXPECT_EQ(*device_.session().ReadAttachment(NameOf(two)), two);
  EXPECT_EQ(device_.Apply(SaveAttachment{NameOf(one)}), "");
  EXPECT_EQ(device_.saver().files().back().name, "门诊 楼.JPG");
  EXPECT_EQ(device_.saver().files().back().media_type, "image/jpeg");
  EXPECT_EQ(device_.saver().files().back().bytes, one);

  device_.AnswerAll();
  ASSERT_EQ(device_.Apply(CreateKey{"张三", "单位", std::string(kPassphrase)}), "");
  ASSERT_EQ(device_.Apply(SignAndExport{std::string(kPassphrase)}), "");
  const Bytes& file = device_.saver().files().back().bytes;
  const bundle::VerifiedPayload payload = Exported();
  ASSERT_EQ(payload.attachments().size(), 2u);
  for (const bundle::AttachmentPlace& place : payload.attachments()) {
    const ByteView bytes = ByteView(file).subspan(static_cast<std::size_t>(place.offset_bytes),
                                                  static_cast<std::size_t>(place.size_bytes));
    const Bytes& expected = place.name == NameOf(one) ? one : two;
    EXPECT_EQ(Bytes(bytes.begin(), bytes.end()), expected);
  }
}

TEST_F(AttachmentsTest, WhatWasTakenOutStaysOnTheDeviceAndNotInTheBundle) {
  const Bytes one = Picture(1);
  const Bytes two = Picture(2);
  ASSERT_EQ(Add(one), "");
  ASSERT_EQ(Add(two), "");
  EXPECT_EQ(Remove(one), "");
  EXPECT_EQ(Remove(one), "ERR_SESSION_PATH");
  EXPECT_EQ(Named(), std::vector{NameOf(two)});
  EXPECT_EQ(device_.open().attached_bytes, two.size());
  EXPECT_EQ(*device_.session().ReadAttachment(NameOf(one)), one);
  device_.AnswerAll();
  ASSERT_EQ(device_.Apply(CreateKey{"张三", "单位", std::string(kPassphrase)}), "");
  ASSERT_EQ(device_.Apply(SignAndExport{std::string(kPassphrase)}), "");
  ASSERT_EQ(Exported().attachments().size(), 1u);
  EXPECT_EQ(Exported().attachments()[0].name, NameOf(two));
  EXPECT_EQ(Remove(two), "");
  EXPECT_TRUE(device_.At(kPlace).empty());
  EXPECT_EQ(Add(one), "") << "and back again";
}

TEST_F(AttachmentsTest, RefusalsChangeNothing) {
  const Bytes one = Picture(1);
  EXPECT_EQ(Add({}), "ERR_ATTACHMENT_EMPTY");
  EXPECT_EQ(Add(Bytes{'<', 'h', 't', 'm', 'l', '>'}, "a.jpg"), "ERR_ATTACHMENT_TYPE");
  EXPECT_EQ(Add(Picture(1, (32u << 20) + 1)), "ERR_ATTACHMENT_SIZE");
  EXPECT_EQ(Add(one, "a.jpg", "area"), "ERR_SESSION_PATH");
  EXPECT_EQ(Add(one, "a.jpg", "area:note"), "ERR_SESSION_PATH");
  EXPECT_EQ(Add(one, "a.jpg", "nowhere"), "ERR_SESSION_PATH");
  EXPECT_EQ(Add(one, "a.jpg", "people#1/name:evidence"), "ERR_SESSION_PATH");
  EXPECT_TRUE(device_.At(kPlace).empty());
  EXPECT_TRUE(device_.open().attachments->empty());
  ASSERT_EQ(Add(one), "");
  EXPECT_EQ(Add(one), "ERR_ATTACHMENT_TWICE");
  EXPECT_EQ(Named().size(), 1u);
  EXPECT_EQ(
      device_.Set(kPlace, *model::Value::Make(model::ValueKind::kAttachments, NameOf(Picture(9)))),
      "ERR_STORE_ATTACHMENT_MISSING");
  EXPECT_EQ(Named().size(), 1u);
  EXPECT_EQ(device_.Set(kPlace, *model::Value::Make(model::ValueKind::kAttachments,
                                                    NameOf(Picture(9), "html"))),
            "ERR_SESSION_VALUE");
}

TEST_F(AttachmentsTest, TheSumIsBounded) {
  constexpr std::size_t kEach = 31u << 20;
  std::uint64_t sum = 0;
  std::uint8_t number = 1;
  for (; sum + kEach <= evaluation::kMaxTotalBytes; sum += kEach)
    ASSERT_EQ(Add(Picture(number++, kEach)), "");
  EXPECT_EQ(Add(Picture(number, kEach)), "ERR_ATTACHMENT_TOTAL");
  EXPECT_EQ(device_.open().attached_bytes, sum);
  EXPECT_EQ(Remove(Picture(1, kEach)), "");
  EXPECT_EQ(Add(Picture(number, kEach)), "");
}

TEST_F(AttachmentsTest, AFullDeviceRefusesThePhotoAndGoesOn) {
  ASSERT_EQ(Add(Picture(1)), "");
  device_.faults().SetCapacity(0);
  EXPECT_EQ(Add(Picture(2, 200'000)), "ERR_DEVICE_FULL");
  EXPECT_EQ(Named(), std::vector{NameOf(Picture(1))});
  EXPECT_FALSE(device_.view().storage_stopped);
  device_.faults().SetCapacity(std::nullopt);
  EXPECT_EQ(Add(Picture(2, 200'000)), "");
  EXPECT_EQ(device_.Set("area", Number("60")), "");
}

}  // namespace
}  // namespace pingshen::session
