// The operating system of a SQLite that was built without one (SQLITE_OS_OTHER): a default VFS that
// holds no files. It is what ":memory:" databases and SQLite's own start need; everything durable
// goes through a SlotVfs.
#include <sqlite3.h>

#include "core/store/vfs_services.h"

namespace pingshen::store {
namespace {

int OpenNothing(sqlite3_vfs*, const char*, sqlite3_file* file, int, int*) {
  file->pMethods = nullptr;
  return SQLITE_CANTOPEN;
}

int DeleteNothing(sqlite3_vfs*, const char*, int) { return SQLITE_IOERR_DELETE_NOENT; }

int AccessNothing(sqlite3_vfs*, const char*, int, int* exists) {
  *exists = 0;
  return SQLITE_OK;
}

}  // namespace
}  // namespace pingshen::store

extern "C" int sqlite3_os_init(void) {
  namespace store = pingshen::store;
  static sqlite3_vfs vfs = [] {
    sqlite3_vfs v{};
    v.iVersion = 2;
    v.szOsFile = sizeof(sqlite3_file);
    v.mxPathname = 16;
    v.zName = "no-files";
    v.xOpen = store::OpenNothing;
    v.xDelete = store::DeleteNothing;
    v.xAccess = store::AccessNothing;
    v.xFullPathname = store::VfsFullPathname;
    v.xRandomness = store::VfsRandomness;
    v.xSleep = store::VfsSleep;
    v.xCurrentTime = store::VfsCurrentTime;
    v.xGetLastError = store::VfsGetLastError;
    v.xCurrentTimeInt64 = store::VfsCurrentTimeInt64;
    return v;
  }();
  return sqlite3_vfs_register(&vfs, 1);
}

extern "C" int sqlite3_os_end(void) { return SQLITE_OK; }
