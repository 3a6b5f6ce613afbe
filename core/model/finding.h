// A remark of the engine on answers: a broken constraint, a missing answer, a veto that holds.
#pragma once

#include <cstdint>
#include <string>

#include "core/model/field_path.h"
#include "core/model/text.h"

namespace pingshen::model {

enum class FindingKind : std::uint8_t { kMissing, kConstraint, kIdentifier, kVeto };

struct Finding {
  FindingKind kind = FindingKind::kMissing;
  FieldPath path;  // where to go and mend it; for a veto: empty item
  Text sentence;
  bool blocks_finish = true;
};

}  // namespace pingshen::model
