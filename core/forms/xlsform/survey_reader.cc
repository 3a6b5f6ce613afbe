#include "core/forms/xlsform/survey_reader.h"

#include <algorithm>

#include "core/forms/xlsform/parameters.h"
#include "core/forms/xlsform/question_row.h"
#include "core/forms/xlsform/question_types.h"
#include "core/forms/xlsform/references.h"
#include "core/forms/xlsform/text.h"

namespace pingshen::forms::xlsform {
namespace {

constexpr std::string_view kTableList = "table-list";

struct Open {  // a group, repeat or loop that is not ended yet
  Node* node = nullptr;
  std::string_view kind;
  const TableRow* row = nullptr;
  std::string loop_list;
  bool table_list = false;
  std::string table_list_name = {};               // of its first select
  std::set<std::string, std::less<>> names = {};  // of what it holds so far
};

class SurveyReader {
 public:
  SurveyReader(Draft& draft, Messages& messages)
      : draft_(draft), survey_(draft.survey), messages_(messages) {}

  void Read() {
    open_.push_back({&draft_.root, {}, nullptr, {}, false});
    for (const TableRow& row : survey_.rows) ReadRow(row);
    for (std::size_t i = 1; i < open_.size(); ++i)
      messages_.Error(ErrorCode::ERR_XLSFORM_BEGIN, survey_.Place(*open_[i].row),
                      std::string(open_[i].kind) + " " + open_[i].node->name);
  }

 private:
  const std::string& Get(const TableRow& row, std::string_view key) {
    return survey_.Get(row, key);
  }
  void Error(ErrorCode code, const TableRow& row, std::string_view key, std::string detail) {
    messages_.Error(code, survey_.Place(row, key), std::move(detail));
  }

  void ReadRow(const TableRow& row);
  void ReadEnd(const TableRow& row, const Frame& frame);
  void ReadBegin(const TableRow& row, const Frame& frame, std::unique_ptr<Node> node);
  void ReadAudit(const TableRow& row, std::unique_ptr<Node> node);
  void JoinTableList(const TableRow& row, const Node& node);
  bool NameIsGood(const TableRow& row, Node& node);
  void ReadTriggers(const TableRow& row, Node& node);
  Node& Add(std::unique_ptr<Node> node);
  std::unique_ptr<Node> Generated(const TableRow& row, std::string type, std::string name);

