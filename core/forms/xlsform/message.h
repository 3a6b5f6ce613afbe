// What the import has to say about a cell, a row or a sheet.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/base/language.h"

namespace pingshen::forms::xlsform {

enum class Severity : std::uint8_t {
  kError,        // the form is refused
  kUnsupported,  // was left out: the form works without it, but not as in other programs
  kWarning,
};

struct Cell {  // a place in a workbook; every part may be missing
  std::string sheet;
  std::uint32_t row = 0;     // 1-based, as a spreadsheet counts; 0 = the whole sheet
  std::uint32_t column = 0;  // 1-based; 0 = the whole row
  std::string header;        // the column's name as the author wrote it
};

struct Message {
  Severity severity = Severity::kError;
  ErrorCode code = ErrorCode::ERR_INTERNAL;  // ERR_XLSFORM_…, ERR_XLSX_…, ERR_ZIP_…, ERR_FORM_…
  Cell cell;
  std::string detail;  // the sentence's context
};

// "A", "Z", "AA" … REQUIRES: column >= 1.
std::string ColumnLetters(std::uint32_t column);

// "survey 工作表第 3 行 D 列（constraint）：…" or "sheet survey, row 3, column D (constraint): …".
std::string MessageText(const Message& message, Language language);

class Messages {
 public:
  void Error(ErrorCode code, Cell cell, std::string detail) {
    Add(Severity::kError, code, std::move(cell), std::move(detail));
  }
  void Unsupported(ErrorCode code, Cell cell, std::string detail) {
    Add(Severity::kUnsupported, code, std::move(cell), std::move(detail));
  }
  void Warning(ErrorCode code, Cell cell, std::string detail) {
    Add(Severity::kWarning, code, std::move(cell), std::move(detail));
  }
  bool has_errors() const { return errors_ > 0; }
  // In the order of sheets, rows and columns as they were found.
  std::vector<Message> Take() { return std::move(list_); }
  const std::vector<Message>& list() const { return list_; }

  // Beyond this many of one severity only their number is kept.
  static constexpr std::size_t kMost = 500;
  std::size_t left_out() const { return left_out_; }

 private:
  void Add(Severity severity, ErrorCode code, Cell cell, std::string detail);
  std::vector<Message> list_;
  std::size_t errors_ = 0;
  std::size_t others_ = 0;
  std::size_t left_out_ = 0;
};

}  // namespace pingshen::forms::xlsform
