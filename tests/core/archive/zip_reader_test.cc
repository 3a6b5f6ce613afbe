#include "core/archive/zip_reader.h"

#include <gtest/gtest.h>

#include "core/archive/zip_writer.h"
#include "tests/core/archive/raw_zip.h"

namespace pingshen::archive {
namespace {

Bytes Of(std::string_view text) { return Bytes(text.begin(), text.end()); }

ErrorCode Refusal(ByteView file, const ZipLimits& limits = {}) {
  const auto reader = ZipReader::Open(file, limits);
  if (!reader) return reader.error().code;
  for (std::size_t i = 0; i < reader->entries().size(); ++i)
    if (const auto bytes = reader->Read(i); !bytes) return bytes.error().code;
  return ErrorCode::ERR_INTERNAL;  // was read
}

TEST(Zip, WhatIsWrittenIsRead) {
  std::string large;
  for (int i = 0; i < 200000; ++i) large += std::to_string(i * 7919 % 10007);
  const std::vector<Entry> entries = {
      {"[Content_Types].xml", Of("<Types/>")}, {"xl/空.xml", {}}, {"xl/large.xml", Of(large)}};
  const auto file = WriteDeflatedZip(entries);
  ASSERT_TRUE(file);
  EXPECT_LT(file->size(), large.size());
  EXPECT_EQ(*file, *WriteDeflatedZip(entries));
  const auto reader = ZipReader::Open(*file);
  ASSERT_TRUE(reader);
  ASSERT_EQ(reader->entries().size(), 3u);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    EXPECT_EQ(reader->entries()[i].name, entries[i].name);
    EXPECT_EQ(*reader->Read(i), entries[i].bytes);
  }
  EXPECT_EQ(reader->Find("XL/Large.xml"), 2u);
  EXPECT_EQ(reader->Find("xl/other.xml"), ZipReader::npos);
}

TEST(Zip, EveryTruncationIsRefused) {
  const Bytes file =
      *WriteDeflatedZip({{"a.xml", Of("<a>some text, some text</a>")}, {"b", Of("b")}});
  for (std::size_t size = 0; size < file.size(); ++size)
    EXPECT_NE(Refusal(ByteView(file).first(size)), ErrorCode::ERR_INTERNAL) << size;
}

TEST(Zip, EveryFlippedByteIsReadEqualOrRefused) {
  const std::vector<Entry> entries = {{"a.xml", Of("<a>some text, some text</a>")}};
  const Bytes file = *WriteDeflatedZip(entries);
  for (std::size_t at = 0; at < file.size(); ++at) {
    Bytes damaged = file;
    damaged[at] ^= 0x41;
    const auto reader = ZipReader::Open(damaged);
    if (!reader || reader->entries().empty()) continue;
    const auto bytes = reader->Read(0);
    if (bytes) {
      EXPECT_EQ(*bytes, entries[0].bytes) << at;
    }
  }
}

TEST(Zip, BombsAreRefusedBeforeTheyInflate) {
  const Bytes zeros(40u << 20, '0');
  const Bytes bomb = *WriteDeflatedZip({{"zeros", zeros}});
  EXPECT_EQ(Refusal(bomb), ErrorCode::ERR_ZIP_LIMIT);  // about 1000:1
  EXPECT_EQ(Refusal(bomb, {.max_inflated_bytes = 1u << 20}), ErrorCode::ERR_ZIP_LIMIT);
  EXPECT_EQ(Refusal(bomb, {.max_ratio = 100000}), ErrorCode::ERR_INTERNAL);
  RawZip overlapping{.entries = {{.name = "a", .bytes = "x"}, {.name = "b", .bytes = "x"}}};
  for (RawEntry& entry : overlapping.entries) entry.directory.size = 200u << 20;
  EXPECT_EQ(Refusal(Encode(overlapping)), ErrorCode::ERR_ZIP_LIMIT);
}

TEST(Zip, ADirectoryThatLiesAboutASizeIsFound) {
  RawZip larger{.entries = {{.name = "a", .bytes = "text"}}};
  larger.entries[0].directory.size = 900000;
  EXPECT_EQ(Refusal(Encode(larger)), ErrorCode::ERR_ZIP_DAMAGED);
  RawZip wrong{.entries = {{.name = "a", .bytes = "text"}}};
  wrong.entries[0].directory.crc = wrong.entries[0].local.crc = 1;
  EXPECT_EQ(Refusal(Encode(wrong)), ErrorCode::ERR_ZIP_DAMAGED);
}

TEST(Zip, TooManyEntriesDuplicatesAndOtherMethods) {
  RawZip many;
  for (int i = 0; i < 20; ++i) many.entries.push_back({.name = std::to_string(i), .bytes = "x"});
  EXPECT_EQ(Refusal(Encode(many), {.max_entries = 19}), ErrorCode::ERR_ZIP_LIMIT);
  many.count = 1;  // the directory is longer than it says
  EXPECT_NE(Refusal(Encode(many), {.max_entries = 19}), ErrorCode::ERR_ZIP_DUPLICATE);
  RawZip twice{.entries = {{.name = "xl/a.xml", .bytes = "x"}, {.name = "XL/A.xml", .bytes = "y"}}};
  EXPECT_EQ(Refusal(Encode(twice)), ErrorCode::ERR_ZIP_DUPLICATE);
  RawZip method{.entries = {{.name = "a", .bytes = "x"}}};
  method.entries[0].directory.method = method.entries[0].local.method = 12;
  EXPECT_EQ(Refusal(Encode(method)), ErrorCode::ERR_ZIP_METHOD);
  RawZip encrypted{.entries = {{.name = "a", .bytes = "x"}}};
  encrypted.entries[0].directory.flags = encrypted.entries[0].local.flags = 1;
  EXPECT_EQ(Refusal(Encode(encrypted)), ErrorCode::ERR_ZIP_METHOD);
}

}  // namespace
}  // namespace pingshen::archive
