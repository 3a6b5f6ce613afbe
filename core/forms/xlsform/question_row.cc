#include "core/forms/xlsform/question_row.h"

#include <algorithm>

#include "core/forms/xlsform/choices_reader.h"
#include "core/forms/xlsform/parameters.h"
#include "core/forms/xlsform/question_types.h"
#include "core/forms/xlsform/references.h"
#include "core/forms/xlsform/text.h"

namespace pingshen::forms::xlsform {
namespace {

class QuestionRow {
 public:
  QuestionRow(Draft& draft, const TableRow& row, Messages& messages)
      : draft_(draft), survey_(draft.survey), row_(row), messages_(messages) {}

  std::vector<std::unique_ptr<Node>> Read(std::unique_ptr<Node> node) {
    std::vector<std::unique_ptr<Node>> made;
    if (const auto select = ParseSelect(node->type)) {
      if (!ReadSelect(*select, *node)) return made;
    } else if (const auto type = FindQuestionType(node->type)) {
      node->type = std::string(type->name);
      node->control = type->control;
      node->implied_constraint = std::string(type->constraint);
    } else if (Lower(node->type).starts_with("osm ")) {
      node->type = "osm";
      node->control = Control::kUpload;
    } else {
      Error(ErrorCode::ERR_XLSFORM_TYPE, "type", node->type);
      return made;
    }
    CheckParameters(draft_, *node, !node->file_extension.empty(), survey_.Place(row_, "parameters"),
                    messages_);
    CheckContent(*node);
    const bool other = node->or_other;
    const std::string name = node->name;
    made.push_back(std::move(node));
    if (other) made.push_back(OtherText(name));
    return made;
  }

 private:
  const std::string& Get(std::string_view key) { return survey_.Get(row_, key); }
  void Error(ErrorCode code, std::string_view key, std::string detail) {
    messages_.Error(code, survey_.Place(row_, key), std::move(detail));
  }
  bool ReadSelect(const SelectType& select, Node& node);
  bool FindExternalList(const Node& node);
  void CheckOrOther(Node& node);
  void CheckContent(Node& node);
  std::unique_ptr<Node> OtherText(const std::string& name);

