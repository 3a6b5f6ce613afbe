#include "core/forms/data_document.h"

#include <algorithm>

namespace pingshen::forms {

using expression::Node;
using expression::NodeKind;

namespace {

// Documents: the form's lists, its tables, then the options of each node. Parts of a node's number:
constexpr int kDocumentShift = 40;
constexpr int kRowShift = 20;
constexpr std::uint32_t kPartMask = 0xF'FFFF;
constexpr std::uint32_t kNoRow = kPartMask;
constexpr std::uint64_t kDataBit = std::uint64_t{1} << 63;

// Columns without a row.
constexpr std::uint32_t kRootNode = 0;
constexpr std::uint32_t kInstanceElement = 1;
constexpr std::uint32_t kRootElement = 2;
// Columns of a row: the <item> itself, then its children. Of an option the first two are:
constexpr std::uint32_t kItemElement = 0;
constexpr std::uint32_t kNameColumn = 1;
constexpr std::uint32_t kLabelColumn = 2;
constexpr std::uint32_t kOwnColumns = 2;

Node Make(std::uint32_t document, std::uint32_t row, std::uint32_t column) {
  return {kDataBit | std::uint64_t{document} << kDocumentShift | std::uint64_t{row} << kRowShift |
          column};
}

}  // namespace

struct DataDocuments::Parts {
  explicit Parts(Node node)
      : document(static_cast<std::uint32_t>(node.id >> kDocumentShift) & kPartMask),
        row(static_cast<std::uint32_t>(node.id >> kRowShift) & kPartMask),
        column(static_cast<std::uint32_t>(node.id) & kPartMask) {}
  bool in_row() const { return row != kNoRow; }

  std::uint32_t document;
  std::uint32_t row;
  std::uint32_t column;
};

const model::Options* DataDocuments::OptionsOf(std::uint32_t document) const {
  if (document < form_.lists.size()) return &form_.lists[document].options;
  const std::size_t others = form_.lists.size() + form_.tables.size();
  if (document < others) return nullptr;
  return &plan_.nodes[document - others].item->options;
}

const model::DataTable& DataDocuments::TableOf(std::uint32_t document) const {
  return form_.tables[document - form_.lists.size()];
}

std::uint32_t DataDocuments::RowsOf(std::uint32_t document) const {
  const model::Options* options = OptionsOf(document);
  const std::size_t rows = options != nullptr ? options->size() : TableOf(document).rows.size();
  return static_cast<std::uint32_t>(std::min<std::size_t>(rows, kNoRow - 1));
}

std::uint32_t DataDocuments::ColumnsOf(std::uint32_t document, std::uint32_t row) const {
  const model::Options* options = OptionsOf(document);
  return static_cast<std::uint32_t>(options != nullptr
                                        ? kOwnColumns + (*options)[row].columns.size()
                                        : TableOf(document).columns.size());
}

Node DataDocuments::Instance(std::string_view id) const {
  const auto list = std::ranges::find(form_.lists, id, &model::OptionList::code);
  std::size_t document = static_cast<std::size_t>(list - form_.lists.begin());
  if (list == form_.lists.end()) {
    const auto table = std::ranges::find(form_.tables, id, &model::DataTable::name);
    if (table == form_.tables.end()) return {};
    document += static_cast<std::size_t>(table - form_.tables.begin());
  }
  return Make(static_cast<std::uint32_t>(document), kNoRow, kInstanceElement);
}

Node DataDocuments::OptionOf(std::uint32_t node, std::uint32_t option) const {
  const model::Item& item = *plan_.nodes[node].item;
  const auto list = std::ranges::find(form_.lists, item.list, &model::OptionList::code);
  const std::size_t document = !item.list.empty() && list != form_.lists.end()
                                   ? static_cast<std::size_t>(list - form_.lists.begin())
                                   : form_.lists.size() + form_.tables.size() + node;
  return Make(static_cast<std::uint32_t>(document), option, kItemElement);
}

NodeKind DataDocuments::Kind(Node node) const {
  const Parts parts(node);
  return !parts.in_row() && parts.column == kRootNode ? NodeKind::kRoot : NodeKind::kElement;
}

Node DataDocuments::Root(Node node) const { return Make(Parts(node).document, kNoRow, kRootNode); }

Node DataDocuments::Parent(Node node) const {
  const Parts parts(node);
  if (parts.in_row()) {
    if (parts.column == kItemElement) return Make(parts.document, kNoRow, kRootElement);
    return Make(parts.document, parts.row, kItemElement);
  }
  if (parts.column == kRootNode) return {};
  return Make(parts.document, kNoRow, parts.column - 1);
}

Node DataDocuments::Child(Node node, bool last) const {
  const Parts parts(node);
  if (parts.in_row()) {
    if (parts.column != kItemElement) return {};
    const std::uint32_t columns = ColumnsOf(parts.document, parts.row);
    return columns == 0 ? Node{} : Make(parts.document, parts.row, last ? columns : 1);
  }
  if (parts.column != kRootElement) return Make(parts.document, kNoRow, parts.column + 1);
  const std::uint32_t rows = RowsOf(parts.document);
  return rows == 0 ? Node{} : Make(parts.document, last ? rows - 1 : 0, kItemElement);
}

Node DataDocuments::Sibling(Node node, bool next) const {
  const Parts parts(node);
  if (!parts.in_row()) return {};
  if (parts.column == kItemElement) {
    if (next ? parts.row + 1 >= RowsOf(parts.document) : parts.row == 0) return {};
    return Make(parts.document, next ? parts.row + 1 : parts.row - 1, kItemElement);
  }
  if (next ? parts.column >= ColumnsOf(parts.document, parts.row) : parts.column == 1) return {};
  return Make(parts.document, parts.row, next ? parts.column + 1 : parts.column - 1);
}

std::string_view DataDocuments::LocalName(Node node) const {
  const Parts parts(node);
  if (!parts.in_row()) {
    constexpr std::string_view kNames[] = {"", "instance", "root"};
    return kNames[parts.column];
  }
  if (parts.column == kItemElement) return "item";
  const model::Options* options = OptionsOf(parts.document);
  if (options == nullptr) return TableOf(parts.document).columns[parts.column - 1];
  if (parts.column == kNameColumn) return "name";
  if (parts.column == kLabelColumn) return "label";
  return (*options)[parts.row].columns[parts.column - 1 - kOwnColumns].first;
}

std::string_view DataDocuments::ValueOf(const Parts& parts) const {
  const model::Options* options = OptionsOf(parts.document);
  if (options == nullptr) return TableOf(parts.document).rows[parts.row][parts.column - 1];
  const model::Option& option = (*options)[parts.row];
  if (parts.column == kNameColumn) return option.code;
  if (parts.column == kLabelColumn) return option.label.In(Language::kChinese);
  return option.columns[parts.column - 1 - kOwnColumns].second;
}

std::string_view DataDocuments::StringValue(Node node, std::string& scratch) const {
  const Parts parts(node);
  if (parts.in_row() && parts.column != kItemElement) return ValueOf(parts);
  scratch.clear();
  std::string inner;
  for (Node child = Child(node, false); child; child = Sibling(child, true))
    scratch += StringValue(child, inner);
  return scratch;
}

}  // namespace pingshen::forms
