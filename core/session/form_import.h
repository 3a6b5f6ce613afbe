// A form file that somebody chose, read and judged before it is kept.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/forms/loader.h"
#include "core/model/text.h"

namespace pingshen::session {

struct FormMessage {
  enum class Severity : std::uint8_t {
    kError,        // the form cannot be installed
    kUnsupported,  // was left out of the form
    kWarning,
  };
  Severity severity = Severity::kError;
  ErrorCode code = ErrorCode::ERR_INTERNAL;
  model::Text text;  // the whole sentence with its place: sheet, row and column, or line and column
};

struct ExaminedForm {
  std::string file_name;
  std::string origin;  // where it comes from: address of a desk, "" = a file
  bool from_workbook = false;
  Bytes bytes;         // of the form file (pingshen-form/1); empty when there is an error
  std::string sha256;  // of `bytes`
  std::shared_ptr<const forms::LoadedForm> form;  // nullptr when there is an error
  std::vector<FormMessage> messages;              // errors first
  std::size_t messages_left_out = 0;
  bool ok() const { return form != nullptr; }
};

// A form file (.json), or an XLSForm (.xlsx), told apart by their first bytes. What is wrong with
// it stands in the messages, and as warnings what the linter finds in a form that loads; there are
// no other failures.
ExaminedForm ExamineFormFile(std::string_view file_name, ByteView file);

}  // namespace pingshen::session
