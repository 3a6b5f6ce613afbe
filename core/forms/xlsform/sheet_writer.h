// A sheet that grows columns as they are named.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/forms/xlsform/workbook.h"

namespace pingshen::forms::xlsform {

class SheetWriter {
 public:
  // The columns that stand first, in this order.
  explicit SheetWriter(std::vector<std::string> columns);

  // Begins a row; its number counts from 0.
  std::size_t AddRow();
  // REQUIRES: row < number of rows.
  void Set(std::size_t row, const std::string& column, std::string text);
  // Without columns in which nothing stands, but for the first `keep`.
  Sheet Take(std::string name, std::size_t keep) const;

 private:
  std::vector<std::string> columns_;
  std::map<std::string, std::size_t, std::less<>> positions_;
  std::vector<std::map<std::size_t, std::string>> rows_;
};

}  // namespace pingshen::forms::xlsform
