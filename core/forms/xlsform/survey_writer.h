// The survey and choices sheets of a form.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "core/forms/xlsform/sheet_writer.h"
#include "core/json/json.h"

namespace pingshen::forms::xlsform {

// What an extension cell must hold so that the import gives `original` where it would give
// `imported`: pairs of member and cell text.
using Extensions = std::vector<std::pair<std::string, std::string>>;
Extensions ExtensionsFor(const json::Value& original, const json::Value& imported,
                         const std::vector<std::string_view>& passed_over);

class SurveyWriter {
 public:
  // `extensions`: of items and sections, by code.
  SurveyWriter(const json::Value& form, const std::map<std::string, Extensions>& extensions);

  void Write();
  Sheet Survey() const { return survey_.Take("survey", 3); }
  Sheet Choices() const { return choices_.Take("choices", 3); }

 private:
  void WriteSection(const json::Value& section);
  void WriteItem(const json::Value& item);
  void WriteFrame(const json::Value& item, std::size_t row);
  void WriteSelect(const json::Value& item, std::size_t row, const std::string& command);
  void WriteOptions(const std::string& list, const json::Value& options);
  void WriteTexts(SheetWriter& sheet, std::size_t row, const std::string& column,
                  const json::Value* texts);
  void WriteExpression(std::size_t row, const std::string& column, const json::Value* expression);
  void WriteExtensions(std::size_t row, const std::string& code);
  std::size_t AddNamed(const std::string& type, const json::Value& object);
  void Plan(const json::Value& object);
  std::string Renamed(std::string_view text) const;

  const json::Value& form_;
  const std::map<std::string, Extensions>& extensions_;
  SheetWriter survey_;
  SheetWriter choices_;
  std::map<std::string, std::string> names_;  // code → name in the survey
  std::map<std::string, bool> taken_;
};

}  // namespace pingshen::forms::xlsform
