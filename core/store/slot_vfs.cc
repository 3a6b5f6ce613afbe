#include "core/store/slot_vfs.h"

#include <sqlite3.h>

#include <algorithm>
#include <cassert>
#include <cstring>
#include <set>
#include <utility>

#include "core/store/slot_header.h"
#include "core/store/slot_pool.h"
#include "core/store/vfs_services.h"

namespace pingshen::store {
namespace {

constexpr int kSectorBytes = 4096;

class Vfs;

// What SQLite allocates for each open file.
struct File {
  sqlite3_file base;  // first: SQLite sees only this
  Vfs* vfs;
  std::uint32_t slot;
  bool database;
};

class Vfs final : public SlotVfs {
 public:
  Vfs(ports::SlotDevice& device, SlotPool pool, std::string name);
  ~Vfs() override { sqlite3_vfs_unregister(&vfs_); }

  int RegisterWithSqlite() { return sqlite3_vfs_register(&vfs_, 0); }
  const std::string& name() const override { return name_; }
  Status TakeFailure() override { return std::exchange(failure_, Status{}); }

  static Vfs& Of(sqlite3_vfs* vfs) { return *static_cast<Vfs*>(vfs->pAppData); }
  static int Open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags,
                  int* out_flags);
  static int Delete(sqlite3_vfs* vfs, const char* name, int sync_directory);
  static int Access(sqlite3_vfs* vfs, const char* name, int flags, int* exists);

  // Keeps the first failure and gives SQLite's code for it: SQLITE_FULL, or `code`.
  int Translate(Error error, int code);
  ports::SlotDevice& device() { return device_; }
  void CloseDatabase(std::uint32_t slot) { open_databases_.erase(slot); }

 private:
  Result<std::uint32_t> FindOrCreate(std::string_view name, int flags);

  ports::SlotDevice& device_;
  SlotPool pool_;
  std::string name_;
  Status failure_;
  std::set<std::uint32_t> open_databases_;
  sqlite3_vfs vfs_{};
};

File& Of(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }

std::uint64_t DeviceOffset(sqlite3_int64 file_offset) {
  return kSlotHeaderBytes + static_cast<std::uint64_t>(file_offset);
}

int Close(sqlite3_file* file) {
  if (Of(file).database) Of(file).vfs->CloseDatabase(Of(file).slot);
  return SQLITE_OK;
}

int Read(sqlite3_file* file, void* out, int size_bytes, sqlite3_int64 offset) {
  const auto size = static_cast<std::size_t>(size_bytes);
  std::uint8_t* const bytes = static_cast<std::uint8_t*>(out);
  auto length = Of(file).vfs->device().Read(Of(file).slot, DeviceOffset(offset), {bytes, size});
  if (!length) return Of(file).vfs->Translate(std::move(length).error(), SQLITE_IOERR_READ);
  if (*length == size) return SQLITE_OK;
  std::fill(bytes + *length, bytes + size, std::uint8_t{0});  // SQLite relies on it
  return SQLITE_IOERR_SHORT_READ;
}

int Write(sqlite3_file* file, const void* in, int size_bytes, sqlite3_int64 offset) {
  const ByteView bytes(static_cast<const std::uint8_t*>(in), static_cast<std::size_t>(size_bytes));
  auto status = Of(file).vfs->device().Write(Of(file).slot, DeviceOffset(offset), bytes);
  if (!status) return Of(file).vfs->Translate(std::move(status).error(), SQLITE_IOERR_WRITE);
  return SQLITE_OK;
}

int Truncate(sqlite3_file* file, sqlite3_int64 size_bytes) {
  auto status = Of(file).vfs->device().Truncate(Of(file).slot, DeviceOffset(size_bytes));
  if (!status) return Of(file).vfs->Translate(std::move(status).error(), SQLITE_IOERR_TRUNCATE);
  return SQLITE_OK;
}

int Sync(sqlite3_file* file, int) {
  auto status = Of(file).vfs->device().Flush(Of(file).slot);
  if (status) return SQLITE_OK;
  // Never SQLITE_FULL: after a failed flush nobody knows what is on the device, and SQLite must not
  // go on as if it were a full disk.
  static_cast<void>(Of(file).vfs->Translate(std::move(status).error(), SQLITE_IOERR_FSYNC));
  return SQLITE_IOERR_FSYNC;
}

int FileSize(sqlite3_file* file, sqlite3_int64* size_bytes) {
  auto size = Of(file).vfs->device().Size(Of(file).slot);
  if (!size) return Of(file).vfs->Translate(std::move(size).error(), SQLITE_IOERR_FSTAT);
  *size_bytes =
      *size <= kSlotHeaderBytes ? 0 : static_cast<sqlite3_int64>(*size - kSlotHeaderBytes);
  return SQLITE_OK;
}

// One process, one connection (see Open): a lock is always granted.
int Lock(sqlite3_file*, int) { return SQLITE_OK; }

int CheckReservedLock(sqlite3_file*, int* reserved) {
  *reserved = 0;
  return SQLITE_OK;
}

int FileControl(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }

int SectorSize(sqlite3_file*) { return kSectorBytes; }

// Nothing is promised about writes that were not flushed: not atomic, not in order, not safe for
// their neighbours in a sector.
int DeviceCharacteristics(sqlite3_file*) { return SQLITE_IOCAP_UNDELETABLE_WHEN_OPEN; }

const sqlite3_io_methods kFileMethods = [] {
  sqlite3_io_methods m{};
  m.iVersion = 1;  // no shared memory, no memory mapping
  m.xClose = Close;
  m.xRead = Read;
  m.xWrite = Write;
  m.xTruncate = Truncate;
  m.xSync = Sync;
  m.xFileSize = FileSize;
  m.xLock = Lock;
  m.xUnlock = Lock;
  m.xCheckReservedLock = CheckReservedLock;
  m.xFileControl = FileControl;
  m.xSectorSize = SectorSize;
  m.xDeviceCharacteristics = DeviceCharacteristics;
  return m;
}();

Vfs::Vfs(ports::SlotDevice& device, SlotPool pool, std::string name)
    : device_(device), pool_(std::move(pool)), name_(std::move(name)) {
  vfs_.iVersion = 2;
  vfs_.szOsFile = sizeof(File);
  vfs_.mxPathname = static_cast<int>(kSlotNameMaxBytes);
  vfs_.zName = name_.c_str();
  vfs_.pAppData = this;
  vfs_.xOpen = Open;
  vfs_.xDelete = Delete;
  vfs_.xAccess = Access;
  vfs_.xFullPathname = VfsFullPathname;
  vfs_.xRandomness = VfsRandomness;
  vfs_.xSleep = VfsSleep;
  vfs_.xCurrentTime = VfsCurrentTime;
  vfs_.xGetLastError = VfsGetLastError;
  vfs_.xCurrentTimeInt64 = VfsCurrentTimeInt64;
}

int Vfs::Translate(Error error, int code) {
  if (error.code == ErrorCode::ERR_DEVICE_FULL) code = SQLITE_FULL;
  if (failure_) failure_ = std::unexpected(std::move(error));
  return code;
}

Result<std::uint32_t> Vfs::FindOrCreate(std::string_view name, int flags) {
  const auto kept_flags = static_cast<std::uint32_t>(
      flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL));
  if ((flags & SQLITE_OPEN_MAIN_DB) != 0 && !pool_.Find(name)) {
    if (const auto lost = pool_.LostDatabase()) {
      PINGSHEN_CHECK(pool_.Adopt(*lost, name, kept_flags));
      return *lost;
    }
  }
  return pool_.Provide(name, kept_flags);
}

