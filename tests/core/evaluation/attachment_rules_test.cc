#include "core/evaluation/attachment_rules.h"

#include <gtest/gtest.h>

#include <string>

namespace pingshen::evaluation {
namespace {

using namespace std::string_literals;

std::string Type(const std::string& bytes, std::string_view extension = "") {
  const auto type = TypeOf(AsBytes(bytes), extension);
  return type ? std::string(type->extension) : "none";
}

// The first bytes are those of the formats' own specifications.
TEST(TypeOf, ReadsTheFirstBytesAndNotTheName) {
  EXPECT_EQ(Type("\xFF\xD8\xFF\xE0\0\x10JFIF"s, "exe"), "jpg");
  EXPECT_EQ(Type("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s), "png");
  EXPECT_EQ(Type("RIFF\x24\0\0\0WEBPVP8 "s, "jpg"), "webp");
  EXPECT_EQ(Type("RIFF\x24\0\0\0WAVEfmt "s), "wav");
  EXPECT_EQ(Type("%PDF-1.7\n"s, "docx"), "pdf");
  EXPECT_EQ(Type("PK\x03\x04\x14\0"s, "DOCX"), "docx");
  EXPECT_EQ(Type("PK\x03\x04\x14\0"s, "ofd"), "ofd");
  EXPECT_EQ(Type("PK\x03\x04\x14\0"s, "jpg"), "zip");
  EXPECT_EQ(Type("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s, "wps"), "wps");
  EXPECT_EQ(Type("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s), "doc");
  EXPECT_EQ(Type("\0\0\0\x18"s + "ftypmp42\0\0\0\0"s), "mp4");
  EXPECT_EQ(Type("\0\0\0\x18"s + "ftypisom\0\0\0\0"s, "3gp"), "3gp");
  EXPECT_EQ(Type("\0\0\0\x18"s + "ftypM4A \0\0\0\0"s, "mp4"), "m4a");
  EXPECT_EQ(Type("\0\0\0\x14"s + "ftypqt  \0\0\0\0"s), "mov");
  EXPECT_EQ(Type("\x1A\x45\xDF\xA3\x9F"s, "webm"), "webm");
  EXPECT_EQ(Type("OggS\0\x02"s), "ogg");
  EXPECT_EQ(Type("fLaC\0\0\0\x22"s), "flac");
  EXPECT_EQ(Type("#!AMR\n"s), "amr");
  EXPECT_EQ(Type("ID3\x04\0\0"s), "mp3");
  EXPECT_EQ(Type("\xFF\xFB\x90\x64"s), "mp3");
  EXPECT_EQ(Type("\xFF\xF1\x50\x80"s), "aac");
  EXPECT_EQ(Type("序号,姓名\r\n1,周春梅\r\n"s, "csv"), "csv");
  EXPECT_EQ(Type("\xD0\xF2\xBA\xC5,\xD0\xD5\xC3\xFB\r\n"s, "CSV"), "csv");  // GB 18030
}

TEST(TypeOf, KnowsNothingElse) {
  EXPECT_EQ(Type("<html><script>"s, "html"), "none");
  EXPECT_EQ(Type("<svg xmlns"s, "svg"), "none");
  EXPECT_EQ(Type("<html><script>"s, "jpg"), "none");
  EXPECT_EQ(Type("MZ\x90\0\x03"s, "txt"), "none");
  EXPECT_EQ(Type("\0\0\0\x18"s + "ftypheic\0\0\0\0"s, "jpg"), "none");
  EXPECT_EQ(Type("\0\0\0\x1C"s + "ftypavif\0\0\0\0"s), "none");
  EXPECT_EQ(Type("GIF89a"s, "gif"), "none");
  EXPECT_EQ(Type(""s, "txt"), "none");
  for (const char* begun : {"\xFF", "\xFF\xD8", "PK", "RIFF", "%PDF", "\x89PNG"})
    EXPECT_EQ(Type(begun), "none") << begun;
}

model::Item ItemOf(model::ItemType type, std::int64_t max_count = 1) {
  model::Item item;
  item.type = type;
  item.max_count = max_count;
  return item;
}

TEST(RuleOf, EachTypeTakesItsOwn) {
  const AttachmentRule photo = RuleOf(ItemOf(model::ItemType::kPhoto, 5), "");
  EXPECT_TRUE(Takes(photo, "jpg"));
  EXPECT_FALSE(Takes(photo, "pdf"));
  EXPECT_EQ(photo.max_count, 5u);
  EXPECT_TRUE(photo.shrink_pictures);
  EXPECT_EQ(AcceptOf(photo), "image/*");
  const AttachmentRule file = RuleOf(ItemOf(model::ItemType::kFile), "");
  EXPECT_TRUE(Takes(file, "ofd"));
  EXPECT_FALSE(Takes(file, "html"));
  EXPECT_FALSE(file.shrink_pictures);
  EXPECT_EQ(RuleOf(ItemOf(model::ItemType::kSignature), "").extensions.size(), 1u);
  EXPECT_TRUE(Takes(RuleOf(ItemOf(model::ItemType::kVideo), ""), "mp4"));
  EXPECT_TRUE(Takes(RuleOf(ItemOf(model::ItemType::kAudio), ""), "m4a"));
  // Evidence may stand beside any item, an answer of files only where the type says so.
  EXPECT_TRUE(Takes(RuleOf(ItemOf(model::ItemType::kDecimal), "evidence"), "pdf"));
  EXPECT_TRUE(RuleOf(ItemOf(model::ItemType::kDecimal), "").extensions.empty());
  EXPECT_TRUE(RuleOf(ItemOf(model::ItemType::kPhoto), "note").extensions.empty());
}

TEST(RuleOf, EveryTypeHasItsMediaType) {
  for (const model::ItemType type :
       {model::ItemType::kPhoto, model::ItemType::kFile, model::ItemType::kAudio,
        model::ItemType::kVideo, model::ItemType::kSignature})
    for (const std::string_view extension : RuleOf(ItemOf(type), "").extensions)
      EXPECT_NE(MediaTypeOf(extension), "") << extension;
  EXPECT_EQ(MediaTypeOf("html"), "");
}

TEST(CheckFile, SaysWhatIsWrong) {
  const AttachmentRule photo = RuleOf(ItemOf(model::ItemType::kPhoto), "");
  const auto code = [&](const std::string& bytes, std::string_view name) {
    const auto type = CheckFile(photo, AsBytes(bytes), name);
    return type ? std::string(type->extension) : std::string(CodeName(type.error().code));
  };
  EXPECT_EQ(code("", "a.jpg"), "ERR_ATTACHMENT_EMPTY");
  EXPECT_EQ(code("%PDF-1.4", "a.jpg"), "ERR_ATTACHMENT_TYPE");
  EXPECT_EQ(code("hello", "a.jpg"), "ERR_ATTACHMENT_TYPE");
  EXPECT_EQ(code("\0\0\0\x18"s + "ftypheic\0\0\0\0"s, "a.heic"), "ERR_ATTACHMENT_HEIC");
  std::string large = "\xFF\xD8\xFF"s;
  large.resize(static_cast<std::size_t>(photo.max_bytes));
  EXPECT_EQ(code(large, "a.jpg"), "jpg");
  large.push_back(0);
  EXPECT_EQ(code(large, "a.jpg"), "ERR_ATTACHMENT_SIZE");
}

}  // namespace
}  // namespace pingshen::evaluation
