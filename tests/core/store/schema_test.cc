#include "core/store/schema.h"

#include <gtest/gtest.h>

#include <array>

#include "core/ports/memory_slot_device.h"
#include "tests/core/store/samples.h"

namespace pingshen::store {
namespace {

constexpr std::array<const char*, 3> kThree = {
    "CREATE TABLE a(x INTEGER) STRICT; INSERT INTO a VALUES(1)",
    "ALTER TABLE a ADD COLUMN y TEXT; UPDATE a SET y = 'two'",
    "CREATE TABLE b AS SELECT x, y FROM a"};
// The second statement of the second migration cannot work.
constexpr std::array<const char*, 2> kBroken = {
    kThree[0], "ALTER TABLE a ADD COLUMN y TEXT; INSERT INTO nowhere VALUES(1)"};

class SchemaTest : public testing::Test {
 protected:
  ports::MemorySlotDevice device_{kSlots};
  std::unique_ptr<SlotVfs> vfs_ = MakeVfs(device_);

  std::unique_ptr<Connection> Open() {
    auto connection = Connection::Open(OptionsOf(*vfs_));
    EXPECT_EQ(CodeOf(connection), "ok");
    return std::move(*connection);
  }
};

TEST_F(SchemaTest, AnEmptyFileIsNewAndGetsAllMigrations) {
  const auto connection = Open();
  EXPECT_EQ(*Recognise(*connection, kThree), DatabaseAge::kEmpty);
  ASSERT_EQ(CodeOf(Migrate(*connection, kThree)), "ok");
  EXPECT_EQ(*Recognise(*connection, kThree), DatabaseAge::kOurs);
  EXPECT_EQ(*connection->ReadInteger("PRAGMA user_version"), 3);
  EXPECT_EQ(*connection->ReadText("SELECT y FROM b"), "two");
  ASSERT_EQ(CodeOf(Migrate(*connection, kThree)), "ok");  // nothing left to do
  EXPECT_EQ(CodeOf(CheckSchema(*connection, kThree)), "ok");
}

TEST_F(SchemaTest, AnOlderDatabaseKeepsItsRows) {
  {
    const auto connection = Open();
    ASSERT_EQ(CodeOf(Migrate(*connection, Migrations(kThree).first(1))), "ok");
    ASSERT_EQ(CodeOf(connection->Execute("INSERT INTO a VALUES(7)")), "ok");
  }
  const auto connection = Open();
  EXPECT_EQ(*Recognise(*connection, kThree), DatabaseAge::kOurs);
  ASSERT_EQ(CodeOf(Migrate(*connection, kThree)), "ok");
  EXPECT_EQ(*connection->ReadInteger("SELECT sum(x) FROM b"), 8);
}

TEST_F(SchemaTest, AFailedMigrationLeavesTheVersionBeforeIt) {
  const auto connection = Open();
  EXPECT_FALSE(Migrate(*connection, kBroken));
  EXPECT_FALSE(connection->InTransaction());
  EXPECT_EQ(*connection->ReadInteger("PRAGMA user_version"), 1);
  EXPECT_EQ(*connection->ReadInteger("SELECT count(*) FROM pragma_table_info('a')"), 1);
  ASSERT_EQ(CodeOf(Migrate(*connection, kThree)), "ok");
}

TEST_F(SchemaTest, ANewerDatabaseIsRefused) {
  const auto connection = Open();
  ASSERT_EQ(CodeOf(Migrate(*connection, kThree)), "ok");
  EXPECT_EQ(CodeOf(Recognise(*connection, Migrations(kThree).first(2))), "ERR_STORE_NEWER");
}

TEST_F(SchemaTest, AnotherProgramsDatabaseIsRefused) {
  const auto connection = Open();
  ASSERT_EQ(CodeOf(connection->Execute("CREATE TABLE theirs(x)")), "ok");
  EXPECT_EQ(CodeOf(Recognise(*connection, kThree)), "ERR_STORE_NOT_A_DATABASE");
  ASSERT_EQ(CodeOf(connection->Execute("PRAGMA application_id = 252006675")), "ok");
  EXPECT_EQ(CodeOf(Recognise(*connection, kThree)), "ERR_STORE_NOT_A_DATABASE");
}

TEST_F(SchemaTest, AMissingTriggerIsDamage) {
  const auto connection = Open();
  ASSERT_EQ(CodeOf(Migrate(*connection, AllMigrations())), "ok");
  EXPECT_EQ(CodeOf(CheckSchema(*connection, AllMigrations())), "ok");
  ASSERT_EQ(CodeOf(connection->Execute("DROP TRIGGER answer_log_keeps")), "ok");
  EXPECT_EQ(CodeOf(CheckSchema(*connection, AllMigrations())), "ERR_STORE_DAMAGED");
}

}  // namespace
}  // namespace pingshen::store
