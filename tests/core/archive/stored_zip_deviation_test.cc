// What the strict reader must refuse: every field's lies, every changed byte, every cut, and other
// programs' ZIPs.
#include <gtest/gtest.h>

#include <functional>
#include <ostream>

#include "core/archive/stored_zip.h"
#include "tests/core/archive/raw_zip.h"

namespace pingshen::archive {
namespace {

using enum ErrorCode;

constexpr std::uint64_t kAnySize = std::uint64_t{1} << 40;

RawZip Good() {
  return {.entries = {{.name = "mimetype", .bytes = "hello"},
                      {.name = "b.json", .bytes = "{\"k\":1}"},
                      {.name = "c/d.bin", .bytes = "0123456789"}}};
}

// The code's name, "" when the file was accepted.
std::string CodeOfReading(ByteView file) {
  const auto read = ReadStoredZip(file, kAnySize);
  return read ? std::string() : std::string(CodeName(read.error().code));
}

struct Deviation {
  const char* what;
  ErrorCode code;
  std::function<void(RawZip&)> apply;
  friend void PrintTo(const Deviation& deviation, std::ostream* out) { *out << deviation.what; }
};

class StoredZipDeviation : public testing::TestWithParam<Deviation> {};

TEST_P(StoredZipDeviation, IsRefusedWithItsOwnCode) {
  RawZip zip = Good();
  ASSERT_EQ(CodeOfReading(Encode(zip)), "");
  GetParam().apply(zip);
  EXPECT_EQ(CodeOfReading(Encode(zip)), CodeName(GetParam().code));
}

void OfBoth(RawZip& zip, const std::function<void(RawHeader&)>& apply) {
  apply(zip.entries[1].local);
  apply(zip.entries[1].directory);
}

INSTANTIATE_TEST_SUITE_P(
    Fields, StoredZipDeviation,
    testing::Values(
        Deviation{"version needed, both", ERR_BUNDLE_ZIP_VERSION,
                  [](RawZip& z) { OfBoth(z, [](RawHeader& h) { h.needed = 10; }); }},
        Deviation{"version needed 45, local", ERR_BUNDLE_ZIP_VERSION,
                  [](RawZip& z) { z.entries[1].local.needed = 45; }},
        Deviation{"made by Unix", ERR_BUNDLE_ZIP_VERSION,
                  [](RawZip& z) { z.entries[2].directory.made_by = 0x031e; }},
        Deviation{"data descriptor", ERR_BUNDLE_ZIP_FLAGS,
                  [](RawZip& z) {
                    OfBoth(z, [](RawHeader& h) { h.flags = 0x0808; });
                    z.entries[1].after = "PK\x07\x08............";
                  }},
        Deviation{"no UTF-8 flag", ERR_BUNDLE_ZIP_FLAGS,
                  [](RawZip& z) { OfBoth(z, [](RawHeader& h) { h.flags = 0; }); }},
        Deviation{"encrypted", ERR_BUNDLE_ZIP_FLAGS,
                  [](RawZip& z) { OfBoth(z, [](RawHeader& h) { h.flags = 0x0801; }); }},
        Deviation{"deflated", ERR_BUNDLE_ZIP_METHOD,
                  [](RawZip& z) { OfBoth(z, [](RawHeader& h) { h.method = 8; }); }},
        Deviation{"method, local only", ERR_BUNDLE_ZIP_METHOD,
                  [](RawZip& z) { z.entries[0].local.method = 12; }},
        Deviation{"time", ERR_BUNDLE_ZIP_TIME,
                  [](RawZip& z) { OfBoth(z, [](RawHeader& h) { h.time = 1; }); }},
        Deviation{"date", ERR_BUNDLE_ZIP_TIME,
                  [](RawZip& z) { OfBoth(z, [](RawHeader& h) { h.date = 0x5d76; }); }},
        Deviation{"crc of both wrong", ERR_BUNDLE_ZIP_CRC,
                  [](RawZip& z) { OfBoth(z, [](RawHeader& h) { h.crc = 7; }); }},
        Deviation{"crc of local differs", ERR_BUNDLE_ZIP_MISMATCH,
                  [](RawZip& z) { z.entries[1].local.crc = 7; }},
        Deviation{"crc of directory differs", ERR_BUNDLE_ZIP_MISMATCH,
                  [](RawZip& z) { z.entries[1].directory.crc = 7; }},
        Deviation{"compressed size, directory", ERR_BUNDLE_ZIP_SIZE,
                  [](RawZip& z) { z.entries[1].directory.compressed = 6; }},
        Deviation{
            "size, both fields of the directory", ERR_BUNDLE_ZIP_MISMATCH,
            [](RawZip& z) { z.entries[1].directory.compressed = z.entries[1].directory.size = 6; }},
        Deviation{"size, local", ERR_BUNDLE_ZIP_MISMATCH,
                  [](RawZip& z) { z.entries[1].local.size = 6; }},
        Deviation{"compressed size, local", ERR_BUNDLE_ZIP_MISMATCH,
                  [](RawZip& z) { z.entries[1].local.compressed = 6; }},
        Deviation{"size beyond the file", ERR_BUNDLE_ZIP_SIZE,
                  [](RawZip& z) {
                    OfBoth(z, [](RawHeader& h) { h.size = h.compressed = 0x7fffffffu; });
                  }},
        Deviation{"last entry reaches into the directory", ERR_BUNDLE_ZIP_SIZE,
                  [](RawZip& z) {
                    for (RawHeader* h : {&z.entries[2].local, &z.entries[2].directory})
                      h->size = h->compressed = 11;
                  }},
        Deviation{"name of local differs", ERR_BUNDLE_ZIP_MISMATCH,
                  [](RawZip& z) { z.entries[1].local.name = "e.json"; }},
        Deviation{"longer name of local", ERR_BUNDLE_ZIP_MISMATCH,
                  [](RawZip& z) { z.entries[1].local.name = "b.jsonx"; }},
        Deviation{"empty name", ERR_BUNDLE_ZIP_NAME, [](RawZip& z) { z.entries[1].name = ""; }},
        Deviation{"absolute name", ERR_BUNDLE_ZIP_NAME,
                  [](RawZip& z) { z.entries[1].name = "/etc/passwd"; }},
        Deviation{"name with ..", ERR_BUNDLE_ZIP_NAME,
                  [](RawZip& z) { z.entries[1].name = "a/../../b"; }},
        Deviation{"name with backslash", ERR_BUNDLE_ZIP_NAME,
                  [](RawZip& z) { z.entries[1].name = "..\\b"; }},
        Deviation{"folder entry", ERR_BUNDLE_ZIP_NAME, [](RawZip& z) { z.entries[1].name = "c/"; }},
        Deviation{"name with NUL", ERR_BUNDLE_ZIP_NAME,
                  [](RawZip& z) { z.entries[1].name = std::string("b\0c", 3); }},
        Deviation{"name too long", ERR_BUNDLE_ZIP_NAME,
                  [](RawZip& z) { z.entries[1].name = std::string(256, 'n'); }},
        Deviation{"duplicate name", ERR_BUNDLE_ZIP_DUPLICATE,
                  [](RawZip& z) { z.entries[2].name = "b.json"; }},
        Deviation{"one entry listed twice", ERR_BUNDLE_ZIP_DUPLICATE,
                  [](RawZip& z) { z.directory_order = {0, 1, 1, 2}; }},
        Deviation{
            "extra field, local", ERR_BUNDLE_ZIP_EXTRA,
            [](RawZip& z) { z.entries[1].local.extra = std::string("UT\x05\0\0\0\0\0\0", 9); }},
        Deviation{"extra field, directory", ERR_BUNDLE_ZIP_EXTRA,
                  [](RawZip& z) { z.entries[1].directory.extra = std::string("\x01\0\0\0", 4); }},
        Deviation{"comment of an entry", ERR_BUNDLE_ZIP_COMMENT,
                  [](RawZip& z) { z.entries[1].directory.comment = "c"; }},
        Deviation{"disk of an entry", ERR_BUNDLE_ZIP_DISK,
                  [](RawZip& z) { z.entries[1].directory.disk = 1; }},
        Deviation{"internal attributes", ERR_BUNDLE_ZIP_ATTRIBUTES,
                  [](RawZip& z) { z.entries[1].directory.internal = 1; }},
        Deviation{"external attributes", ERR_BUNDLE_ZIP_ATTRIBUTES,
                  [](RawZip& z) { z.entries[1].directory.external = 0x81a40000u; }},
        Deviation{"offset of an entry", ERR_BUNDLE_ZIP_GAP,
                  [](RawZip& z) { z.entries[1].directory.offset = 0; }}));

INSTANTIATE_TEST_SUITE_P(
    Layout, StoredZipDeviation,
    testing::Values(
        Deviation{"junk in front of the file", ERR_BUNDLE_ZIP_START,
                  [](RawZip& z) { z.entries[0].before = "MZ"; }},
        Deviation{"junk between entries", ERR_BUNDLE_ZIP_GAP,
                  [](RawZip& z) { z.entries[1].before = "x"; }},
        Deviation{"junk behind an entry", ERR_BUNDLE_ZIP_GAP,
                  [](RawZip& z) { z.entries[0].after = "xyz"; }},
        Deviation{"junk in front of the directory", ERR_BUNDLE_ZIP_GAP,
                  [](RawZip& z) { z.before_directory = "x"; }},
        Deviation{"an entry that is not listed", ERR_BUNDLE_ZIP_GAP,
                  [](RawZip& z) { z.directory_order = {0, 2}; }},
        Deviation{"the last entry is not listed", ERR_BUNDLE_ZIP_GAP,
                  [](RawZip& z) { z.directory_order = {0, 1}; }},
        Deviation{"directory in another order", ERR_BUNDLE_ZIP_GAP,
                  [](RawZip& z) { z.directory_order = {0, 2, 1}; }},
        Deviation{"junk behind the directory", ERR_BUNDLE_ZIP_DIRECTORY,
                  [](RawZip& z) { z.before_end = "x"; }},
        Deviation{"junk counted into the directory", ERR_BUNDLE_ZIP_COUNT,
                  [](RawZip& z) {
                    z.before_end = "x";
                    z.directory_bytes = static_cast<std::uint32_t>(3 * 46 + 8 + 6 + 7 + 1);
                  }},
        Deviation{"count too small", ERR_BUNDLE_ZIP_COUNT, [](RawZip& z) { z.count = 2; }},
        Deviation{"count too large", ERR_BUNDLE_ZIP_COUNT, [](RawZip& z) { z.count = 4; }},
        Deviation{"count of this disk", ERR_BUNDLE_ZIP_COUNT, [](RawZip& z) { z.disk_count = 2; }},
        Deviation{"zip64 count", ERR_BUNDLE_ZIP_ZIP64, [](RawZip& z) { z.count = 0xFFFF; }},
        Deviation{"zip64 offset", ERR_BUNDLE_ZIP_ZIP64,
                  [](RawZip& z) { z.directory_offset = 0xFFFFFFFFu; }},
        Deviation{"zip64 directory size", ERR_BUNDLE_ZIP_ZIP64,
                  [](RawZip& z) { z.directory_bytes = 0xFFFFFFFFu; }},
        Deviation{"zip64 entry size", ERR_BUNDLE_ZIP_ZIP64,
                  [](RawZip& z) {
                    OfBoth(z, [](RawHeader& h) { h.size = h.compressed = 0xFFFFFFFFu; });
                  }},
        Deviation{"directory offset", ERR_BUNDLE_ZIP_DIRECTORY,
                  [](RawZip& z) { z.directory_offset = 3; }},
        Deviation{"directory offset beyond the file", ERR_BUNDLE_ZIP_DIRECTORY,
                  [](RawZip& z) { z.directory_offset = 0xFFFFFFF0u; }},
        Deviation{"disk", ERR_BUNDLE_ZIP_DISK, [](RawZip& z) { z.disk = 1; }},
        Deviation{"disk of the directory", ERR_BUNDLE_ZIP_DISK,
                  [](RawZip& z) { z.directory_disk = 1; }},
        Deviation{"comment of the file", ERR_BUNDLE_ZIP_END,
                  [](RawZip& z) { z.comment = "signed elsewhere"; }},
        Deviation{"comment length without a comment", ERR_BUNDLE_ZIP_END,
                  [](RawZip& z) { z.comment = "x"; }},
        Deviation{"comment that is an end record", ERR_BUNDLE_ZIP_DIRECTORY,
                  [](RawZip& z) { z.comment = std::string("PK\x05\x06") + std::string(18, '\0'); }},
        Deviation{"a byte behind the file", ERR_BUNDLE_ZIP_END,
                  [](RawZip& z) { z.tail = std::string(1, '\0'); }},
        Deviation{"no entry", ERR_BUNDLE_ZIP_START, [](RawZip& z) { z.entries.clear(); }}));

// The code that a changed byte must give, by the field that it lies in.
std::string ExpectedCode(const RawZip& zip, std::size_t at) {
  struct Field {
    std::size_t end;
    const char* code;
  };
  static const std::vector<Field> kLocal = {
      {4, "ERR_BUNDLE_ZIP_HEADER"},  {6, "ERR_BUNDLE_ZIP_VERSION"}, {8, "ERR_BUNDLE_ZIP_FLAGS"},
      {10, "ERR_BUNDLE_ZIP_METHOD"}, {14, "ERR_BUNDLE_ZIP_TIME"},   {28, "ERR_BUNDLE_ZIP_MISMATCH"},
      {30, "ERR_BUNDLE_ZIP_EXTRA"}};
  // "" where the length of a name is changed: what follows is read as something else.
  static const std::vector<Field> kDirectory = {
      {4, "ERR_BUNDLE_ZIP_HEADER"}, {8, "ERR_BUNDLE_ZIP_VERSION"},
      {10, "ERR_BUNDLE_ZIP_FLAGS"}, {12, "ERR_BUNDLE_ZIP_METHOD"},
      {16, "ERR_BUNDLE_ZIP_TIME"},  {20, "ERR_BUNDLE_ZIP_MISMATCH"},
      {28, "ERR_BUNDLE_ZIP_SIZE"},  {30, ""},
      {32, "ERR_BUNDLE_ZIP_EXTRA"}, {34, "ERR_BUNDLE_ZIP_COMMENT"},
      {36, "ERR_BUNDLE_ZIP_DISK"},  {42, "ERR_BUNDLE_ZIP_ATTRIBUTES"},
      {46, "ERR_BUNDLE_ZIP_GAP"},   {~std::size_t{0}, ""}};
  static const std::vector<Field> kEnd = {{4, "ERR_BUNDLE_ZIP_END"},
                                          {8, "ERR_BUNDLE_ZIP_DISK"},
                                          {12, "ERR_BUNDLE_ZIP_COUNT"},
                                          {20, "ERR_BUNDLE_ZIP_DIRECTORY"},
                                          {22, "ERR_BUNDLE_ZIP_COMMENT"}};
  const auto field = [](const std::vector<Field>& fields, std::size_t offset) {
    std::size_t i = 0;
    while (offset >= fields[i].end) ++i;
    return std::string(fields[i].code);
  };
  if (at < 4) return "ERR_BUNDLE_ZIP_START";
  for (const RawEntry& entry : zip.entries) {
    if (at < 30) return field(kLocal, at);
    if (at < 30 + entry.name.size()) return "ERR_BUNDLE_ZIP_MISMATCH";
    if (at < 30 + entry.name.size() + entry.bytes.size()) return "ERR_BUNDLE_ZIP_CRC";
    at -= 30 + entry.name.size() + entry.bytes.size();
  }
  for (const RawEntry& entry : zip.entries) {
    if (at < 46 + entry.name.size()) return field(kDirectory, at);
    at -= 46 + entry.name.size();
  }
  return field(kEnd, at);
}

TEST(StoredZipChangedByte, IsRefusedAtEveryPosition) {
  const RawZip zip = Good();
  const Bytes good = Encode(zip);
  for (const unsigned pattern : {0x01u, 0x20u, 0x80u, 0xFFu}) {
    for (std::size_t at = 0; at < good.size(); ++at) {
      Bytes file = good;
      file[at] = static_cast<std::uint8_t>(file[at] ^ pattern);
      const std::string code = CodeOfReading(file);
      const std::string expected = ExpectedCode(zip, at);
      if (expected.empty()) {
        EXPECT_TRUE(code.starts_with("ERR_BUNDLE_ZIP_")) << at << " ^ " << pattern << ": " << code;
      } else {
        EXPECT_EQ(code, expected) << at << " ^ " << pattern;
      }
    }
  }
}

TEST(StoredZipCut, IsRefusedAtEveryLength) {
  const Bytes good = Encode(Good());
  for (std::size_t length = 0; length < good.size(); ++length) {
    const std::string code = CodeOfReading(ByteView(good).first(length));
    EXPECT_EQ(code, length < 4 ? "ERR_BUNDLE_ZIP_START" : "ERR_BUNDLE_ZIP_END") << length;
  }
}

TEST(StoredZipOfOthers, IsRefused) {
  const auto bytes_of = [](std::string_view hex) {
    const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    Bytes bytes;
    for (std::size_t i = 0; i < hex.size(); i += 2) {
      bytes.push_back(static_cast<std::uint8_t>(digit(hex[i]) * 16 + digit(hex[i + 1])));
    }
    return bytes;
  };
  // Info-ZIP 3.0: `zip -X -0`, file dated 1980-01-01.
  EXPECT_EQ(
      CodeOfReading(bytes_of(
          "504b03040a00000000000000210086a610360500000005000000080000006d696d657479706568656c6c"
          "6f504b01021e030a00000000000000210086a61036050000000500000008000000000000000000"
          "0000a481000000006d696d6574797065504b05060000000001000100360000002b0000000000")),
      "ERR_BUNDLE_ZIP_VERSION");
  // Info-ZIP 3.0: `zip`, deflated, with extra fields.
  EXPECT_EQ(CodeOfReading(bytes_of("504b0304140000000800600a765d7717b1ca050000002000000008001c006d6"
                                   "96d657479706555540900030343026b"
                                   "0343026b75780b0001040000000004000000004b4cc40f00504b01021e03140"
                                   "000000800600a765d7717b1ca0500"
                                   "0000200000000800180000000000"
                                   "01000000a481000000006d696d657479706555540500030343026b75780b000"
                                   "104000000000400000000504b0506"
                                   "00000000010001004e000000470000000000")),
            "ERR_BUNDLE_ZIP_VERSION");
  EXPECT_EQ(CodeOfReading(AsBytes("%PDF-1.7")), "ERR_BUNDLE_ZIP_START");
  EXPECT_EQ(CodeOfReading({}), "ERR_BUNDLE_ZIP_START");
}

}  // namespace
}  // namespace pingshen::archive
