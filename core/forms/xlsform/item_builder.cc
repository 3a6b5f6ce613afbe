#include "core/forms/xlsform/item_builder.h"

#include <algorithm>
#include <array>

#include "core/base/decimal.h"
#include "core/forms/xlsform/json_tree.h"
#include "core/forms/xlsform/loop_builder.h"
#include "core/forms/xlsform/question_row.h"
#include "core/forms/xlsform/question_types.h"
#include "core/forms/xlsform/range_check.h"
#include "core/forms/xlsform/references.h"
#include "core/forms/xlsform/text.h"
#include "core/model/code.h"

namespace pingshen::forms::xlsform {
namespace {

struct TypeName {
  std::string_view xlsform;
  std::string_view item;
};
constexpr auto kTypes = std::to_array<TypeName>({
    {"acknowledge", "acknowledge"},
    {"audio", "audio"},
    {"barcode", "barcode"},
    {"calculate", "calculated"},
    {"date", "date"},
    {"dateTime", "datetime"},
    {"decimal", "decimal"},
    {"file", "file"},
    {"geopoint", "position"},
    {"geoshape", "shape"},
    {"geotrace", "trace"},
    {"hidden", "calculated"},
    {"image", "photo"},
    {"integer", "integer"},
    {"note", "note"},
    {"rank", "rank"},
    {"select_multiple", "multiple_choice"},
    {"select_one", "single_choice"},
    {"signature", "signature"},
    {"text", "text"},
    {"time", "time"},
    {"video", "video"},
});

// What metadata is computed from; "" = the app does not know it.
std::string_view MetadataFormula(std::string_view type) {
  if (type == "today") return "once(today())";
  if (type == "start") return "once(now())";
  if (type == "end") return "now()";
  return "''";
}

class ItemBuilder {
 public:
  ItemBuilder(const BuildContext& context, const Node& node)
      : context_(context), survey_(context.draft.survey), node_(node), row_(*node.row) {}

  std::optional<json::Value> Build() {
    if (node_.presentation_only) return std::nullopt;
    item_ = JsonObject();
    SetMember(item_, "code", JsonText(context_.codes.Of(node_)));
    if (node_.kind != NodeKind::kQuestion) {
      if (!BuildFrame()) return std::nullopt;
    } else if (!BuildQuestion()) {
      return std::nullopt;
    }
    if (!node_.generated) {
      ReportMedia();
      ApplyExtensions(survey_, row_, item_);
      SetMember(item_, "own_list", {});
    }
    return std::move(item_);
  }

 private:
  const std::string& Get(std::string_view key) const { return survey_.Get(row_, key); }
  void Set(std::string_view name, json::Value value) { SetMember(item_, name, std::move(value)); }
  void SetText(std::string_view member, std::string_view key) {
    if (json::Value texts = TextsOf(context_, survey_, row_, key); !texts.members.empty())
      Set(member, std::move(texts));
  }
  std::string Expression(std::string_view text) const {
    if (const auto word = YesNo(text)) return *word ? "true()" : "false()";
    return context_.codes.Rewritten(text);
  }
  void SetExpression(std::string_view member, std::string_view key) {
    if (!Get(key).empty()) Set(member, JsonText(Expression(Get(key))));
  }
  // true, or an expression; false is not said.
  void SetCondition(std::string_view member, std::string_view key) {
    const std::string& text = Get(key);
    if (text.empty() || YesNo(text) == false) return;
    Set(member, YesNo(text) == true ? JsonTrue() : JsonText(Expression(text)));
  }
  void Unsupported(ErrorCode code, std::string_view key, std::string detail) {
    context_.messages.Unsupported(code, survey_.Place(row_, key), std::move(detail));
  }

  bool BuildFrame();  // false: nothing is in it
  bool BuildQuestion();
  void SetLabel();
  void SetCommon();
  void SetDefault();
  void SetCalculation();
  void SetList();
  void SetRange();
  void ReportMedia();
  std::string TypeOfItem();

