#include "commission/system/os_files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/commission/system/temporary_folder.h"

namespace pingshen::commission {
namespace {

std::size_t CountEntries(const std::filesystem::path& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

TEST(OsFiles, WritesAndReadsBack) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "a.bin";
  const Bytes bytes{0, 1, 2, 255};
  ASSERT_TRUE(WriteFileDurably(path, bytes, IfExists::kRefuse, Readers::kOwnerOnly));
  EXPECT_EQ(ReadWholeFile(path, 4).value(), bytes);
  struct stat facts{};
  ASSERT_EQ(stat(path.c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777, 0600u);
  EXPECT_EQ(CountEntries(folder.path()), 1u) << "nothing unfinished is left";
}

TEST(OsFiles, RefusesToOverwriteWhenTold) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "a";
  ASSERT_TRUE(WriteFileDurably(path, AsBytes("one"), IfExists::kRefuse, Readers::kEverybody));
  const Status second =
      WriteFileDurably(path, AsBytes("two"), IfExists::kRefuse, Readers::kEverybody);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::ERR_FILE_EXISTS);
  EXPECT_EQ(AsText(ReadWholeFile(path, 10).value()), "one");
  ASSERT_TRUE(WriteFileDurably(path, AsBytes("three"), IfExists::kReplace, Readers::kEverybody));
  EXPECT_EQ(AsText(ReadWholeFile(path, 10).value()), "three");
  EXPECT_EQ(CountEntries(folder.path()), 1u);
}

TEST(OsFiles, ReadsNothingThatIsTooLargeOrNoFile) {
  const TemporaryFolder folder;
  ASSERT_TRUE(WriteFileDurably(folder.path() / "a", AsBytes("12345"), IfExists::kRefuse,
                               Readers::kEverybody));
  EXPECT_TRUE(ReadWholeFile(folder.path() / "a", 5));
  EXPECT_EQ(ReadWholeFile(folder.path() / "a", 4).error().code, ErrorCode::ERR_FILE_READ);
  EXPECT_EQ(ReadWholeFile(folder.path(), 4).error().code, ErrorCode::ERR_FILE_READ);
  EXPECT_EQ(ReadWholeFile(folder.path() / "missing", 4).error().code, ErrorCode::ERR_FILE_READ);
}

TEST(OsFiles, WritingWithoutAFolderIsAnError) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "missing" / "a";
  EXPECT_EQ(
      WriteFileDurably(path, AsBytes("x"), IfExists::kReplace, Readers::kEverybody).error().code,
      ErrorCode::ERR_FILE_WRITE);
  ASSERT_TRUE(EnsureFolder(path.parent_path(), Readers::kOwnerOnly));
  ASSERT_TRUE(EnsureFolder(path.parent_path(), Readers::kOwnerOnly));
  EXPECT_TRUE(WriteFileDurably(path, AsBytes("x"), IfExists::kReplace, Readers::kEverybody));
  EXPECT_EQ(EnsureFolder(path, Readers::kOwnerOnly).error().code, ErrorCode::ERR_FILE_WRITE);
}

TEST(OsFiles, RemovesUnfinishedFilesOnly) {
  const TemporaryFolder folder;
  ASSERT_TRUE(WriteFileDurably(folder.path() / ".part-1-2", AsBytes("x"), IfExists::kReplace,
                               Readers::kEverybody));
  ASSERT_TRUE(WriteFileDurably(folder.path() / "kept", AsBytes("x"), IfExists::kReplace,
                               Readers::kEverybody));
  RemoveUnfinishedFiles(folder.path());
  EXPECT_FALSE(std::filesystem::exists(folder.path() / ".part-1-2"));
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "kept"));
}

TEST(OsFiles, OneHolderOfALock) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "lock";
  {
    const auto first = FileLock::Try(path);
    ASSERT_TRUE(first);
    const auto second = FileLock::Try(path);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::ERR_DESK_RUNNING);
  }
  EXPECT_TRUE(FileLock::Try(path));
}

}  // namespace
}  // namespace pingshen::commission
