#include "commission/register/desk_store.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <thread>

#include "commission/system/os_files.h"
#include "core/bundle/crypto.h"
#include "tests/commission/system/temporary_folder.h"

namespace pingshen::commission {
namespace {

Status NoFinish(Reception&) { return {}; }

Reception Sample(const std::string& name) {
  Reception reception;
  reception.manifest_sha256 = bundle::Sha256Hex(AsBytes(name));
  reception.bundle_id = "bundle " + name;
  reception.assessment.id = "assessment";
  reception.assessment.kind = model::AssessmentKind::kOnsite;
  reception.assessment.form_id = "form";
  reception.assessment.form_version = "1";
  reception.assessment.form_sha256 = "f0";
  reception.assessment.institution = {.name = "上坝村卫生室'; DROP TABLE reception; --",
                                      .credit_code = "9",
                                      .region_code = "510000"};
  reception.assessment.period = "2026";
  reception.assessment.assessor = "张三";
  reception.assessment.created_at_ms = 5;
  reception.assessment.previous = "p";
  reception.form_title = {.zh = "表", .en = "form"};
  reception.created_at_ms = 6;
  reception.received_at_ms = 7;
  reception.trust_serial = 8;
  reception.score = "90.50";
  reception.total = "100";
  reception.band = "good";
  reception.band_label = {.zh = "合格", .en = "Pass"};
  reception.tone = "good";
  reception.result_json = "{}";
  reception.warnings_json = "[]";
  return reception;
}

StoredFile FileOf(ByteView bytes, std::size_t signatures, std::int64_t received_at_ms = 7) {
  StoredFile file{.file_sha256 = bundle::Sha256Hex(bytes),
                  .size_bytes = bytes.size(),
                  .received_at_ms = received_at_ms,
                  .signatures = {}};
  for (std::size_t i = 0; i < signatures; ++i) {
    file.signatures.push_back({.key_id = "k" + std::to_string(i),
                               .role = "assessor",
                               .name = "n",
                               .organisation = "o",
                               .signed_at_ms = 1});
  }
  return file;
}

DeskStore::Recorded Put(DeskStore& store, const std::string& name, std::size_t signatures = 1) {
  const std::string content = name + std::to_string(signatures);
  const StoredFile file = FileOf(AsBytes(content), signatures);
  EXPECT_TRUE(store.KeepFile(file.file_sha256, AsBytes(content)));
  const auto recorded = store.Record(Sample(name), file, NoFinish);
  EXPECT_TRUE(recorded);
  return recorded.value_or(DeskStore::Recorded{});
}

TEST(DeskStore, KeepsEveryFieldOverReopening) {
  const TemporaryFolder folder;
  {
    const auto store = DeskStore::Open(folder.path()).value();
    EXPECT_EQ(Put(*store, "a").intake_number, 1);
    EXPECT_EQ(Put(*store, "b").intake_number, 2);
  }
  const auto store = DeskStore::Open(folder.path()).value();
  const Reception want = Sample("a");
  const Reception got = store->Find(want.manifest_sha256).value().value();
  EXPECT_EQ(got.intake_number, 1);
  EXPECT_EQ(got.bundle_id, want.bundle_id);
  EXPECT_EQ(got.assessment, want.assessment);
  EXPECT_EQ(got.form_title.en, "form");
  EXPECT_EQ(got.created_at_ms, 6);
  EXPECT_EQ(got.received_at_ms, 7);
  EXPECT_EQ(got.trust_serial, 8);
  EXPECT_EQ(got.score, "90.50");
  EXPECT_EQ(got.total, "100");
  EXPECT_EQ(got.band, "good");
  EXPECT_EQ(got.band_label.zh, "合格");
  EXPECT_EQ(got.band_label.en, "Pass");
  EXPECT_EQ(got.tone, "good");
  EXPECT_EQ(got.result_json, "{}");
  EXPECT_EQ(got.warnings_json, "[]");
  EXPECT_FALSE(store->Find("none").value());
  EXPECT_EQ(store->OfAssessment("assessment").value().size(), 2u);
}

TEST(DeskStore, TheSameManifestKeepsItsNumber) {
  const TemporaryFolder folder;
  const auto store = DeskStore::Open(folder.path()).value();
  EXPECT_FALSE(Put(*store, "a").repeated);
  Put(*store, "b");
  const auto again = Put(*store, "a");
  EXPECT_TRUE(again.repeated);
  EXPECT_EQ(again.intake_number, 1);
  EXPECT_EQ(Put(*store, "c").intake_number, 3) << "no gap after a repetition";
  EXPECT_EQ(store->FilesOf(1).value().size(), 1u);
}

TEST(DeskStore, ACountersignedFileIsKeptBesideTheFirst) {
  const TemporaryFolder folder;
  const auto store = DeskStore::Open(folder.path()).value();
  Put(*store, "a", 1);
  EXPECT_TRUE(Put(*store, "a", 3).repeated);
  Put(*store, "a", 2);
  const auto files = store->FilesOf(1).value();
  ASSERT_EQ(files.size(), 3u);
  EXPECT_EQ(files[0].signatures.size(), 3u) << "the fullest first";
  EXPECT_EQ(files[0].signatures[2].key_id, "k2");
  EXPECT_EQ(AsText(ReadWholeFile(store->PathOf(files[0].file_sha256), 100).value()), "a3");
}

TEST(DeskStore, ListsNewestFirstInPages) {
  const TemporaryFolder folder;
  const auto store = DeskStore::Open(folder.path()).value();
  for (const char* name : {"a", "b", "c"}) Put(*store, name);
  const auto first = store->List(1000, 2).value();
  ASSERT_EQ(first.size(), 2u);
  EXPECT_EQ(first[0].intake_number, 3);
  EXPECT_EQ(first[1].intake_number, 2);
  const auto second = store->List(2, 2).value();
  ASSERT_EQ(second.size(), 1u);
  EXPECT_EQ(second[0].intake_number, 1);
}

TEST(DeskStore, AFailedReceiptLeavesNothing) {
  const TemporaryFolder folder;
  const auto store = DeskStore::Open(folder.path()).value();
  const auto failed = store->Record(Sample("a"), FileOf(AsBytes("x"), 1), [](Reception&) -> Status {
    return Fail(ErrorCode::ERR_RANDOM, "x");
  });
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().code, ErrorCode::ERR_RANDOM);
  EXPECT_FALSE(store->Find(Sample("a").manifest_sha256).value());
  EXPECT_EQ(Put(*store, "a").intake_number, 1) << "the store goes on";
}

TEST(DeskStore, TheRegisterCannotBeRewritten) {
  const TemporaryFolder folder;
  const auto store = DeskStore::Open(folder.path()).value();
  Put(*store, "a");
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open((folder.path() / "desk.sqlite").c_str(), &database), SQLITE_OK);
  for (const char* sql : {"UPDATE reception SET score = '100'", "DELETE FROM received_signature",
                          "UPDATE received_file SET size_bytes = 0", "DELETE FROM reception"}) {
    EXPECT_NE(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sql;
  }
  sqlite3_close(database);
}

TEST(DeskStore, RefusesForeignDamagedAndNewerDatabases) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "desk.sqlite";
  const auto write = [&](std::string_view bytes) {
    ASSERT_TRUE(WriteFileDurably(path, AsBytes(bytes), IfExists::kReplace, Readers::kOwnerOnly));
  };
  write("this is not a database, whatever its name may say; it is long enough to be looked at");
  EXPECT_EQ(DeskStore::Open(folder.path()).error().code, ErrorCode::ERR_DESK_STORE_DAMAGED);

