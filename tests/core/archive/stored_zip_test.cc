#include "core/archive/stored_zip.h"

#include <gtest/gtest.h>

#include "tests/core/archive/raw_zip.h"

namespace pingshen::archive {
namespace {

constexpr std::uint64_t kNoCap = std::uint64_t{1} << 40;

Bytes BytesOf(std::string_view text) { return Bytes(text.begin(), text.end()); }

std::vector<Entry> Sample() {
  return {{"mimetype", BytesOf("hello")}, {"a/b.json", {}}, {"z.bin", Bytes(300, 0xA5)}};
}

TEST(StoredZip, WritesTheBytesThatTheFormatSays) {
  // Assembled field by field by another program (Python's struct and zlib.crc32) and accepted by
  // unzip -t.
  EXPECT_EQ(ToHex(WriteStoredZip({{"mimetype", BytesOf("hello")}, {"a/b.json", {}}})),
            "504b03041400000800000000210086a610360500000005000000080000006d696d6574797065"
            "68656c6c6f504b03041400000800000000210000000000000000000000000008000000612f62"
            "2e6a736f6e504b010214001400000800000000210086a6103605000000050000000800000000"
            "000000000000000000000000006d696d6574797065504b010214001400000800000000210000"
            "000000000000000000000008000000000000000000000000002b000000612f622e6a736f6e50"
            "4b050600000000020002006c000000510000000000");
}

TEST(StoredZip, ReadsWhatItWrote) {
  const std::vector<Entry> entries = Sample();
  const Bytes file = WriteStoredZip(entries);
  EXPECT_EQ(file.size(), StoredZipBytes(entries));
  const auto read = ReadStoredZip(file, kNoCap);
  ASSERT_TRUE(read) << CodeName(read.error().code);
  ASSERT_EQ(read->size(), entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    EXPECT_EQ((*read)[i].name, entries[i].name);
    EXPECT_EQ(Bytes((*read)[i].bytes.begin(), (*read)[i].bytes.end()), entries[i].bytes);
  }
}

TEST(StoredZip, OneEntryIsFoundByTheDirectoryAlone) {
  const std::vector<Entry> entries = Sample();
  const Bytes file = WriteStoredZip(entries);
  std::uint64_t taken = 0;
  const auto reader_of = [&taken](const Bytes& whole) {
    return [&](std::uint64_t offset, std::size_t size) -> Result<Bytes> {
      taken += size;
      if (offset + size > whole.size()) return Fail(ErrorCode::ERR_FILE_READ);
      return Bytes(whole.begin() + static_cast<std::ptrdiff_t>(offset),
                   whole.begin() + static_cast<std::ptrdiff_t>(offset + size));
    };
  };
  const auto read = reader_of(file);
  for (const Entry& entry : entries) {
    taken = 0;
    const auto place = FindStoredEntry(read, file.size(), entry.name);
    ASSERT_TRUE(place) << CodeName(place.error().code);
    EXPECT_EQ(*read(place->offset_bytes, static_cast<std::size_t>(place->size_bytes)), entry.bytes);
    EXPECT_LT(taken, file.size());
  }
  EXPECT_EQ(CodeName(FindStoredEntry(read, file.size(), "z.bi").error().code),
            "ERR_BUNDLE_ENTRY_MISSING");
  // Whatever the bytes are, nothing is read outside the file.
  for (std::size_t at = 0; at < file.size(); ++at) {
    Bytes changed = file;
    changed[at] ^= 0xFF;
    const auto other = reader_of(changed);
    const auto place = FindStoredEntry(other, changed.size(), "z.bin");
    if (!place) continue;
    EXPECT_LE(place->offset_bytes + place->size_bytes, changed.size()) << at;
  }
  for (std::size_t size = 0; size < file.size(); ++size) {
    const Bytes cut(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(size));
    EXPECT_FALSE(FindStoredEntry(reader_of(cut), size, "z.bin")) << size;
  }
}

TEST(StoredZip, TheEncoderOfTheTestsWritesTheSame) {
  RawZip raw;
  for (const Entry& entry : Sample()) {
    raw.entries.push_back({.name = entry.name, .bytes = std::string(AsText(entry.bytes))});
  }
  EXPECT_EQ(Encode(raw), WriteStoredZip(Sample()));
}

TEST(StoredZip, HoldsThousandsOfEntries) {
  std::vector<Entry> entries;
  for (int i = 0; i < 5000; ++i) entries.push_back({"e/" + std::to_string(i), Bytes(3, 1)});
  const auto read = ReadStoredZip(WriteStoredZip(entries), kNoCap);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->size(), 5000u);
}

TEST(StoredZip, RefusesMoreThanTheCap) {
  const Bytes file = WriteStoredZip(Sample());
  EXPECT_TRUE(ReadStoredZip(file, file.size()));
  const auto read = ReadStoredZip(file, file.size() - 1);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::ERR_BUNDLE_TOO_LARGE);
}

TEST(StoredZip, KnowsNames) {
  for (const char* name : {"a", "mimetype", "a/b", "a-b_C.9/x..y", "..."})
    EXPECT_TRUE(IsEntryName(name)) << name;
  EXPECT_TRUE(IsEntryName(std::string(kMaxNameBytes, 'n')));
  EXPECT_FALSE(IsEntryName(std::string(kMaxNameBytes + 1, 'n')));
  for (const char* name : {"", "/a", "a/", "a//b", ".", "..", "../a", "a/..", "a/../b", "./a",
                           "a/./b", "a\\b", "C:a", "a b", "a\tb", "文件", "a\x7f", "a*", "a?"}) {
    EXPECT_FALSE(IsEntryName(name)) << name;
  }
  EXPECT_FALSE(IsEntryName(std::string_view("a\0b", 3)));
}

}  // namespace
}  // namespace pingshen::archive
