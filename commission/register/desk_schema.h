// The intake store's schema as numbered migrations. Released migrations are never edited.
#pragma once

#include "core/base/error.h"

struct sqlite3;

namespace pingshen::commission {

// Brings an empty or older database to the newest schema, in one transaction.
// ERR_DESK_STORE_DAMAGED (not ours, or damaged), ERR_DESK_STORE_NEWER, ERR_DESK_STORE,
// ERR_DESK_STORE_FULL.
Status MigrateDesk(sqlite3* database);

}  // namespace pingshen::commission
