// Whole files read and durably written.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/base/bytes.h"
#include "core/base/error.h"

namespace pingshen::commission {

enum class IfExists : std::uint8_t { kReplace, kRefuse };
enum class Readers : std::uint8_t { kEverybody, kOwnerOnly };  // file mode 0644 or 0600

// ERR_FILE_READ (missing, not a plain file, unreadable, larger than max_bytes) with path and
// reason.
Result<Bytes> ReadWholeFile(const std::filesystem::path& path, std::uint64_t max_bytes);

// Survives a power cut once it returns success; at no moment is a partly written file to be seen
// under `path`. ERR_FILE_WRITE, or ERR_FILE_EXISTS with IfExists::kRefuse.
Status WriteFileDurably(const std::filesystem::path& path, ByteView bytes, IfExists if_exists,
                        Readers readers);

// Creates a folder and its parents, durably. Success when it is there already. ERR_FILE_WRITE.
Status EnsureFolder(const std::filesystem::path& path, Readers readers);

// Removes what an interrupted WriteFileDurably may have left in `folder`.
// REQUIRES: nobody writes there at the moment.
void RemoveUnfinishedFiles(const std::filesystem::path& folder);

// Excludes every other holder of a lock on the same file, in this process and in others, until
// destroyed.
class FileLock {
 public:
  // Waits for the other holder; creates the file when it is missing. ERR_FILE_WRITE.
  static Result<FileLock> Wait(const std::filesystem::path& path);
  // ERR_DESK_RUNNING with the path when somebody else holds it.
  static Result<FileLock> Try(const std::filesystem::path& path);
  FileLock(FileLock&& other) noexcept : descriptor_(other.descriptor_) { other.descriptor_ = -1; }
  FileLock& operator=(FileLock&&) = delete;
  ~FileLock();

 private:
  explicit FileLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace pingshen::commission
