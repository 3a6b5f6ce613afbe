#include "core/store/slot_vfs.h"

#include <gtest/gtest.h>

#include "core/ports/faulty_slot_device.h"
#include "core/ports/memory_slot_device.h"
#include "core/store/slot_header.h"
#include "tests/core/store/samples.h"

namespace pingshen::store {
namespace {

class SlotVfsTest : public testing::Test {
 protected:
  ports::MemorySlotDevice memory_{kSlots};
  ports::FaultySlotDevice device_{memory_};
  std::unique_ptr<SlotVfs> vfs_ = MakeVfs(device_);

  void Restart() {
    vfs_.reset();
    vfs_ = MakeVfs(device_);
  }
  std::vector<std::string> FileNames() {
    std::vector<std::string> names;
    for (std::uint32_t slot = 0; slot < kSlots; ++slot) {
      Bytes start(kSlotHeaderBytes);
      EXPECT_TRUE(memory_.Read(slot, 0, start));
      const auto header = DecodeSlotHeader(start).header;
      if (header && !header->name.empty()) names.push_back(header->name);
    }
    return names;
  }
};

TEST_F(SlotVfsTest, IsFoundByNameWhileItLives) {
  EXPECT_EQ(SlotVfs::Find("slots-under-test"), vfs_.get());
  EXPECT_EQ(SlotVfs::Find("nobody"), nullptr);
  vfs_.reset();
  EXPECT_EQ(SlotVfs::Find("slots-under-test"), nullptr);
}

TEST_F(SlotVfsTest, TooFewSlotsAreRefused) {
  ports::MemorySlotDevice small(3);
  EXPECT_EQ(CodeOf(SlotVfs::Register(small, "small")), "ERR_STORE_SLOTS");
}

class SlotVfsJournalTest : public SlotVfsTest, public testing::WithParamInterface<const char*> {};

TEST_P(SlotVfsJournalTest, KeepsATableAcrossRestarts) {
  const std::string mode = GetParam();
  {
    RawConnection sql(OptionsOf(*vfs_));
    EXPECT_EQ(sql.Value("PRAGMA journal_mode = " + mode), mode);
    EXPECT_EQ(sql.Execute("CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT)"), "");
    for (int round = 0; round < 20; ++round)
      EXPECT_EQ(sql.Execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE "
                            "i < 200) INSERT INTO t(b) SELECT hex(randomblob(50)) FROM n"),
                "");
    EXPECT_EQ(sql.Execute("BEGIN; DELETE FROM t; ROLLBACK"), "");
    EXPECT_EQ(sql.Execute("DELETE FROM t WHERE a % 2; VACUUM"), "");
  }
  const bool deletes = mode == "wal" || mode == "delete";
  EXPECT_EQ(FileNames().size(), deletes ? 1u : 2u);
  Restart();
  RawConnection sql(OptionsOf(*vfs_));
  EXPECT_EQ(sql.Value("SELECT count(*) FROM t"), "2000");
  EXPECT_EQ(sql.Value("PRAGMA integrity_check"), "ok");
}

INSTANTIATE_TEST_SUITE_P(Modes, SlotVfsJournalTest,
                         testing::Values("wal", "delete", "truncate", "persist"),
                         [](const auto& one) { return std::string(one.param); });

TEST_F(SlotVfsTest, ADatabaseOpensOnceAtATime) {
  RawConnection first(OptionsOf(*vfs_));
  sqlite3* second = nullptr;
  EXPECT_EQ(sqlite3_open_v2(kDatabase, &second, SQLITE_OPEN_READWRITE, vfs_->name().c_str()),
            SQLITE_BUSY);
  sqlite3_close(second);
}

TEST_F(SlotVfsTest, DoesNotCreateUnlessAsked) {
  sqlite3* handle = nullptr;
  EXPECT_EQ(sqlite3_open_v2("absent", &handle, SQLITE_OPEN_READWRITE, vfs_->name().c_str()),
            SQLITE_CANTOPEN);
  sqlite3_close(handle);
  EXPECT_TRUE(FileNames().empty());
}

TEST_F(SlotVfsTest, TellsTheFirstFailureOfTheDevice) {
  RawConnection sql(OptionsOf(*vfs_));
  EXPECT_EQ(sql.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t(a)"),
            "");
  EXPECT_TRUE(vfs_->TakeFailure());
  device_.FailAt(device_.operations() + 1);
  EXPECT_NE(sql.Execute("INSERT INTO t VALUES(1)"), "");
  EXPECT_EQ(sqlite3_extended_errcode(sql.handle()), SQLITE_IOERR_WRITE);
  EXPECT_EQ(CodeOf(vfs_->TakeFailure()), "ERR_DEVICE_IO");
  EXPECT_TRUE(vfs_->TakeFailure());  // taken
}

TEST_F(SlotVfsTest, AFullDeviceIsSqliteFull) {
  RawConnection sql(OptionsOf(*vfs_));
  EXPECT_EQ(sql.Execute("PRAGMA journal_mode = WAL; CREATE TABLE t(a)"), "");
  device_.SetCapacity(0);
  EXPECT_NE(sql.Execute("INSERT INTO t VALUES(zeroblob(100000))"), "");
  EXPECT_EQ(sqlite3_extended_errcode(sql.handle()), SQLITE_FULL);
  EXPECT_EQ(CodeOf(vfs_->TakeFailure()), "ERR_DEVICE_FULL");
  device_.SetCapacity(std::nullopt);
  EXPECT_EQ(sql.Execute("INSERT INTO t VALUES(zeroblob(100000))"), "");
}

TEST_F(SlotVfsTest, ADatabaseWhoseSlotHeaderIsLostIsFoundAgain) {
  {
    RawConnection sql(OptionsOf(*vfs_));
    EXPECT_EQ(sql.Execute("CREATE TABLE t(a); INSERT INTO t VALUES(42)"), "");
  }
  vfs_.reset();
  for (std::uint32_t slot = 0; slot < kSlots; ++slot) {
    if (*memory_.Size(slot) <= kSlotHeaderBytes) continue;
    ASSERT_TRUE(memory_.Write(slot, 0, Bytes(kSlotHeaderBytes, 0xaa)));
  }
  vfs_ = MakeVfs(device_);
  RawConnection sql(OptionsOf(*vfs_));
  EXPECT_EQ(sql.Value("SELECT a FROM t"), "42");
}

}  // namespace
}  // namespace pingshen::store
