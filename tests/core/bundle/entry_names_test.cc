#include "core/bundle/entry_names.h"

#include <gtest/gtest.h>

namespace pingshen::bundle {
namespace {

const std::string kDigest(64, 'a');

TEST(EntryNames, BuildsAndTakesApartAttachments) {
  const std::string name = AttachmentName(kDigest, "jpg");
  EXPECT_EQ(name, "attachments/" + kDigest + ".jpg");
  ASSERT_TRUE(IsAttachmentName(name));
  EXPECT_EQ(AttachmentSha256(name), kDigest);
  EXPECT_EQ(AttachmentExtension(name), "jpg");
}

TEST(EntryNames, RefusesOtherAttachments) {
  for (const std::string& name :
       {"attachments/" + kDigest, "attachments/" + kDigest + ".", "attachments/" + kDigest + ".JPG",
        "attachments/" + kDigest + ".toolongext", "attachments/" + kDigest + ".a.b",
        "attachments/" + kDigest + "a.jpg", "attachments/" + std::string(63, 'a') + ".jpg",
        "attachments/" + std::string(64, 'A') + ".jpg",
        "attachments/" + std::string(64, 'g') + ".jpg", "Attachments/" + kDigest + ".jpg",
        "x/" + kDigest + ".jpg", std::string("attachments/"), std::string()}) {
    EXPECT_FALSE(IsAttachmentName(name)) << name;
  }
}

TEST(EntryNames, NumbersSignaturesFromOne) {
  EXPECT_EQ(SignatureName(1), "signatures/1.json");
  EXPECT_EQ(SignatureName(12), "signatures/12.json");
}

}  // namespace
}  // namespace pingshen::bundle
