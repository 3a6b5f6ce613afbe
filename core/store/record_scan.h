// Finds intact rows in the bytes of a damaged database, without its B-trees.
#pragma once

#include <vector>

#include "core/base/bytes.h"
#include "core/store/rows.h"

namespace pingshen::store {

struct ScannedRows {  // as found: in no order, the same row possibly many times
  std::vector<AnswerRow> answers;
  std::vector<AssessmentColumns> assessments;
};

// Tries every byte of every page, in the database and in every frame of its write-ahead log, as the
// start of a record; gives those whose digest is right. That includes copies that page splits left
// behind and transactions that were never committed.
ScannedRows ScanForRows(ByteView database, ByteView wal);

}  // namespace pingshen::store