  const BuildContext& context_;
  const Table& survey_;
  const Node& node_;
  const TableRow& row_;
  json::Value item_;
};

void ItemBuilder::SetLabel() {
  if (node_.generated) {
    Set("label",
        TextIn(context_, HasHan(node_.generated_label) || context_.languages.tags()[0] != "zh"
                             ? node_.generated_label
                             : "请说明其他"));
    return;
  }
  SetText("label", "label");
  if (item_.Find("label") == nullptr) Set("label", TextIn(context_, node_.name));
}

void ItemBuilder::SetCommon() {
  SetText("hint", "hint");
  SetText("method", "guidance_hint");
  if (!node_.appearance.empty()) Set("appearance", JsonText(node_.appearance));
  SetExpression("relevant", "bind::relevant");
  SetCondition("required", "bind::required");
  SetText("required_message", "bind::jr:requiredMsg");
  SetExpression("constraint", "bind::constraint");
  if (item_.Find("constraint") == nullptr && !node_.implied_constraint.empty())
    Set("constraint", JsonText(node_.implied_constraint));
  if (item_.Find("constraint") != nullptr) SetText("constraint_message", "bind::jr:constraintMsg");
  SetCondition("read_only", "bind::readonly");
}

void ItemBuilder::SetDefault() {
  const std::string& text = Get("default");
  if (text.empty()) return;
  if (node_.control == Control::kUpload) {  // the address of a file that other programs bring along
    Unsupported(ErrorCode::ERR_XLSFORM_VALUE_UNSUPPORTED, "default", text);
    return;
  }
  // A default is always an expression here; a literal becomes a quoted one.
  if (IsDynamicDefault(text, node_.type)) {
    Set("default", JsonText(context_.codes.Rewritten(text)));
    return;
  }
  const char quote = text.find('\'') == std::string::npos ? '\'' : '"';
  Set("default", JsonText(quote + text + quote));
}

void ItemBuilder::SetCalculation() {
  if (node_.control == Control::kUpload) {
    for (const std::string_view key : {"bind::calculate", "trigger"})
      if (!Get(key).empty()) Unsupported(ErrorCode::ERR_XLSFORM_VALUE_UNSUPPORTED, key, Get(key));
    return;
  }
  SetExpression("calculation", "bind::calculate");
  if (node_.triggers.empty()) return;
  // A trigger alone empties the answer.
  if (item_.Find("calculation") == nullptr) Set("calculation", JsonText("''"));
  json::Value triggers = JsonArray();
  for (const std::string& name : node_.triggers) {
    const auto found = context_.draft.by_name.find(name);
    triggers.items.push_back(JsonText(context_.codes.Of(*found->second)));
  }
  Set("triggers", std::move(triggers));
}

void ItemBuilder::SetList() {
  if (const auto found = context_.list_codes.find(node_.list); found != context_.list_codes.end())
    Set("list", JsonText(found->second));
  SetExpression("choice_filter", "choice_filter");
  for (const std::string_view key : {"randomize", "seed"})
    if (const auto found = node_.parameters.find(key);
        found != node_.parameters.end() && found->second != "false")
      Unsupported(ErrorCode::ERR_XLSFORM_VALUE_UNSUPPORTED, "parameters",
                  std::string(key) + "=" + found->second);
}

void ItemBuilder::SetRange() {
  const auto start = Decimal::Parse(RangeParameter(node_, "start"));
  const auto end = Decimal::Parse(RangeParameter(node_, "end"));
  const auto step = Decimal::Parse(RangeParameter(node_, "step"));
  const bool whole = start->IsInteger() && end->IsInteger() && step->IsInteger();
  Set("type", JsonText(whole ? "integer" : "decimal"));
  Set("minimum", JsonNumber(std::min(*start, *end).ToString()));
  Set("maximum", JsonNumber(std::max(*start, *end).ToString()));
  if (*step != Decimal::FromInteger(1))
    Set("step", JsonNumber(step->IsNegative() ? (-*step).ToString() : step->ToString()));
}

std::string ItemBuilder::TypeOfItem() {
  const bool file = !node_.file_extension.empty();
  const bool answers = node_.list.find("${") != std::string::npos;
  const bool choice = node_.control == Control::kSelect1 || node_.control == Control::kSelect ||
                      node_.control == Control::kRank;
  if (node_.external || (choice && answers)) {
    Unsupported(ErrorCode::ERR_XLSFORM_TYPE_UNSUPPORTED, "type", Get("type") + " → text");
    return "text";
  }
  if (file && !context_.list_codes.contains(node_.list)) return "text";  // said with the file
  if (node_.appearance.find("search(") != std::string::npos)
    Unsupported(ErrorCode::ERR_XLSFORM_VALUE_UNSUPPORTED, "control::appearance", node_.appearance);
  if (node_.type == "text" && SplitBlank(node_.appearance).size() == 1 &&
      node_.appearance == "multiline")
    return "long_text";
  const auto found = std::find_if(kTypes.begin(), kTypes.end(),
                                  [&](const TypeName& each) { return each.xlsform == node_.type; });
  return found == kTypes.end() ? "" : std::string(found->item);
}

bool ItemBuilder::BuildQuestion() {
  if (node_.type == "xml-external" || node_.type == "csv-external") return false;
  const bool metadata = IsMetadata(node_.type);
  std::string type = metadata ? "calculated" : TypeOfItem();
  if (node_.type == "range") type = "integer";
  if (metadata && MetadataFormula(node_.type) == "''")
    Unsupported(ErrorCode::ERR_XLSFORM_TYPE_UNSUPPORTED, "type", node_.type + " → ''");
  if (type.empty()) {  // background-audio, background-geopoint, osm
    Unsupported(ErrorCode::ERR_XLSFORM_TYPE_UNSUPPORTED, "type", Get("type"));
    type = "calculated";
  }
  // A note's calculation is there to be read.
  const bool shown_value = type == "note" && !Get("bind::calculate").empty();
  if (shown_value) type = "text";
  // A question that only computes is not shown.
  const bool hidden = node_.control == Control::kNone && type != "calculated";
  if (hidden) type = "calculated";
  Set("type", JsonText(type));
  SetLabel();
  if (node_.generated) {
    if (!node_.generated_relevant.empty()) Set("relevant", JsonText(node_.generated_relevant));
    return true;
  }
  SetCommon();
  SetCalculation();
  if (type == "calculated") {
    if (item_.Find("calculation") == nullptr) {
      SetDefault();
      const json::Value* value = item_.Find("default");
      Set("calculation", JsonText(metadata ? std::string(MetadataFormula(node_.type))
                                  : value != nullptr && !value->text.starts_with('\'')
                                      ? "once(" + value->text + ")"
                                  : value != nullptr ? value->text
                                                     : "''"));
    }
    for (const std::string_view name :
         {"default", "required", "required_message", "read_only", "constraint",
          "constraint_message", "hint", "method", "appearance"})
      Set(name, {});
    return true;
  }
  if (type != "note") SetDefault();
  if (type == "note" || shown_value)
    for (const std::string_view name :
         {"required", "required_message", "read_only", "constraint", "constraint_message"})
      Set(name, {});
  if (shown_value) Set("read_only", JsonTrue());
  if (node_.type == "range") SetRange();
  if (type == "single_choice" || type == "multiple_choice" || type == "rank") SetList();
  if (Get("pingshen::own_list") == "yes") {
    if (const ChoiceList* list = context_.draft.FindList(node_.list))
      Set("options", BuildOptions(context_, *list));
    Set("list", {});
  }
  return true;
}

bool ItemBuilder::BuildFrame() {
  Set("type", JsonText(node_.kind == NodeKind::kRepeat ? "repeat" : "group"));
  SetLabel();
  SetText("hint", "hint");
  SetText("method", "guidance_hint");
  if (!node_.appearance.empty()) Set("appearance", JsonText(node_.appearance));
  SetExpression("relevant", "bind::relevant");
  if (node_.kind == NodeKind::kRepeat) SetExpression("count", "control::jr:count");
  json::Value children = JsonArray();
  if (node_.type == "begin_loop") {
    children = BuildLoop(context_, node_);
  } else {
    for (const auto& child : node_.children)
      if (auto item = BuildItem(context_, *child)) children.items.push_back(*std::move(item));
  }
  if (children.items.empty()) {
    context_.messages.Unsupported(ErrorCode::ERR_XLSFORM_FRAME_EMPTY, survey_.Place(row_, "type"),
                                  node_.name);
    return false;
  }
  Set("children", std::move(children));
  return true;
}

void ItemBuilder::ReportMedia() {
  for (const std::string_view kind : {"image", "audio", "video", "big-image"}) {
    const std::string key = "media::" + std::string(kind);
    for (const Translated& text : survey_.Translations(row_, key))
      context_.messages.Unsupported(ErrorCode::ERR_XLSFORM_VALUE_UNSUPPORTED,
                                    survey_.Place(row_, text.column), text.text);
  }
  for (std::size_t c = 0; c < survey_.columns.size(); ++c)
    for (const Reference& reference : FindReferences(row_.cells[c]))
      if (reference.last_saved)
        context_.messages.Unsupported(ErrorCode::ERR_XLSFORM_VALUE_UNSUPPORTED,
                                      survey_.Place(row_, c), "last-saved#" + reference.name);
}

}  // namespace

json::Value TextIn(const BuildContext& context, std::string_view text) {
  json::Value texts = JsonObject();
  SetMember(texts, context.languages.tags()[0], JsonText(text));
  return texts;
}

json::Value TextsOf(const BuildContext& context, const Table& table, const TableRow& row,
                    std::string_view key) {
  json::Value texts = JsonObject();
  const std::vector<Translated> translations = table.Translations(row, key);
  for (const std::string& tag : context.languages.tags())
    // A column with a language says more than one without.
    for (const bool named : {true, false})
      for (const Translated& each : translations)
        if (each.language.empty() != named && context.languages.TagOf(each.language) == tag &&
            texts.Find(tag) == nullptr)
          SetMember(texts, tag, JsonText(context.codes.Rewritten(each.text)));
  // The form's main language is the one that no text may lack.
  const std::string& main = context.languages.tags()[0];
  if (!texts.members.empty() && texts.Find(main) == nullptr)
    SetMember(texts, main, texts.members[0].value);
  return texts;
}

json::Value ExtensionValue(std::string_view text) {
  auto parsed = json::Parse(text);
  return parsed ? *std::move(parsed) : JsonText(text);
}

void ApplyExtensions(const Table& table, const TableRow& row, json::Value& object) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const Column& column = table.columns[c];
    if (column.path.size() != 2 || column.path[0] != "pingshen" || row.cells[c].empty()) continue;
    if (column.path[1] == "code" || column.path[1] == "section") continue;
    SetMember(object, column.path[1], ExtensionValue(row.cells[c]));
  }
}

