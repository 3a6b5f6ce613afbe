#include "tests/core/store/store_contract.h"

#include <gmock/gmock.h>

#include "core/store/attachment_file.h"
#include "tests/core/store/samples.h"

namespace pingshen::store {

void StoreContract::Open() {
  auto store = Store::Open(place_->options());
  ASSERT_EQ(CodeOf(store), "ok") << store.error().context;
  store_ = std::move(*store);
}

void StoreContract::Restart() {
  store_.reset();
  place_->Restart();
  Open();
}

namespace {

using model::AnswerRecord;
using testing::ElementsAre;

std::vector<AnswerRecord> Records(std::uint64_t first, std::uint64_t last) {
  std::vector<AnswerRecord> records;
  for (std::uint64_t i = first; i <= last; ++i)
    records.push_back(SampleRecord(i, "VC-" + std::to_string(i % 20), "答案 " + std::to_string(i)));
  return records;
}

std::vector<std::string> Ids(Store& store) {
  std::vector<std::string> ids;
  const auto rows = store.ListAssessments();
  EXPECT_EQ(CodeOf(rows), "ok");
  for (const AssessmentRow& row : *rows) ids.push_back(row.assessment.id);
  return ids;
}

TEST_P(StoreContract, ANewStoreIsEmpty) {
  EXPECT_TRUE(store_->ListAssessments()->empty());
  EXPECT_TRUE(store_->ListKeys()->empty());
  EXPECT_EQ(*store_->GetSetting("language", "zh"), "zh");
  EXPECT_EQ(CodeOf(store_->GetForm("00")), "ERR_STORE_MISSING");
  EXPECT_EQ(CodeOf(store_->LoadRecords("a")), "ERR_STORE_MISSING");
}

TEST_P(StoreContract, FormsComeBackByteForByte) {
  Bytes bytes(300'000);
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(i * i >> 3);
  ASSERT_EQ(CodeOf(store_->PutForm("aa", "village-clinic", "1.0", bytes)), "ok");
  ASSERT_EQ(CodeOf(store_->PutForm("bb", "empty", "1.0", {})), "ok");
  EXPECT_EQ(CodeOf(store_->PutForm("aa", "village-clinic", "1.0", bytes)), "ok");  // again
  Restart();
  EXPECT_EQ(*store_->GetForm("aa"), bytes);
  EXPECT_EQ(*store_->GetForm("bb"), Bytes());
  EXPECT_EQ(CodeOf(store_->PutForm("aa", "village-clinic", "1.0", bytes)), "ok");
  EXPECT_EQ(CodeOf(store_->PutForm("aa", "village-clinic", "1.1", bytes)), "ERR_STORE_EXISTS");
  bytes[5] ^= 1;
  EXPECT_EQ(CodeOf(store_->PutForm("aa", "village-clinic", "1.0", bytes)), "ERR_STORE_EXISTS");
}

TEST_P(StoreContract, AssessmentsComeBackAndAreCreatedOnce) {
  const model::Assessment assessment = SampleAssessment("a");
  ASSERT_EQ(CodeOf(store_->CreateAssessment(assessment)), "ok");
  EXPECT_EQ(CodeOf(store_->CreateAssessment(assessment)), "ERR_STORE_EXISTS");
  Restart();
  EXPECT_EQ(CodeOf(store_->CreateAssessment(assessment)), "ERR_STORE_EXISTS");
  const auto rows = store_->ListAssessments();
  ASSERT_EQ(CodeOf(rows), "ok");
  ASSERT_EQ(rows->size(), 1u);
  EXPECT_EQ(rows->front().assessment, assessment);
  EXPECT_EQ(rows->front().changed_at_ms, assessment.created_at_ms);
  EXPECT_EQ(rows->front().last_sequence, 0u);
  EXPECT_FALSE(rows->front().last_export);
  EXPECT_TRUE(store_->LoadRecords("a")->empty());
}

TEST_P(StoreContract, AnswersComeBackInOrder) {
  ASSERT_EQ(CodeOf(store_->CreateAssessment(SampleAssessment("a"))), "ok");
  ASSERT_EQ(CodeOf(store_->CreateAssessment(SampleAssessment("b"))), "ok");
  std::vector<AnswerRecord> records = Records(1, 300);
  records[0].value = model::Value::Choice("yes");
  records[1].value = model::Value::Choices({"a", "b"});
  records[2].value = model::Value::Integer(-9'000'000'000'000'000'000);
  records[3].value = model::Value::Of(*Decimal::Parse("-12.505"));
  records[4].value = model::Value();
  records[5].value = *model::Value::Make(model::ValueKind::kDate, "2026-11-22");
  records[6].value = model::Value::Presence(false);
  records[7].value =
      *model::Value::Make(model::ValueKind::kText, std::string(model::kMaxTextBytes, 'x'));
  records[8].path = *model::FieldPath::Parse("VC-09#2/person_id:note");
  records[9].author = "";
  for (std::size_t i = 0; i < 100; ++i)
    ASSERT_EQ(CodeOf(store_->Append("a", {&records[i], 1}, {})), "ok") << i;
  ASSERT_EQ(CodeOf(store_->Append("a", std::span(records).subspan(100), {})), "ok");
  EXPECT_EQ(*store_->LoadRecords("a"), records);
  EXPECT_TRUE(store_->LoadRecords("b")->empty());
  Restart();
  EXPECT_EQ(*store_->LoadRecords("a"), records);
  EXPECT_TRUE(store_->LoadRecords("b")->empty());
}

TEST_P(StoreContract, AttachmentsComeBackByteForByteAndBelongToTheirAssessment) {
  ASSERT_EQ(CodeOf(store_->CreateAssessment(SampleAssessment("a"))), "ok");
  ASSERT_EQ(CodeOf(store_->CreateAssessment(SampleAssessment("b"))), "ok");
  // Empty, one chunk to the byte, one byte more, several chunks.
  const std::size_t chunk = AttachmentFile::kChunkBytes;
  std::vector<model::Attachment> all;
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, chunk, chunk + 1, 5 * chunk / 2}) {
    const int seed = static_cast<int>(all.size());
    all.push_back(SampleAttachment(seed, size));
    ASSERT_EQ(CodeOf(store_->PutAttachment("a", all.back(), SampleBytes(seed, size))), "ok");
  }
  // Once more is nothing new, for another assessment it is a row and no bytes.
  ASSERT_EQ(CodeOf(store_->PutAttachment("a", all[3], SampleBytes(3, chunk + 1))), "ok");
  ASSERT_EQ(CodeOf(store_->PutAttachment("b", all[3], SampleBytes(3, chunk + 1))), "ok");
  for (int pass = 0; pass < 2; ++pass) {
    EXPECT_EQ(*store_->ListAttachments("a"), all);
    EXPECT_EQ(*store_->ListAttachments("b"), std::vector{all[3]});
    for (std::size_t seed = 0; seed < all.size(); ++seed)
      EXPECT_EQ(
          *store_->ReadAttachment(all[seed].name),
          SampleBytes(static_cast<int>(seed), static_cast<std::size_t>(all[seed].size_bytes)));
    Restart();
  }
  EXPECT_EQ(CodeOf(store_->ReadAttachment(SampleAttachment(99, 1).name)), "ERR_STORE_MISSING");
  EXPECT_EQ(CodeOf(store_->ReadAttachment("../x")), "ERR_STORE_MISSING");
  EXPECT_EQ(CodeOf(store_->PutAttachment("c", all[0], {})), "ERR_STORE_MISSING");
  EXPECT_EQ(CodeOf(store_->PutAttachment("a", SampleAttachment(7, 2), Bytes(3))), "ERR_VALUE");
  model::Attachment misnamed = SampleAttachment(8, 3);
  for (const std::string& name :
       {std::string("x.jpg"), misnamed.name + "/", std::string(64, 'g') + ".jpg",
        std::string(64, 'a') + ".JPG", std::string(64, 'a') + "."}) {
    misnamed.name = name;
    EXPECT_EQ(CodeOf(store_->PutAttachment("a", misnamed, Bytes(3))), "ERR_VALUE") << name;
  }
  EXPECT_FALSE(store_->stopped());
}

TEST_P(StoreContract, AnAnswerNamesOnlyAttachmentsThatAreKept) {
  ASSERT_EQ(CodeOf(store_->CreateAssessment(SampleAssessment("a"))), "ok");
  ASSERT_EQ(CodeOf(store_->CreateAssessment(SampleAssessment("b"))), "ok");
  const model::Attachment one = SampleAttachment(1, 100);
  const model::Attachment two = SampleAttachment(2, 100);
  const AnswerRecord names_one = NamingRecord(1, "VC-01", {one.name});
  const AnswerRecord names_both = NamingRecord(2, "VC-01", {one.name, two.name});
  EXPECT_EQ(CodeOf(store_->Append("a", {&names_one, 1}, {})), "ERR_STORE_ATTACHMENT_MISSING");
  EXPECT_TRUE(store_->LoadRecords("a")->empty());
  ASSERT_EQ(CodeOf(store_->PutAttachment("a", one, SampleBytes(1, 100))), "ok");
  EXPECT_EQ(CodeOf(store_->Append("b", {&names_one, 1}, {})), "ERR_STORE_ATTACHMENT_MISSING");
  ASSERT_EQ(CodeOf(store_->Append("a", {&names_one, 1}, {})), "ok");
  EXPECT_EQ(CodeOf(store_->Append("a", {&names_both, 1}, {})), "ERR_STORE_ATTACHMENT_MISSING");
  ASSERT_EQ(CodeOf(store_->PutAttachment("a", two, SampleBytes(2, 100))), "ok");
  ASSERT_EQ(CodeOf(store_->Append("a", {&names_both, 1}, {})), "ok");
  Restart();
  EXPECT_EQ(*store_->LoadRecords("a"), (std::vector{names_one, names_both}));
  EXPECT_FALSE(store_->stopped());
}

TEST_P(StoreContract, TheLogHasNoGapAndNoSecondThoughts) {
  ASSERT_EQ(CodeOf(store_->CreateAssessment(SampleAssessment("a"))), "ok");
  ASSERT_EQ(CodeOf(store_->Append("a", Records(1, 3), {3, 20, "12"})), "ok");
  EXPECT_EQ(CodeOf(store_->Append("a", Records(5, 5), {9, 9, "9"})), "ERR_STORE_SEQUENCE");
  EXPECT_EQ(CodeOf(store_->Append("a", Records(3, 4), {9, 9, "9"})), "ERR_STORE_SEQUENCE");
  std::vector<AnswerRecord> gap = Records(4, 5);
  gap.push_back(SampleRecord(7, "VC-01", "x"));
  EXPECT_EQ(CodeOf(store_->Append("a", gap, {9, 9, "9"})), "ERR_STORE_SEQUENCE");
  EXPECT_EQ(CodeOf(store_->Append("a", Records(0, 0), {})), "ERR_STORE_SEQUENCE");
  EXPECT_EQ(CodeOf(store_->Append("nobody", Records(1, 1), {})), "ERR_STORE_MISSING");
  EXPECT_EQ(*store_->LoadRecords("a"), Records(1, 3));
  EXPECT_EQ(store_->ListAssessments()->front().answered, 3u);
  ASSERT_EQ(CodeOf(store_->Append("a", Records(4, 4), {4, 20, "13"})), "ok");
  Restart();
  EXPECT_EQ(*store_->LoadRecords("a"), Records(1, 4));
}

TEST_P(StoreContract, WhatCannotBeReadBackIsNotAccepted) {
  ASSERT_EQ(CodeOf(store_->CreateAssessment(SampleAssessment("a"))), "ok");
  AnswerRecord record = SampleRecord(1, "VC-01", "x");
  record.value = model::Value::Choice("not a code");
  EXPECT_EQ(CodeOf(store_->Append("a", {&record, 1}, {})), "ERR_VALUE");
  record = SampleRecord(1, "VC-01", "x");
  record.path.item = "no/item";
  EXPECT_EQ(CodeOf(store_->Append("a", {&record, 1}, {})), "ERR_VALUE");
  EXPECT_EQ(CodeOf(store_->Append("a", Records(1, 1), {})), "ok");  // writing goes on
}

TEST_P(StoreContract, ProgressAndOrderFollowTheAppends) {
  for (const char* id : {"a", "b", "c"})
    ASSERT_EQ(CodeOf(store_->CreateAssessment(SampleAssessment(id))), "ok");
  EXPECT_THAT(Ids(*store_), ElementsAre("c", "b", "a"));
  ASSERT_EQ(CodeOf(store_->Append("a", Records(1, 2), {2, 20, "9.5"})), "ok");
  std::vector<AnswerRecord> earlier = Records(1, 1);
  earlier[0].recorded_at_ms = 5;  // a clock that was set back does not reorder
  ASSERT_EQ(CodeOf(store_->Append("b", earlier, {1, 20, ""})), "ok");
  EXPECT_THAT(Ids(*store_), ElementsAre("b", "a", "c"));
  Restart();
  EXPECT_THAT(Ids(*store_), ElementsAre("b", "a", "c"));
  ASSERT_EQ(CodeOf(store_->Append("c", Records(1, 1), {1, 20, ""})), "ok");
  EXPECT_THAT(Ids(*store_), ElementsAre("c", "b", "a"));
  const AssessmentRow row = store_->ListAssessments()->back();
  EXPECT_EQ(row.last_sequence, 2u);
  EXPECT_EQ(row.answered, 2u);
  EXPECT_EQ(row.total, 20u);
  EXPECT_EQ(row.score, "9.5");
  EXPECT_EQ(row.changed_at_ms, Records(2, 2)[0].recorded_at_ms);
}

TEST_P(StoreContract, TheLastExportIsShown) {
  ASSERT_EQ(CodeOf(store_->CreateAssessment(SampleAssessment("a"))), "ok");
  ASSERT_EQ(CodeOf(store_->CreateAssessment(SampleAssessment("b"))), "ok");
  ASSERT_EQ(CodeOf(store_->RecordExport({"b", "11", "一.psb", 3, 1000})), "ok");
  ASSERT_EQ(CodeOf(store_->RecordExport({"b", "22", "二.psb", 5, 900})), "ok");
  EXPECT_EQ(CodeOf(store_->RecordExport({"nobody", "33", "x", 1, 1})), "ERR_STORE_MISSING");
  Restart();
  const auto rows = store_->ListAssessments();
  ASSERT_EQ(rows->size(), 2u);
  EXPECT_FALSE((*rows)[1].last_export);
  ASSERT_TRUE((*rows)[0].last_export);
  const ExportRow& last = *(*rows)[0].last_export;
  EXPECT_EQ(last.assessment_id, "b");
  EXPECT_EQ(last.manifest_sha256, "22");
  EXPECT_EQ(last.file_name, "二.psb");
  EXPECT_EQ(last.last_sequence, 5u);
  EXPECT_EQ(last.exported_at_ms, 900);
}

TEST_P(StoreContract, KeysAndSettingsAreReplaced) {
  KeyRow key = SampleKey("0123456789abcdef");
  ASSERT_EQ(CodeOf(store_->PutKey(key)), "ok");
  key.sealed_private_key = Bytes(200, 3);  // a new passphrase
  ASSERT_EQ(CodeOf(store_->PutKey(key)), "ok");
  KeyRow later = SampleKey("fedcba9876543210");
  later.created_at_ms += 1;
  ASSERT_EQ(CodeOf(store_->PutKey(later)), "ok");
  ASSERT_EQ(CodeOf(store_->PutSetting("language", "en")), "ok");
  ASSERT_EQ(CodeOf(store_->PutSetting("language", "zh")), "ok");
  ASSERT_EQ(CodeOf(store_->PutSetting("empty", "")), "ok");
  Restart();
  const auto keys = store_->ListKeys();
  ASSERT_EQ(CodeOf(keys), "ok");
  ASSERT_EQ(keys->size(), 2u);
  EXPECT_EQ((*keys)[0].key_id, key.key_id);
  EXPECT_EQ((*keys)[0].holder, key.holder);
  EXPECT_EQ((*keys)[0].organisation, key.organisation);
  EXPECT_EQ((*keys)[0].public_key, key.public_key);
  EXPECT_EQ((*keys)[0].sealed_private_key, key.sealed_private_key);
  EXPECT_EQ((*keys)[0].created_at_ms, key.created_at_ms);
  EXPECT_EQ((*keys)[1].key_id, later.key_id);
  EXPECT_EQ(*store_->GetSetting("language", "?"), "zh");
  EXPECT_EQ(*store_->GetSetting("empty", "?"), "");
  EXPECT_EQ(*store_->GetSetting("absent", "?"), "?");
}

TEST_P(StoreContract, TheDatabaseItselfRefusesToChangeFacts) {
  ASSERT_EQ(CodeOf(store_->CreateAssessment(SampleAssessment("a"))), "ok");
  ASSERT_EQ(CodeOf(store_->Append("a", Records(1, 3), {})), "ok");
  ASSERT_EQ(CodeOf(store_->RecordExport({"a", "11", "x", 3, 1})), "ok");
  store_.reset();
  {
    RawConnection sql(place_->options());
    const std::string append_only = "answer_log: append only";
    EXPECT_EQ(sql.Execute("UPDATE answer_log SET value = 'no'"), append_only);
    EXPECT_EQ(sql.Execute("UPDATE answer_log SET author = author WHERE sequence = 2"), append_only);
    EXPECT_EQ(sql.Execute("DELETE FROM answer_log WHERE sequence = 3"), append_only);
    for (const std::string insert :
         {"INSERT", "INSERT OR REPLACE", "INSERT OR IGNORE", "REPLACE"}) {
      for (const int sequence : {0, 2, 3, 5})
        EXPECT_EQ(sql.Execute(insert + " INTO answer_log VALUES('a', " + std::to_string(sequence) +
                              ", 'VC-01', 5, 'x', 'y', 0, 0)"),
                  "answer_log: sequence");
    }
    EXPECT_EQ(sql.Execute("UPDATE assessment SET assessor = 'x'"), "assessment: append only");
    EXPECT_EQ(sql.Execute("DELETE FROM assessment"), "assessment: append only");
    EXPECT_EQ(sql.Execute("INSERT OR REPLACE INTO assessment SELECT * FROM assessment"),
              "assessment: exists");
    EXPECT_EQ(sql.Execute("UPDATE export_log SET file_name = 'x'"), "export_log: append only");
    EXPECT_EQ(sql.Execute("DELETE FROM export_log"), "export_log: append only");
    EXPECT_EQ(sql.Execute("INSERT OR REPLACE INTO export_log SELECT * FROM export_log"),
              "export_log: exists");
    EXPECT_EQ(sql.Value("SELECT count(*) FROM answer_log"), "3");
  }
  Restart();
  EXPECT_EQ(*store_->LoadRecords("a"), Records(1, 3));
}

TEST_P(StoreContract, ANewerOrForeignDatabaseIsRefusedAndUntouched) {
  ASSERT_EQ(CodeOf(store_->CreateAssessment(SampleAssessment("a"))), "ok");
  store_.reset();
  const auto change = [&](const std::string& sql) {
    RawConnection raw(place_->options());
    EXPECT_EQ(raw.Execute(sql), "");
  };
  const std::string version = RawConnection(place_->options()).Value("PRAGMA user_version");
  change("PRAGMA user_version = 1000");
  EXPECT_EQ(CodeOf(Store::Open(place_->options())), "ERR_STORE_NEWER");
  change("PRAGMA user_version = " + version + "; PRAGMA application_id = 1");
  EXPECT_EQ(CodeOf(Store::Open(place_->options())), "ERR_STORE_NOT_A_DATABASE");
  change("PRAGMA application_id = 1347635283");
  Open();
  EXPECT_THAT(Ids(*store_), ElementsAre("a"));
}

TEST_P(StoreContract, ADatabaseThatIsInUseIsBusy) {
  EXPECT_EQ(CodeOf(Store::Open(place_->options())), "ERR_STORE_BUSY");
}

}  // namespace
}  // namespace pingshen::store
