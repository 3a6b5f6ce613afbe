// What can still be read of a database that Store::Open refuses: for the rescue export.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/model/answer_record.h"
#include "core/model/assessment.h"
#include "core/store/store.h"

namespace pingshen::store {

struct SalvagedAssessment {
  std::string id;
  std::optional<model::Assessment>
      assessment;  // nullopt: its own row is lost, only answers were found
  std::vector<model::AnswerRecord> records;  // by sequence; a lost one leaves a gap
  std::uint64_t missing = 0;                 // gaps below the last sequence that was found
};

struct Salvage {
  bool damaged = false;  // false: the database is sound and this is all of it
  std::vector<SalvagedAssessment> assessments;  // by id
};

// Every row that is given is exactly as it was written (each has a digest). In a damaged database
// this may include answers of a transaction that was cut off before it was acknowledged. Writes
// nothing. REQUIRES: no Store has the file open. ERR_STORE_MISSING when there is no file,
// ERR_STORE_BUSY, ERR_DEVICE_….
Result<Salvage> SalvageRecords(const Store::Options& options);

// Whether an error of Store::Open says that records may still be read of what is there.
bool IsDamage(ErrorCode code);

}  // namespace pingshen::store
