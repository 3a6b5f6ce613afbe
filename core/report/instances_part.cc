#include "core/report/instances_part.h"

#include <algorithm>

#include "core/report/answer_part.h"
#include "core/report/items_part.h"
#include "core/report/pen.h"
#include "core/report/wide_part.h"

namespace pingshen::report {
namespace {

using model::Item;
using model::ItemType;

constexpr words::Phrase kNumber{"序号", "No."};
constexpr words::Phrase kNotConcerned{"不涉及", "n/a"};
constexpr words::Phrase kMoreSheets{"行数不够时另附页。", "Add sheets where there are more."};
constexpr std::size_t kMostRepeatColumns = 5;
constexpr std::size_t kMostTableColumns = 8;

// Short enough for a cell among others.
bool FitsCell(const Item& item) {
  switch (item.type) {
    case ItemType::kNote:
    case ItemType::kGroup:
    case ItemType::kTable:
    case ItemType::kRepeat:
    case ItemType::kDeductions:
    case ItemType::kStages:
    case ItemType::kLongText:
    case ItemType::kInstitution:
    case ItemType::kPerson:
    case ItemType::kTrace:
    case ItemType::kShape:
      return false;
    default:
      return !model::TakesAttachments(item.type) && item.sub_points.empty();
  }
}

std::vector<const Item*> ShownChildren(const Item& item) {
  std::vector<const Item*> children;
  for (const Item& child : item.children)
    if (IsShown(child)) children.push_back(&child);
  return children;
}

bool IsGrid(const Item& item, const std::vector<const Item*>& columns) {
  const std::size_t most = item.type == ItemType::kTable ? kMostTableColumns : kMostRepeatColumns;
  return columns.size() <= most &&
         (item.type == ItemType::kTable ||
          std::ranges::all_of(columns, [](const Item* child) { return FitsCell(*child); }));
}

// The label of row n of a table, or "病历 2".
std::string InstanceName(const Pen& pen, const Item& item, std::uint32_t number) {
  if (item.type == ItemType::kTable && number >= 1 && number <= item.rows.size())
    return pen.Say(item.rows[number - 1].label);
  const std::string& word = pen.Say(item.instance_label);
  return word.empty() ? pen.Say(words::Phrase{"第 {} 条", "No. {}"}, {std::to_string(number)})
                      : word + " " + std::to_string(number);
}

void DrawGrid(Pen& pen, const Entry& entry, const std::vector<const Item*>& columns) {
  const Item& item = *entry.item;
  const bool table = item.type == ItemType::kTable;
  pen.html.Open("table", {{"class", table ? "inner grid" : "inner grid numbered"}})
      .Open("thead")
      .Open("tr");
  const std::string& word = pen.Say(item.instance_label);
  pen.html.Element("th", table ? "" : word.empty() ? pen.Say(kNumber) : std::string_view(word));
  for (const Item* column : columns) {
    pen.html.Open("th");
    pen.Rich(column->label);
    if (!column->unit.empty()) pen.html.Text("（" + pen.Say(column->unit) + "）");
    pen.html.Close("th");
  }
  pen.html.Close("tr").Close("thead").Open("tbody");
  for (const Instance& instance : entry.instances) {
    pen.html.Open("tr");
    pen.html.Element(table ? "th" : "td", table ? InstanceName(pen, item, instance.number)
                                                : std::to_string(instance.number));
    for (const Entry& cell : instance.entries) {
      if (!IsShown(*cell.item)) continue;
      pen.html.Open("td");
      if (cell.relevant) {
        DrawAnswer(pen, cell);
      } else {
        pen.Answer(pen.Say(kNotConcerned), "small");
      }
      pen.html.Close("td");
    }
    pen.html.Close("tr");
    for (const Entry& cell : instance.entries) {
      if (!cell.relevant || !IsShown(*cell.item) || !HasWide(pen, cell)) continue;
      pen.html.Open("tr", {{"class", "wide"}});
      pen.html.Open("td", {{"colspan", std::to_string(columns.size() + 1)}});
      pen.html.Open("div", {{"class", "caption-head"}});
      pen.html.Text(InstanceName(pen, item, instance.number) + " · ");
      pen.Rich(cell.item->label);
      pen.html.Close("div");
      DrawWide(pen, cell);
      pen.html.Close("td").Close("tr");
    }
  }
  pen.html.Close("tbody").Close("table");
}

void DrawBlocks(Pen& pen, const Entry& entry) {
  for (const Instance& instance : entry.instances) {
    pen.html.Open("div", {{"class", "instance"}});
    pen.html.Element("div", InstanceName(pen, *entry.item, instance.number),
                     {{"class", "instance-head"}});
    DrawItemTable(pen, instance.entries);
    pen.html.Close("div");
  }
}

}  // namespace

void DrawInstances(Pen& pen, const Entry& entry) {
  const std::vector<const Item*> columns = ShownChildren(*entry.item);
  if (IsGrid(*entry.item, columns)) {
    DrawGrid(pen, entry, columns);
  } else {
    DrawBlocks(pen, entry);
  }
  if (pen.blank() && entry.item->type == ItemType::kRepeat)
    pen.Answer(pen.Say(kMoreSheets), "small");
}

}  // namespace pingshen::report
