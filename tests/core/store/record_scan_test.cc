#include "core/store/record_scan.h"

#include <gtest/gtest.h>

#include "core/ports/memory_random.h"

namespace pingshen::store {
namespace {

// A record as the file format describes it, built by hand: payload size, header (size, serial
// types), values.
Bytes CellOf(const AnswerRow& row) {
  const auto text_type = [](const std::string& text) {
    return static_cast<std::uint8_t>(13 + 2 * text.size());  // short texts: one byte of varint
  };
  Bytes header = {9,
                  text_type(row.assessment_id),
                  1,  // int8
                  text_type(row.path),
                  9,  // the constant 1
                  text_type(row.value),
                  text_type(row.author),
                  2,   // int16
                  6};  // int64
  Bytes body;
  const auto add = [&](const std::string& text) {
    body.insert(body.end(), text.begin(), text.end());
  };
  const auto add_be = [&](std::uint64_t number, int size_bytes) {
    for (int i = size_bytes - 1; i >= 0; --i)
      body.push_back(static_cast<std::uint8_t>(number >> (8 * i)));
  };
  add(row.assessment_id);
  add_be(static_cast<std::uint64_t>(row.sequence), 1);
  add(row.path);
  add(row.value);
  add(row.author);
  add_be(static_cast<std::uint64_t>(row.recorded_at_ms), 2);
  add_be(row.digest, 8);
  Bytes cell = {static_cast<std::uint8_t>(header.size() + body.size())};
  cell.insert(cell.end(), header.begin(), header.end());
  cell.insert(cell.end(), body.begin(), body.end());
  return cell;
}

AnswerRow SampleRow() {
  AnswerRow row{"a", 100, "VC-01", 1, "yes", "Li", -300, 0};
  row.digest = DigestOf(row);
  return row;
}

void ExpectFound(const ScannedRows& rows) {
  ASSERT_EQ(rows.answers.size(), 1u);
  EXPECT_EQ(rows.answers[0].assessment_id, "a");
  EXPECT_EQ(rows.answers[0].sequence, 100);
  EXPECT_EQ(rows.answers[0].path, "VC-01");
  EXPECT_EQ(rows.answers[0].kind, 1);
  EXPECT_EQ(rows.answers[0].value, "yes");
  EXPECT_EQ(rows.answers[0].author, "Li");
  EXPECT_EQ(rows.answers[0].recorded_at_ms, -300);
}

TEST(RecordScan, FindsARecordAtAnyPlace) {
  const Bytes cell = CellOf(SampleRow());
  for (std::size_t at = 0; at + cell.size() <= 4096; at += 7) {
    Bytes page(4096, 0xff);
    std::copy(cell.begin(), cell.end(), page.begin() + static_cast<std::ptrdiff_t>(at));
    ExpectFound(ScanForRows(page, {}));
  }
}

TEST(RecordScan, FindsARecordInAPageThatIsCutOffAndInALogFrame) {
  const Bytes cell = CellOf(SampleRow());
  ExpectFound(ScanForRows(cell, {}));
  Bytes wal(32 + 24 + 4096);
  std::copy(cell.begin(), cell.end(), wal.begin() + 200);
  ExpectFound(ScanForRows({}, wal));
}

TEST(RecordScan, GivesNoRecordThatWasChanged) {
  const Bytes cell = CellOf(SampleRow());
  for (std::size_t bit = 0; bit < cell.size() * 8; ++bit) {
    Bytes damaged = cell;
    damaged[bit / 8] ^= static_cast<std::uint8_t>(1u << (bit % 8));
    EXPECT_TRUE(ScanForRows(damaged, {}).answers.empty()) << bit;
  }
}

TEST(RecordScan, SurvivesAnyBytes) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    ports::SeededRandom chance(seed);
    Bytes noise(4096 * 3 + static_cast<std::size_t>(chance.Below(4096)));
    // Small numbers look like headers more often than large ones.
    for (auto& byte : noise) byte = static_cast<std::uint8_t>(chance.Below(seed % 2 ? 256 : 30));
    const ScannedRows rows = ScanForRows(noise, noise);
    EXPECT_TRUE(rows.answers.empty());
    EXPECT_TRUE(rows.assessments.empty());
  }
}

}  // namespace
}  // namespace pingshen::store
