#include "tests/core/forms/xlsform/shared_forms.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace pingshen::forms::xlsform {

std::optional<std::string> ReadSharedFile(const std::string& name) {
  const std::string folder = PINGSHEN_SHARED_DIR;
  if (folder.empty()) return std::nullopt;
  std::ifstream file(folder + "/" + name, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

std::optional<json::Value> ReadSharedJson(const std::string& name) {
  const auto text = ReadSharedFile(name);
  if (!text) return std::nullopt;
  auto value = json::Parse(*text);
  EXPECT_TRUE(value) << name;
  if (!value) return std::nullopt;
  return *std::move(value);
}

std::string TextOf(const json::Value& object, std::string_view member) {
  const json::Value* value = object.Find(member);
  return value == nullptr ? "" : value->text;
}

namespace {

// Rows as objects: the header is every name that occurs.
void AddRowsOfObjects(const json::Value& rows, Sheet& sheet) {
  std::vector<std::string> header;
  std::vector<SheetRow> lines;
  for (const json::Value& row : rows.items) {
    SheetRow line;
    for (const json::Value::Member& member : row.members) {
      auto at = std::find(header.begin(), header.end(), member.name);
      if (at == header.end()) at = header.insert(header.end(), member.name);
      const auto index = static_cast<std::size_t>(at - header.begin());
      line.cells.resize(std::max(line.cells.size(), index + 1));
      line.cells[index] = member.value.text;
    }
    lines.push_back(std::move(line));
  }
  sheet.rows.push_back({header});
  sheet.rows.insert(sheet.rows.end(), lines.begin(), lines.end());
}

}  // namespace

Workbook WorkbookOf(const json::Value& form) {
  Workbook workbook;
  if (const json::Value* sheets = form.Find("sheets")) {
    for (const json::Value::Member& member : sheets->members) {
      Sheet sheet{member.name, false, {}};
      for (const json::Value& row : member.value.items) {
        SheetRow line;
        for (const json::Value& cell : row.items)
          line.cells.push_back(cell.kind == json::Value::Kind::kNull ? "" : cell.text);
        sheet.rows.push_back(std::move(line));
      }
      workbook.sheets.push_back(std::move(sheet));
    }
  } else if (const json::Value* structure = form.Find("ss_structure")) {
    for (const json::Value::Member& member : structure->members) {
      Sheet sheet{member.name, false, {}};
      AddRowsOfObjects(member.value, sheet);
      workbook.sheets.push_back(std::move(sheet));
    }
  }
  return workbook;
}

}  // namespace pingshen::forms::xlsform
