// From one version of a form to another: what differs, and which answers go along.
#pragma once

#include <string>
#include <vector>

#include "core/evaluation/answer_sheet.h"
#include "core/forms/loader.h"
#include "core/model/answer_record.h"

namespace pingshen::evaluation {

struct ItemChange {
  enum class Kind : std::uint8_t { kAdded, kRemoved, kChanged };
  Kind kind = Kind::kAdded;
  std::string code;
  model::Text label;                       // in the new form; of a removed item in the old one
  bool answer_counts_differently = false;  // kChanged: type, options, points or conditions differ
};
// An answer that the new form has no place for.
struct SetAside {
  model::FieldPath path;
  model::Text label;
  model::Text value;  // in words; identity numbers are masked
};

struct VersionMove {
  std::vector<ItemChange> changes;  // added, removed, changed; each in form order
  // Records of a new log in which every answer stands that fits, with the time and the assessor of
  // its own record.
  std::vector<model::AnswerRecord> records;
  std::size_t kept = 0;  // answers among them
  std::vector<SetAside> set_aside;
};

// `log` is the whole log of the assessment under `from`. Nothing is changed.
VersionMove PlanVersionMove(const forms::LoadedForm& from, const forms::LoadedForm& to,
                            const std::vector<model::AnswerRecord>& log);

}  // namespace pingshen::evaluation
