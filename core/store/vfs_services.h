// What SQLite asks of any VFS beside files: time, randomness, sleep.
#pragma once

#include <sqlite3.h>

namespace pingshen::store {

// SQLite's uses of randomness (salts, names) are not security relevant.
int VfsRandomness(sqlite3_vfs*, int size_bytes, char* out);
int VfsSleep(sqlite3_vfs*,
             int microseconds);  // does not sleep: nobody else could free a lock meanwhile
int VfsCurrentTime(sqlite3_vfs*, double* julian_days);
int VfsCurrentTimeInt64(sqlite3_vfs*, sqlite3_int64* julian_ms);
int VfsGetLastError(sqlite3_vfs*, int size_bytes, char* out);
// Names are taken as they are.
int VfsFullPathname(sqlite3_vfs*, const char* name, int size_bytes, char* out);

}  // namespace pingshen::store
