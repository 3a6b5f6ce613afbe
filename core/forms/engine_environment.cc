#include "core/forms/engine_environment.h"

#include <algorithm>
#include <limits>

#include "core/forms/data_document.h"
#include "core/forms/engine.h"

namespace pingshen::forms {

double World::Points(CellId) { return std::numeric_limits<double>::quiet_NaN(); }

expression::Node EngineEnvironment::Instance(std::string_view id) const {
  return DataDocuments(plan_, form_).Instance(id);
}

std::optional<std::string> EngineEnvironment::PullData(std::string_view table,
                                                       std::string_view wanted,
                                                       std::string_view key_column,
                                                       std::string_view key) const {
  const auto found = std::ranges::find(form_.tables, table, &model::DataTable::name);
  if (found == form_.tables.end()) return std::nullopt;
  const auto column_of = [&](std::string_view name) {
    return static_cast<std::size_t>(std::ranges::find(found->columns, name) -
                                    found->columns.begin());
  };
  const std::size_t from = column_of(wanted);
  const std::size_t by = column_of(key_column);
  if (from == found->columns.size() || by == found->columns.size()) return std::nullopt;
  for (const std::vector<std::string>& row : found->rows)
    if (row[by] == key) return row[from];
  return "";
}

std::optional<std::string> EngineEnvironment::ChoiceName(std::string_view value,
                                                         std::string_view question) const {
  // "${code}", or a path whose last step is the code.
  while (!question.empty() && question.front() == ' ') question.remove_prefix(1);
  while (!question.empty() && question.back() == ' ') question.remove_suffix(1);
  if (question.starts_with("${") && question.ends_with("}"))
    question = question.substr(2, question.size() - 3);
  if (const std::size_t slash = question.rfind('/'); slash != std::string_view::npos)
    question.remove_prefix(slash + 1);
  const std::uint32_t node = plan_.Find(question);
  if (node == kNone || plan_.nodes[node].item == nullptr) return std::nullopt;
  for (const model::Option& option : plan_.nodes[node].item->options)
    if (option.code == value) return option.label.In(Language::kChinese);
  return "";
}

}  // namespace pingshen::forms
