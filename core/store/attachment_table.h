// Which attachments an assessment has: the rows beside the answers.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/model/attachment.h"
#include "core/model/value.h"
#include "core/store/connection.h"

namespace pingshen::store {

// "<64 lower-case hexadecimal digits>.<1 … 8 of a-z 0-9>"
bool IsAttachmentName(std::string_view name);
// REQUIRES: IsAttachmentName(name). A view into it.
std::string_view Sha256Of(std::string_view name);

class AttachmentTable {
 public:
  // `connection` must remain live while this is.
  static Result<std::unique_ptr<AttachmentTable>> Make(Connection& connection);

  // REQUIRES: inside a transaction; the row is not there.
  Status Put(std::string_view assessment_id, const model::Attachment& attachment);
  Result<bool> Has(std::string_view assessment_id, std::string_view name);
  // By name; rows whose digest is wrong are left out.
  Result<std::vector<model::Attachment>> List(std::string_view assessment_id);
  // ERR_STORE_ATTACHMENT_MISSING when the value names one that the assessment has not.
  Status CheckNamed(std::string_view assessment_id, const model::Value& value);

 private:
  AttachmentTable() = default;
  Statement put_, has_, list_;
};

}  // namespace pingshen::store