  const auto run = [&](const char* sql) {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(database);
  };
  write("");
  run("CREATE TABLE somebody_elses (x)");
  EXPECT_EQ(DeskStore::Open(folder.path()).error().code, ErrorCode::ERR_DESK_STORE_DAMAGED);

  write("");
  {
    Put(*DeskStore::Open(folder.path()).value(), "a");
  }
  run("PRAGMA user_version = 99");
  EXPECT_EQ(DeskStore::Open(folder.path()).error().code, ErrorCode::ERR_DESK_STORE_NEWER);
}

TEST(DeskStore, SeveralThreadsGiveEachReceptionItsOwnNumber) {
  const TemporaryFolder folder;
  const auto store = DeskStore::Open(folder.path()).value();
  constexpr int kThreads = 4, kEach = 10;
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      // Half of the names are common to all threads.
      for (int i = 0; i < kEach; ++i)
        Put(*store, i % 2 == 0 ? std::to_string(i) : std::to_string(t) + "-" + std::to_string(i));
    });
  }
  for (std::thread& each : threads) each.join();
  const auto rows = store->List(1000, 1000).value();
  constexpr std::size_t kDistinct = kEach / 2 + kThreads * kEach / 2;
  ASSERT_EQ(rows.size(), kDistinct);
  for (std::size_t i = 0; i < rows.size(); ++i)
    EXPECT_EQ(rows[i].intake_number, static_cast<std::int64_t>(kDistinct - i));
}

}  // namespace
}  // namespace pingshen::commission