int Vfs::Open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  file->pMethods = nullptr;  // SQLite must not call xClose after a failure
  Vfs& self = Of(vfs);
  // Temporary files stay in memory (temp_store): the pool has no room for them.
  if (name == nullptr || *name == '\0' || std::strlen(name) > kSlotNameMaxBytes)
    return SQLITE_CANTOPEN;
  const bool database = (flags & SQLITE_OPEN_MAIN_DB) != 0;
  if ((flags & SQLITE_OPEN_CREATE) == 0 && !self.pool_.Find(name)) {
    if (!database || !self.pool_.LostDatabase()) return SQLITE_CANTOPEN;
  }
  auto slot = self.FindOrCreate(name, flags);
  if (!slot) return self.Translate(std::move(slot).error(), SQLITE_CANTOPEN);
  if (database && !self.open_databases_.insert(*slot).second) return SQLITE_BUSY;
  File& opened = store::Of(file);
  opened.vfs = &self;
  opened.slot = *slot;
  opened.database = database;
  opened.base.pMethods = &kFileMethods;
  if (out_flags != nullptr) *out_flags = flags;
  return SQLITE_OK;
}

int Vfs::Delete(sqlite3_vfs* vfs, const char* name, int) {
  Vfs& self = Of(vfs);
  const auto slot = self.pool_.Find(name);
  if (!slot) return SQLITE_IOERR_DELETE_NOENT;
  auto status = self.pool_.Delete(*slot);
  if (!status) return self.Translate(std::move(status).error(), SQLITE_IOERR_DELETE);
  return SQLITE_OK;
}

int Vfs::Access(sqlite3_vfs* vfs, const char* name, int, int* exists) {
  *exists = Of(vfs).pool_.Find(name).has_value() ? 1 : 0;
  return SQLITE_OK;
}

}  // namespace

Result<std::unique_ptr<SlotVfs>> SlotVfs::Register(ports::SlotDevice& device, std::string name) {
  assert(Find(name) == nullptr);
  PINGSHEN_TRY(SlotPool pool, SlotPool::Load(device));
  auto vfs = std::make_unique<Vfs>(device, std::move(pool), std::move(name));
  if (const int code = vfs->RegisterWithSqlite(); code != SQLITE_OK)
    return Fail(ErrorCode::ERR_INTERNAL, sqlite3_errstr(code));
  return vfs;
}

SlotVfs* SlotVfs::Find(std::string_view name) {
  sqlite3_vfs* const vfs = sqlite3_vfs_find(std::string(name).c_str());
  return vfs != nullptr && vfs->xOpen == Vfs::Open ? &Vfs::Of(vfs) : nullptr;
}

}  // namespace pingshen::store
