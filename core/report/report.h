// What is printed of one assessment, as plain data: whoever evaluated it fills this in, because a
// report knows neither answers' rules nor signatures.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/decimal.h"
#include "core/base/error.h"
#include "core/model/assessment.h"
#include "core/model/attachment.h"
#include "core/model/form.h"
#include "core/model/grading_result.h"
#include "core/model/value.h"

namespace pingshen::report {

struct Instance;

// One item with its answer.
struct Entry {
  const model::Item* item = nullptr;  // lives as long as the form
  bool relevant = true;
  bool required = false;
  bool answered = false;   // completely and validly
  bool applicable = true;  // false after "na"
  std::optional<Decimal> earned = {};
  Decimal bonus = {};
  std::optional<model::Mark> mark = {};
  model::Value value = {};  // the answer, or what its calculation gives (kText)
  std::vector<std::pair<std::string, model::Value>> fields = {};  // none of them empty
  // What each deduction takes off, or each bonus gives, by its code; those that weigh nothing are
  // absent.
  std::vector<std::pair<std::string, Decimal>> taken = {};
  std::vector<model::Text> remarks = {};  // what is wrong with the answer
  std::vector<Instance> instances;        // kRepeat, kTable
  std::vector<Entry> children;            // kGroup
};
struct Instance {
  std::uint32_t number = 0;
  std::vector<Entry> entries;
};

// One section.
struct Part {
  const model::Section* section = nullptr;
  std::vector<Entry> entries = {};
  std::vector<Part> parts = {};
  Decimal earned = {};
  Decimal attainable = {};
};

struct Signature {
  std::string name;
  std::string organisation;
  std::string role;  // code
  std::string key_id;
  std::string algorithm;
  std::string meaning;   // what was declared, or why it was refused
  std::string standing;  // in words; "" = not compared with a trust list
  std::int64_t signed_at_ms = 0;
};
// Of the bundle that the report is made from, which was verified before.
struct Seal {
  std::string bundle_id;
  std::string manifest_sha256;
  std::int64_t created_at_ms = 0;
  std::vector<Signature> signatures;
  std::string caution = {};  // what a reader must know of it, in words; "" = nothing
};

enum class Purpose : std::uint8_t {
  kDraft,   // unsigned answers: said on every page
  kSealed,  // from a verified bundle
  kBlank,   // no answers: to be filled in by hand
};

struct Report {
  Purpose purpose = Purpose::kDraft;
  const model::Form* form = nullptr;  // must remain live while the report is used
  model::Assessment assessment = {};
  std::vector<Entry> attributes = {};
  std::vector<Part> parts = {};
  std::uint32_t answered = 0;
  std::uint32_t total = 0;
  bool complete = false;
  model::GradingResult grading = {};
  std::map<std::string, model::Attachment> attachments = {};  // by name; what is known of them
  std::function<Result<Bytes>(const std::string& name)> read_attachment = {};  // may be empty
  std::optional<Seal> seal = {};  // exactly with kSealed
  std::int64_t printed_at_ms = 0;
};

// The form itself with room for answers by hand.
Report BlankReport(const model::Form& form, std::int64_t printed_at_ms);

}  // namespace pingshen::report
