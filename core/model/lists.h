// What items of a form share: options, lists of options, tables of data, groups of assessors.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/decimal.h"
#include "core/model/text.h"

namespace pingshen::model {

struct Option {
  std::string code;
  Text label;
  std::optional<Decimal> points = {};  // what choosing it earns (ScoreByOptions)
  // Further columns for choice filters: name → value, in the order of the file.
  std::vector<std::pair<std::string, std::string>> columns = {};
};

// Options in order, shared by all copies: items that name the same list hold the same options.
class Options {
 public:
  Options() = default;
  Options(std::vector<Option> options)  // NOLINT: a list is what it is
      : options_(std::make_shared<const std::vector<Option>>(std::move(options))) {}
  Options(std::initializer_list<Option> options) : Options(std::vector<Option>(options)) {}

  const Option* begin() const { return options_ ? options_->data() : nullptr; }
  const Option* end() const { return begin() + size(); }
  std::size_t size() const { return options_ ? options_->size() : 0; }
  bool empty() const { return size() == 0; }
  const Option& operator[](std::size_t index) const { return (*options_)[index]; }
  // nullptr when there is none of that code.
  const Option* Find(std::string_view code) const;

 private:
  std::shared_ptr<const std::vector<Option>> options_;
};

struct OptionList {
  std::string code;
  Options options;
};

// Data for pulldata() and instance(): rows of texts under named columns.
struct DataTable {
  std::string name;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  // each as long as `columns`
};

// A code with its words: a stage, a row of a table, a group of assessors (管理组, 医疗组 …).
struct CodedLabel {
  std::string code;
  Text label;
};

}  // namespace pingshen::model