json::Value BuildOptions(const BuildContext& context, const ChoiceList& list) {
  const Table& table = context.draft.choices;
  json::Value options = JsonArray();
  std::set<std::string> taken;
  for (const Choice& choice : list.choices) {
    json::Value option = JsonObject();
    // Lists that are filtered may repeat a name (allow_choice_duplicates); codes are unique.
    const std::string wish = CodeOf(choice.name, "option");
    std::string code = wish;
    for (std::size_t n = 2; !taken.insert(code).second; ++n) code = wish + "-" + std::to_string(n);
    if (code != choice.name && choice.row != nullptr)
      context.messages.Warning(ErrorCode::ERR_XLSFORM_RENAMED, table.Place(*choice.row, "name"),
                               choice.name + " → " + code);
    SetMember(option, "code", JsonText(code));
    if (choice.row == nullptr) {
      json::Value other = JsonObject();
      for (const std::string& tag : context.languages.tags())
        SetMember(other, tag, JsonText(tag == "zh" ? "其他" : "Other"));
      SetMember(option, "label", std::move(other));
      options.items.push_back(std::move(option));
      continue;
    }
    json::Value label = TextsOf(context, table, *choice.row, "label");
    SetMember(option, "label",
              label.members.empty() ? TextIn(context, choice.name) : std::move(label));
    json::Value columns = JsonObject();
    for (std::size_t c = 0; c < table.columns.size(); ++c)
      if (!table.columns[c].known && table.columns[c].path.size() == 1 &&
          model::IsCode(table.columns[c].path[0]) && !choice.row->cells[c].empty())
        SetMember(columns, table.columns[c].path[0], JsonText(choice.row->cells[c]));
    if (!columns.members.empty()) SetMember(option, "columns", std::move(columns));
    ApplyExtensions(table, *choice.row, option);
    options.items.push_back(std::move(option));
  }
  return options;
}

std::optional<json::Value> BuildItem(const BuildContext& context, const Node& node) {
  return ItemBuilder(context, node).Build();
}

}  // namespace pingshen::forms::xlsform