  Draft& draft_;
  const Table& survey_;
  const TableRow& row_;
  Messages& messages_;
};

std::string ExtensionOf(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? "" : Lower(name.substr(dot));
}

bool QuestionRow::FindExternalList(const Node& node) {
  if (!draft_.external_choices.present || draft_.external_choices.rows.empty()) {
    Error(ErrorCode::ERR_XLSFORM_SHEET_MISSING, "type",
          "external_choices" + SimilarSheets(draft_, "external_choices"));
    return false;
  }
  const Table& table = draft_.external_choices;
  if (std::none_of(table.rows.begin(), table.rows.end(), [&](const TableRow& choice) {
        return table.Get(choice, "list name") == node.list;
      })) {
    Error(ErrorCode::ERR_XLSFORM_LIST, "type", node.list);
    return false;
  }
  return true;
}

bool QuestionRow::ReadSelect(const SelectType& select, Node& node) {
  node.type = std::string(select.name);
  node.control = select.control;
  node.list = select.list;
  node.or_other = select.or_other;
  node.external = select.name == "select_one_external";
  if (node.external) return FindExternalList(node);
  const std::string extension = ExtensionOf(node.list);
  const bool file = extension == ".csv" || extension == ".xml" || extension == ".geojson";
  if (select.from_file && !file) {
    Error(ErrorCode::ERR_XLSFORM_FILE_NAME, "type", node.list);
    return false;
  }
  if (file) {
    node.file_extension = extension;
    if (node.appearance.find("search(") != std::string::npos)
      Error(ErrorCode::ERR_XLSFORM_SEARCH, "control::appearance", node.appearance);
    return true;
  }
  if (node.list.find("${") != std::string::npos) return true;
  const ChoiceList* list = draft_.FindList(node.list);
  if (list == nullptr) {
    if (draft_.lists.empty())
      Error(ErrorCode::ERR_XLSFORM_SHEET_MISSING, "type",
            "choices" + SimilarSheets(draft_, "choices"));
    else
      Error(ErrorCode::ERR_XLSFORM_LIST, "type", node.list);
    return false;
  }
  if (node.type == "select_multiple")
    for (const Choice& choice : list->choices)
      if (choice.name.find(' ') != std::string::npos)
        messages_.Error(
            ErrorCode::ERR_XLSFORM_CHOICE_SPACE,
            choice.row ? draft_.choices.Place(*choice.row, "name") : survey_.Place(row_),
            choice.name);
  if (node.or_other) CheckOrOther(node);
  return true;
}

void QuestionRow::CheckOrOther(Node& node) {
  if (!Get("choice_filter").empty())
    Error(ErrorCode::ERR_XLSFORM_OR_OTHER, "choice_filter", Get("choice_filter"));
  ChoiceList* list = draft_.FindList(node.list);
  const auto is_other = [](const Choice& choice) { return choice.name == "other"; };
  if (std::none_of(list->choices.begin(), list->choices.end(), is_other))
    list->choices.push_back({"other", nullptr});
}

std::unique_ptr<Node> QuestionRow::OtherText(const std::string& name) {
  auto text = std::make_unique<Node>();
  text->row = &row_;
  text->type = "text";
  text->name = name + "_other";
  text->control = Control::kInput;
  text->generated = true;
  text->generated_label = "Specify other.";
  text->generated_relevant = "selected(../" + name + ", 'other')";
  return text;
}

void QuestionRow::CheckContent(Node& node) {
  const std::string& calculation = Get("bind::calculate");
  const std::string& default_value = Get("default");
  const bool has_text = !survey_.Translations(row_, "label").empty();
  const bool has_hint = !survey_.Translations(row_, "hint").empty();
  bool has_media = false;
  for (const std::string_view kind : {"image", "audio", "video", "big-image"})
    has_media = has_media || !survey_.Translations(row_, "media::" + std::string(kind)).empty();
  if (!survey_.Translations(row_, "media::big-image").empty() &&
      survey_.Translations(row_, "media::image").empty())
    Error(ErrorCode::ERR_XLSFORM_MEDIA, "media::big-image", node.name);

  if (node.type == "calculate" && calculation.empty() &&
      !(IsDynamicDefault(default_value, node.type)))
    Error(ErrorCode::ERR_XLSFORM_CALCULATION, "bind::calculate", node.name);
  if (node.type == "background-geopoint") {
    if (node.triggers.empty()) Error(ErrorCode::ERR_XLSFORM_TRIGGER, "trigger", node.name);
    if (!calculation.empty())
      Error(ErrorCode::ERR_XLSFORM_CALCULATION, "bind::calculate", calculation);
  }
  // A question that only computes is not shown.
  if ((!calculation.empty() || !node.triggers.empty()) && !has_text && !has_hint && !has_media &&
      node.control != Control::kNone)
    node.control = Control::kNone;
  if (node.control != Control::kNone && !has_text && !has_hint && !has_media)
    Error(ErrorCode::ERR_XLSFORM_LABEL, "label", node.name);
  // pyxform and ODK draw signatures as images.
  if (node.type == "image" && node.appearance.find("signature") != std::string::npos)
    node.type = "signature";
}

}  // namespace

std::vector<std::unique_ptr<Node>> ReadQuestion(Draft& draft, const TableRow& row,
                                                std::unique_ptr<Node> node, Messages& messages) {
  return QuestionRow(draft, row, messages).Read(std::move(node));
}

bool IsDynamicDefault(std::string_view text, std::string_view type) {
  if (text.empty()) return false;
  if (!FindReferences(text).empty()) return true;
  // Dates, positions and file names have hyphens, points and blanks of their own.
  const bool keeps_signs = type == "date" || type == "dateTime" || type == "geopoint" ||
                           type == "geotrace" || type == "geoshape" || type == "time" ||
                           type == "image" || type == "signature" || type == "audio" ||
                           type == "video" || type == "file";
  char quote = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char letter = text[at];
    if (quote != 0) {
      if (letter == quote) quote = 0;
      continue;
    }
    if (letter == '\'' || letter == '"') {
      quote = letter;
      continue;
    }
    const bool after_name = at > 0 && (std::isalnum(static_cast<unsigned char>(text[at - 1])) ||
                                       text[at - 1] == '-' || text[at - 1] == '_');
    if (letter == '(' && after_name) return true;
    if (keeps_signs) continue;
    const bool spaced =
        at > 0 && at + 1 < text.size() && text[at - 1] == ' ' && text[at + 1] == ' ';
    if ((letter == '+' || letter == '*' || letter == '|') && (spaced || letter == '*')) return true;
    if (letter == '-' && spaced) return true;
    const std::string_view rest = text.substr(at);
    for (const std::string_view word : {" div ", " mod ", " and ", " or "})
      if (rest.starts_with(word) && word != " and " && word != " or ") return true;
  }
  return false;
}

}  // namespace pingshen::forms::xlsform
