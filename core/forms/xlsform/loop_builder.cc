#include "core/forms/xlsform/loop_builder.h"

#include "core/forms/xlsform/json_tree.h"
#include "core/forms/xlsform/text.h"

namespace pingshen::forms::xlsform {
namespace {

void ReplaceAll(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

// In a text by language the label of that language stands.
void FillIn(json::Value& value, const std::string& name, const json::Value& label,
            const std::string& language) {
  if (value.kind == json::Value::Kind::kString) {
    const json::Value* own = label.Find(language);
    if (own == nullptr && !label.members.empty()) own = &label.members[0].value;
    ReplaceAll(value.text, "%(name)s", name);
    ReplaceAll(value.text, "%(label)s", own == nullptr ? name : own->text);
  }
  for (json::Value& item : value.items) FillIn(item, name, label, language);
  for (json::Value::Member& member : value.members)
    FillIn(member.value, name, label, label.Find(member.name) ? member.name : language);
}

void ClaimCodes(json::Value& item, const std::string& around, FormCodes& codes) {
  if (json::Value* code = const_cast<json::Value*>(item.Find("code")))
    code->text = codes.Claim(around + "." + code->text);
  if (json::Value* children = const_cast<json::Value*>(item.Find("children")))
    for (json::Value& child : children->items) ClaimCodes(child, around, codes);
}

}  // namespace

json::Value BuildLoop(const BuildContext& context, const Node& loop) {
  json::Value groups = JsonArray();
  const ChoiceList* list = context.draft.FindList(loop.list);
  if (list == nullptr) return groups;
  json::Value children = JsonArray();
  for (const auto& child : loop.children)
    if (auto item = BuildItem(context, *child)) children.items.push_back(*std::move(item));
  const json::Value options = BuildOptions(context, *list);
  for (const json::Value& option : options.items) {
    const std::string& name = option.Find("code")->text;
    const json::Value& label = *option.Find("label");
    json::Value copies = children;
    for (json::Value& copy : copies.items) ClaimCodes(copy, name, context.codes);
    FillIn(copies, name, label, context.languages.tags()[0]);
    json::Value group = JsonObject();
    SetMember(group, "code", JsonText(context.codes.Claim(context.codes.Of(loop) + "." + name)));
    SetMember(group, "type", JsonText("group"));
    SetMember(group, "label", label);
    SetMember(group, "children", std::move(copies));
    groups.items.push_back(std::move(group));
  }
  return groups;
}

}  // namespace pingshen::forms::xlsform
