#include "core/bundle/records_codec.h"

#include <gtest/gtest.h>

#include <iterator>

#include "tests/core/bundle/largest_request.h"
#include "tests/core/bundle/sample_bundle.h"

namespace pingshen::bundle {
namespace {

std::string CodeOfDecoding(ByteView bytes) {
  const auto records = DecodeRecords(bytes);
  return records ? std::string() : std::string(CodeName(records.error().code));
}

// An encoder of its own, so that lies can be told.
struct Raw {
  Bytes out;
  Raw& U8(unsigned value) {
    out.push_back(static_cast<std::uint8_t>(value));
    return *this;
  }
  Raw& U32(std::uint32_t value) {
    AppendLe32(out, value);
    return *this;
  }
  Raw& U64(std::uint64_t value) {
    AppendLe64(out, value);
    return *this;
  }
  Raw& Text(std::string_view text) {
    U64(text.size());
    out.insert(out.end(), text.begin(), text.end());
    return *this;
  }
  static Raw Start(std::uint64_t count) { return Raw().U8(1).U32(1).U64(count); }
  Raw& Record(std::uint64_t sequence, std::string_view path, unsigned kind, std::string_view value,
              std::string_view author = "a", std::int64_t at = 5) {
    return U64(sequence).Text(path).U8(kind).Text(value).Text(author).U64(
        static_cast<std::uint64_t>(at));
  }
};

TEST(RecordsCodec, WritesTheBytesOfTheFormat) {
  model::AnswerRecord record;
  record.sequence = 1;
  record.path = model::FieldPath::Of("VC-01", "note");
  record.value = model::Value::Make(model::ValueKind::kText, "是").value();
  record.author = "A";
  record.recorded_at_ms = -2;
  EXPECT_EQ(ToHex(EncodeRecords({record})),
            "01"                // little endian
            "01000000"          // layout 1
            "0100000000000000"  // one record
            "0100000000000000"  // sequence 1
            "0a00000000000000"
            "56432d30313a6e6f7465"  // VC-01:note
            "05"                    // kText
            "0300000000000000"
            "e698af"  // 是
            "0100000000000000"
            "41"                  // A
            "feffffffffffffff");  // -2 ms
  EXPECT_EQ(EncodeRecords({record}), Raw::Start(1).Record(1, "VC-01:note", 5, "是", "A", -2).out);
  EXPECT_EQ(ToHex(EncodeRecords({})), "01010000000000000000000000");
}

TEST(RecordsCodec, ComesBack) {
  const std::vector<model::AnswerRecord> records = SampleDraft().records;
  const auto decoded = DecodeRecords(EncodeRecords(records));
  ASSERT_TRUE(decoded) << decoded.error().context;
  EXPECT_EQ(*decoded, records);
  EXPECT_TRUE(DecodeRecords(EncodeRecords({})).value().empty());
}

TEST(RecordsCodec, RefusesEveryCut) {
  const Bytes good = EncodeRecords(SampleDraft().records);
  for (std::size_t length = 0; length < good.size(); ++length) {
    EXPECT_EQ(CodeOfDecoding(ByteView(good).first(length)), "ERR_BUNDLE_RECORDS") << length;
  }
  Bytes longer = good;
  longer.push_back(0);
  EXPECT_EQ(CodeOfDecoding(longer), "ERR_BUNDLE_RECORDS");
}

TEST(RecordsCodec, AcceptsNoTwoSpellingsOfOneLog) {
  // A changed byte is either refused or another log, which is spelled that way and no other.
  const Bytes good = EncodeRecords(SampleDraft().records);
  const std::vector<model::AnswerRecord> records = SampleDraft().records;
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (unsigned bit = 0; bit < 8; ++bit) {
      Bytes changed = good;
      changed[at] = static_cast<std::uint8_t>(changed[at] ^ (1u << bit));
      const auto decoded = DecodeRecords(changed);
      if (!decoded) continue;
      EXPECT_NE(*decoded, records) << at;
      EXPECT_EQ(EncodeRecords(*decoded), changed) << at;
    }
  }
}

TEST(RecordsCodec, RefusesWhatItWouldNotWrite) {
  ASSERT_EQ(
      CodeOfDecoding(Raw::Start(2).Record(1, "VC-01", 1, "yes").Record(2, "VC-01", 0, "").out), "");
  const Bytes bad[] = {
      Raw().U8(0).U32(1).U64(0).out,            // big endian mark
      Raw().U8(2).U32(1).U64(0).out,            // no mark
      Raw().U8(0).U8(0).U8(0).U8(0).U8(1).out,  // really big endian, cut off
      Raw().U8(1).U32(2).U64(0).out,            // another layout
      Raw::Start(1).Record(2, "VC-01", 1, "yes").out,
      Raw::Start(1).Record(0, "VC-01", 1, "yes").out,
      Raw::Start(2).Record(1, "VC-01", 1, "yes").Record(1, "VC-01", 1, "no").out,
      Raw::Start(2).Record(1, "VC-01", 1, "yes").Record(3, "VC-01", 1, "no").out,
      Raw::Start(1).Record(1, "", 1, "yes").out,
      Raw::Start(1).Record(1, "VC 01", 1, "yes").out,
      Raw::Start(1).Record(1, "VC-01#0", 7, "1").out,
      Raw::Start(1).Record(1, "VC-01", 8, "x").out,  // no such kind
      Raw::Start(1).Record(1, "VC-01", 255, "x").out,
      Raw::Start(1).Record(1, "VC-01", 3, "007").out,    // not canonical
      Raw::Start(1).Record(1, "VC-01", 4, "60.50").out,  // not canonical
      Raw::Start(1).Record(1, "VC-01", 4, " 60.5").out,  // not canonical
      Raw::Start(1).Record(1, "VC-01", 6, "2026-02-29").out,
      Raw::Start(1).Record(1, "VC-01", 5, "\xFF").out,
      Raw::Start(1).Record(1, "VC-01", 1, "yes", "\xFF").out,
      Raw::Start(0).Record(1, "VC-01", 1, "yes").out,  // more than counted
  };
  for (std::size_t i = 0; i < std::size(bad); ++i)
    EXPECT_EQ(CodeOfDecoding(bad[i]), "ERR_BUNDLE_RECORDS") << i;
}

TEST(RecordsCodec, TakesNoMoreMemoryThanTheBytesJustify) {
  const std::uint64_t huge[] = {
      1'800'000'000,          0x7FFFFFFF,       0xFFFFFFFF, 0x100000000, std::uint64_t{1} << 40,
      std::uint64_t{1} << 63, ~std::uint64_t{0}};
  for (const std::uint64_t length : huge) {
    Bytes hostile[] = {
        // Twelve bytes of the kind that made a reader reserve 1.8 GB: a mark and a count.
        Raw().U8(1).U64(length).U8(0).U8(0).U8(0).out,
        Raw::Start(length).out,
        Raw::Start(length).Record(1, "VC-01", 1, "yes").out,
        Raw::Start(1).U64(1).U64(length).U64(0).U64(0).U64(0).U64(0).out,               // path
        Raw::Start(1).U64(1).Text("VC-01").U8(5).U64(length).U64(0).U64(0).U64(0).out,  // value
        Raw::Start(1)
            .U64(1)
            .Text("VC-01")
            .U8(5)
            .Text("x")
            .U64(length)
            .U64(0)
            .U64(0)
            .U64(0)
            .U64(0)
            .out,  // author
    };
    for (const Bytes& bytes : hostile) {
      ForgetLargestRequest();
      const auto decoded = DecodeRecords(bytes);
      const std::size_t largest = LargestRequest();
      ASSERT_FALSE(decoded);
      EXPECT_EQ(decoded.error().code, ErrorCode::ERR_BUNDLE_RECORDS);
      EXPECT_LE(largest, 4096u) << length;
    }
  }
}

TEST(RecordsCodec, BoundsCountsByTheLeastRecord) {
  // As many records as there are bytes for, were each the smallest.
  Raw raw = Raw::Start(1000);
  raw.out.resize(raw.out.size() + 41 * 1000 - 1);
  ForgetLargestRequest();
  EXPECT_EQ(CodeOfDecoding(raw.out), "ERR_BUNDLE_RECORDS");
  EXPECT_LE(LargestRequest(), 4096u);
}

}  // namespace
}  // namespace pingshen::bundle