  Draft& draft_;
  const Table& survey_;
  Messages& messages_;
  std::vector<Open> open_;
};

Node& SurveyReader::Add(std::unique_ptr<Node> node) {
  Node* parent = open_.back().node;
  node->parent = parent;
  open_.back().names.insert(node->name);
  parent->children.push_back(std::move(node));
  return *parent->children.back();
}

std::unique_ptr<Node> SurveyReader::Generated(const TableRow& row, std::string type,
                                              std::string name) {
  auto node = std::make_unique<Node>();
  node->row = &row;
  node->type = std::move(type);
  node->name = std::move(name);
  node->generated = true;
  return node;
}

void SurveyReader::ReadRow(const TableRow& row) {
  if (const std::string& disabled = Get(row, "disabled"); !disabled.empty()) {
    messages_.Warning(ErrorCode::ERR_XLSFORM_DISABLED, survey_.Place(row, "disabled"),
                      Get(row, "name"));
    if (YesNo(disabled) == true) return;
  }
  const std::string type = Squeezed(Get(row, "type"));
  if (type.empty()) {
    if (Get(row, "name").empty() && survey_.Translations(row, "label").empty())
      messages_.Warning(ErrorCode::ERR_XLSFORM_ROW_SKIPPED, survey_.Place(row), {});
    else
      Error(ErrorCode::ERR_XLSFORM_TYPE_MISSING, row, "type", Get(row, "name"));
    return;
  }
  auto node = std::make_unique<Node>();
  node->row = &row;
  node->name = Get(row, "name");
  node->type = type;
  node->appearance = Squeezed(Get(row, "control::appearance"));
  ReadTriggers(row, *node);
  if (const std::string& parameters = Get(row, "parameters"); !parameters.empty())
    node->parameters = ReadParameters(parameters, survey_.Place(row, "parameters"), messages_);

  if (Lower(type) == "audit") return ReadAudit(row, std::move(node));
  const auto frame = ParseFrame(type);
  if (frame && !frame->begin) return ReadEnd(row, *frame);

  if (node->name.empty()) {
    if (FindQuestionType(type).value_or(QuestionType{"", Control::kNone, {}}).name == "note") {
      node->name = "generated_note_name_" + std::to_string(row.number);
    } else {
      Error(ErrorCode::ERR_XLSFORM_NAME_MISSING, row, "name", type);
      node->name = "row_" + std::to_string(row.number);  // reading goes on
    }
  }
  const bool named = NameIsGood(row, *node);
  if (frame) return ReadBegin(row, *frame, std::move(node));
  if (!named) return;
  auto questions = ReadQuestion(draft_, row, std::move(node), messages_);
  for (auto& question : questions) {
    if (question->control == Control::kSelect1 || question->control == Control::kSelect)
      JoinTableList(row, *question);
    Add(std::move(question));
  }
}

void SurveyReader::ReadTriggers(const TableRow& row, Node& node) {
  const std::string& text = Get(row, "trigger");
  if (text.empty()) return;
  for (const std::string& part : Split(text, ",")) {
    if (Trimmed(part).empty()) continue;
    if (!IsReference(part)) {
      Error(ErrorCode::ERR_XLSFORM_TRIGGER, row, "trigger", text);
      return;
    }
    node.triggers.push_back(FindReferences(part)[0].name);
  }
}

void SurveyReader::ReadAudit(const TableRow& row, std::unique_ptr<Node> node) {
  if (!node->name.empty() && node->name != "audit")
    Error(ErrorCode::ERR_XLSFORM_AUDIT, row, "name", node->name);
  node->name = "audit";
  node->type = "audit";
  CheckParameters(draft_, *node, false, survey_.Place(row, "parameters"), messages_);
  messages_.Unsupported(ErrorCode::ERR_XLSFORM_TYPE_UNSUPPORTED, survey_.Place(row, "type"),
                        "audit");
  draft_.metadata.push_back(std::move(node));
}

bool SurveyReader::NameIsGood(const TableRow& row, Node& node) {
  if (!IsName(node.name)) {
    Error(ErrorCode::ERR_XLSFORM_NAME, row, "name", node.name);
    return false;
  }
  if (node.name == "meta") {
    Error(ErrorCode::ERR_XLSFORM_NAME_RESERVED, row, "name", node.name);
    return false;
  }
  if (open_.back().names.contains(node.name)) {
    Error(ErrorCode::ERR_XLSFORM_NAME_DUPLICATE, row, "name", node.name);
    return false;
  }
  return true;
}

void SurveyReader::ReadEnd(const TableRow& row, const Frame& frame) {
  if (!Get(row, "bind::entities:saveto").empty())
    Error(ErrorCode::ERR_XLSFORM_SAVE_TO, row, "bind::entities:saveto",
          Get(row, "bind::entities:saveto"));
  if (open_.size() == 1 || open_.back().kind != frame.kind) {
    Error(ErrorCode::ERR_XLSFORM_END, row, "type", Get(row, "type"));
    return;
  }
  open_.pop_back();
}

void SurveyReader::ReadBegin(const TableRow& row, const Frame& frame, std::unique_ptr<Node> node) {
  node->kind = frame.kind == "repeat" ? NodeKind::kRepeat : NodeKind::kGroup;
  node->type = "begin_" + std::string(frame.kind);
  if (node->kind == NodeKind::kRepeat) {
    const std::string& count = Get(row, "control::jr:count");
    if (!count.empty() && !IsReference(count)) {
      // Other programs keep the number in a field of this name.
      const std::string generated = node->name + "_count";
      if (open_.back().names.contains(generated))
        Error(ErrorCode::ERR_XLSFORM_NAME_DUPLICATE, row, "name", generated);
      auto counter = Generated(row, "calculate", generated);
      counter->presentation_only = true;
      counter->generated_calculation = count;
      Add(std::move(counter));
    }
  }
  Open opened{nullptr, frame.kind, &row, {}, false};
  if (frame.kind == "loop") {
    node->list = frame.list;
    opened.loop_list = frame.list;
    if (frame.list.empty() || draft_.FindList(frame.list) == nullptr)
      Error(ErrorCode::ERR_XLSFORM_LIST, row, "type", Get(row, "type"));
  }
  std::vector<std::string> words = SplitBlank(node->appearance);
  if (const auto found = std::find(words.begin(), words.end(), kTableList); found != words.end())
    opened.table_list = true;
  Node& added = Add(std::move(node));
  opened.node = &added;
  open_.push_back(std::move(opened));
  if (!open_.back().table_list) return;
  if (!survey_.Translations(row, "label").empty() || !survey_.Translations(row, "hint").empty()) {
    auto title = Generated(row, "note", "generated_table_list_label_" + std::to_string(row.number));
    title->control = Control::kInput;
    title->presentation_only = true;
    Add(std::move(title));
  }
}

void SurveyReader::JoinTableList(const TableRow& row, const Node& node) {
  Open& frame = open_.back();
  if (!frame.table_list || node.generated) return;
  if (frame.table_list_name.empty()) {
    frame.table_list_name = node.list;
    if (!Get(row, "choice_filter").empty())
      Error(ErrorCode::ERR_XLSFORM_TABLE_LIST, row, "choice_filter", Get(row, "choice_filter"));
    auto heading = Generated(row, node.type,
                             "reserved_name_for_field_list_labels_" + std::to_string(row.number));
    heading->control = node.control;
    heading->list = node.list;
    heading->presentation_only = true;
    Add(std::move(heading));
  } else if (frame.table_list_name != node.list) {
    Error(ErrorCode::ERR_XLSFORM_TABLE_LIST, row, "type", frame.table_list_name + ", " + node.list);
  }
}

// Names of repeats are unique anywhere, loops taken apart.
void CheckRepeatNames(const Draft& draft, Messages& messages) {
  std::map<std::string, const Node*> seen;
  ForEachNode(draft.root, [&](const Node& node) {
    if (node.kind != NodeKind::kRepeat) return;
    bool in_loop = false;
    for (const Node* at = node.parent; at != nullptr; at = at->parent)
      in_loop = in_loop || at->type == "begin_loop";
    if (!seen.emplace(node.name, &node).second || in_loop || node.name == draft.settings.root_name)
      messages.Error(ErrorCode::ERR_XLSFORM_REPEAT_NAME, draft.survey.Place(*node.row, "name"),
                     node.name);
  });
}

void Index(const Node& node, std::size_t copies, Draft& draft) {
  for (const auto& child : node.children) {
    if (!child->presentation_only || child->type == "calculate")
      for (std::size_t i = 0; i < copies; ++i) draft.by_name.emplace(child->name, child.get());
    std::size_t inner = copies;
    if (child->type == "begin_loop")
      if (const ChoiceList* list = draft.FindList(child->list); list != nullptr)
        inner *= std::min<std::size_t>(2, list->choices.size());
    Index(*child, std::min<std::size_t>(inner, 2), draft);
  }
}

}  // namespace

void ReadSurvey(Draft& draft, Messages& messages) {
  draft.root.kind = NodeKind::kGroup;
  SurveyReader(draft, messages).Read();
  CheckRepeatNames(draft, messages);
  Index(draft.root, 1, draft);
}

}  // namespace pingshen::forms::xlsform
