// The tables on the device, made and changed by numbered migrations.
#pragma once

#include <span>

#include "core/base/error.h"
#include "core/store/connection.h"

namespace pingshen::store {

// "PSHS": marks the file as ours (PRAGMA application_id).
inline constexpr std::int64_t kApplicationId = 0x50534853;

// The i-th migration leads from user_version i to i + 1. Published ones are never changed.
using Migrations = std::span<const char* const>;
Migrations AllMigrations();

enum class DatabaseAge { kEmpty, kOurs };
// `application`: the file's own application_id.
// Reads only. ERR_STORE_NOT_A_DATABASE: not SQLite, or another program's; ERR_STORE_NEWER:
// user_version beyond the migrations.
Result<DatabaseAge> Recognise(Connection& connection, Migrations migrations,
                              std::int64_t application = kApplicationId);
// Applies what is missing, each migration in its own transaction; after a failure the version
// before it stands.
Status Migrate(Connection& connection, Migrations migrations,
               std::int64_t application = kApplicationId);
// ERR_STORE_DAMAGED unless tables, indexes and triggers are exactly what the migrations make.
Status CheckSchema(Connection& connection, Migrations migrations);

}  // namespace pingshen::store
