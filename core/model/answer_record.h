// One line of the append-only answer log.
#pragma once

#include <cstdint>
#include <string>

#include "core/model/field_path.h"
#include "core/model/value.h"

namespace pingshen::model {

// The current answer of a path is the record with the highest sequence; nothing is updated in place.
struct AnswerRecord {
  std::uint64_t sequence = 0;  // 1, 2, 3 … within one assessment, without gaps
  FieldPath path;
  Value value;
  std::string author;               // name of the assessor at the device
  std::int64_t recorded_at_ms = 0;  // device clock, UTC; informative, never used to order
  bool operator==(const AnswerRecord&) const = default;
};

}  // namespace pingshen::model
