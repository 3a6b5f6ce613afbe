#include "commission/system/os_files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <string>
#include <string_view>

namespace pingshen::commission {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kUnfinishedMark = ".part-";

std::string Reason(const fs::path& path, int error_number) {
  return path.string() + " (" + std::strerror(error_number) + ")";
}
auto ReadFailure(const fs::path& path, int error_number) {
  return Fail(ErrorCode::ERR_FILE_READ, Reason(path, error_number));
}
auto WriteFailure(const fs::path& path, int error_number) {
  return Fail(ErrorCode::ERR_FILE_WRITE, Reason(path, error_number));
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  int number() const { return number_; }
  int Close() {  // 0 or errno
    const int number = number_;
    number_ = -1;
    return close(number) == 0 ? 0 : errno;
  }

 private:
  int number_;
};

int WriteAll(int descriptor, ByteView bytes) {  // 0 or errno
  while (!bytes.empty()) {
    const ssize_t written = write(descriptor, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return errno;
    }
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return 0;
}

Status FlushFolder(const fs::path& folder) {
  Descriptor descriptor(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor.number() < 0 || fsync(descriptor.number()) != 0)
    return WriteFailure(folder, errno);
  return {};
}

fs::path FolderOf(const fs::path& path) {
  const fs::path parent = path.parent_path();
  return parent.empty() ? fs::path(".") : parent;
}

fs::path UnfinishedName(const fs::path& path) {
  static std::atomic<std::uint64_t> serial{0};
  std::string name(kUnfinishedMark);
  name += std::to_string(getpid()) + "-" + std::to_string(serial.fetch_add(1));
  return FolderOf(path) / name;
}

Status WriteUnfinished(const fs::path& path, ByteView bytes, Readers readers) {
  const mode_t mode = readers == Readers::kOwnerOnly ? 0600 : 0644;
  Descriptor file(open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode));
  if (file.number() < 0) return WriteFailure(path, errno);
  if (const int failed = WriteAll(file.number(), bytes); failed != 0)
    return WriteFailure(path, failed);
  if (fsync(file.number()) != 0) return WriteFailure(path, errno);
  if (const int failed = file.Close(); failed != 0) return WriteFailure(path, failed);
  return {};
}

Result<int> OpenLockFile(const fs::path& path) {
  const int descriptor = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) return WriteFailure(path, errno);
  return descriptor;
}

}  // namespace

Result<Bytes> ReadWholeFile(const fs::path& path, std::uint64_t max_bytes) {
  // O_NONBLOCK: a named pipe must not hold the program up; it is refused below.
  Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.number() < 0) return ReadFailure(path, errno);
  struct stat facts{};
  if (fstat(file.number(), &facts) != 0) return ReadFailure(path, errno);
  if (S_ISDIR(facts.st_mode)) return ReadFailure(path, EISDIR);
  if (!S_ISREG(facts.st_mode)) return ReadFailure(path, EINVAL);
  if (static_cast<std::uint64_t>(facts.st_size) > max_bytes) return ReadFailure(path, EFBIG);
  Bytes bytes(static_cast<std::size_t>(facts.st_size));
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t got = read(file.number(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return ReadFailure(path, errno);
    if (got == 0) break;  // became shorter meanwhile
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

Status WriteFileDurably(const fs::path& path, ByteView bytes, IfExists if_exists, Readers readers) {
  const fs::path unfinished = UnfinishedName(path);
  Status written = WriteUnfinished(unfinished, bytes, readers);
  if (!written) {
    unlink(unfinished.c_str());
    return written;
  }
  int failed = 0;
  if (if_exists == IfExists::kReplace) {
    if (rename(unfinished.c_str(), path.c_str()) != 0) failed = errno;
  } else if (link(unfinished.c_str(), path.c_str()) != 0) {
    failed = errno;
  }
  if (failed != 0 || if_exists == IfExists::kRefuse) unlink(unfinished.c_str());
  if (failed == EEXIST) return Fail(ErrorCode::ERR_FILE_EXISTS, path.string());
  if (failed != 0) return WriteFailure(path, failed);
  return FlushFolder(FolderOf(path));
}

Status EnsureFolder(const fs::path& path, Readers readers) {
  struct stat facts{};
  if (stat(path.c_str(), &facts) == 0) {
    if (S_ISDIR(facts.st_mode)) return {};
    return WriteFailure(path, ENOTDIR);
  }
  const fs::path parent = FolderOf(path);
  if (parent != path) PINGSHEN_CHECK(EnsureFolder(parent, readers));
  const mode_t mode = readers == Readers::kOwnerOnly ? 0700 : 0755;
  if (mkdir(path.c_str(), mode) != 0 && errno != EEXIST) return WriteFailure(path, errno);
  return FlushFolder(parent);
}

void RemoveUnfinishedFiles(const fs::path& folder) {
  std::error_code ignored;
  for (fs::directory_iterator entry(folder, ignored), end; entry != end; entry.increment(ignored)) {
    if (entry->path().filename().string().starts_with(kUnfinishedMark))
      fs::remove(entry->path(), ignored);
  }
}

Result<FileLock> FileLock::Wait(const fs::path& path) {
  PINGSHEN_TRY(const int descriptor, OpenLockFile(path));
  FileLock lock(descriptor);
  while (flock(descriptor, LOCK_EX) != 0) {
    if (errno != EINTR) return WriteFailure(path, errno);
  }
  return lock;
}

Result<FileLock> FileLock::Try(const fs::path& path) {
  PINGSHEN_TRY(const int descriptor, OpenLockFile(path));
  FileLock lock(descriptor);
  if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return Fail(ErrorCode::ERR_DESK_RUNNING, path.string());
    return WriteFailure(path, errno);
  }
  return lock;
}

FileLock::~FileLock() {
  if (descriptor_ >= 0) close(descriptor_);
}

}  // namespace pingshen::commission
