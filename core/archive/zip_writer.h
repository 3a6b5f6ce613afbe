// Writes a deflated ZIP whose bytes depend on nothing but what is put in.
#pragma once

#include <vector>

#include "core/archive/stored_zip.h"
#include "core/base/bytes.h"
#include "core/base/error.h"

namespace pingshen::archive {

// Entries in the order given, each deflated, dated 1980-01-01. ERR_INTERNAL when memory runs out.
// REQUIRES: names are unique, entries small enough for ZIP without zip64.
Result<Bytes> WriteDeflatedZip(const std::vector<Entry>& entries);

}  // namespace pingshen::archive
