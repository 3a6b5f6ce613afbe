#include "commission/pages/desk_answers.h"

#include <algorithm>

#include "commission/pages/desk_attachment.h"
#include "core/evaluation/attachment_rules.h"
#include "core/model/identifiers.h"
#include "core/model/item_fields.h"
#include "core/words/answer_words.h"

namespace pingshen::commission {
namespace {

using words::AnswerText;

constexpr Language kZh = Language::kChinese;

struct Facts {
  const evaluation::AnswerSheet& answers;
  std::string_view manifest_sha256;
};

std::string FieldText(const model::Item& item, const std::string& field,
                      const model::Value& value) {
  const std::string label = model::FieldLabel(item, field).In(kZh);
  if (item.type == model::ItemType::kDeductions && field != model::kEvidenceField) {
    const bool once = value.text() == "1";
    return "扣分：" + label + (once ? "" : " ×" + value.text());
  }
  const bool masked = field == model::kIdNumberField;
  return label + "：" +
         (masked ? model::MaskIdentityNumber(value.text()) : AnswerText(item, value, kZh));
}

// Photos as pictures, everything else as a link.
void DrawAttachments(HtmlWriter& html, const Facts& facts, const model::Value& value) {
  if (value.kind() != model::ValueKind::kAttachments) return;
  html.Open("div", {{"class", "attachments"}});
  std::size_t number = 0;
  for (const std::string& name : value.Attachments()) {
    const std::string path = AttachmentPath(facts.manifest_sha256, name);
    const std::string_view extension = evaluation::ExtensionOf(name);
    const std::string words =
        "附件 " + std::to_string(++number) + "（" + std::string(extension) + "）";
    html.Open("a", {{"href", path}});
    if (evaluation::IsPicture(extension)) {
      html.Open("img", {{"src", path}, {"alt", words}, {"loading", "lazy"}});
    } else {
      html.Text(words);
    }
    html.Close("a");
  }
  html.Close("div");
}

void DrawFields(HtmlWriter& html, const evaluation::ItemState& state, const Facts& facts) {
  const evaluation::AnswerSheet& answers = facts.answers;
  for (const auto& [field, value] : answers.Fields(state.path)) {
    if (field.empty() || value.empty()) continue;
    html.Open("br");
    if (field == model::kNoteField) {
      html.Element("span", "备注：" + value.text(), {{"class", "quiet"}});
    } else {
      html.Text(FieldText(*state.item, field, value));
      DrawAttachments(html, facts, value);
    }
  }
}

std::string PointsText(const evaluation::ItemState& state) {
  if (!state.item->points) return "";
  if (!state.applicable) return "不适用";
  const std::string full = " / " + state.item->points->ToString();
  return (state.earned ? state.earned->ToString() : "—") + full;
}

void DrawItem(HtmlWriter& html, const evaluation::ItemState& state, const Facts& facts,
              bool child) {
  if (!state.relevant || state.item->type == model::ItemType::kNote) return;
  if (state.item->type == model::ItemType::kGroup) {
    for (const evaluation::ItemState& each : state.children) DrawItem(html, each, facts, child);
    return;
  }
  html.Open("tr", {{"class", child ? "sub" : ""}});
  html.Open("td").Text(state.item->code);
  if (state.item->core) html.Text(" ★");
  html.Close("td");
  html.Element("td", state.item->label.In(kZh));
  html.Open("td", {{"class", "answer"}});
  const model::Value& answer = facts.answers.At(state.path);
  const std::string text = AnswerText(*state.item, answer, kZh);
  if (!text.empty()) {
    html.Text(text);
  } else if (model::HasInstances(state.item->type)) {
    html.Text(std::to_string(state.instances.size()) + " 条");
  } else if (!state.answered) {
    html.Element("span", "未填写", {{"class", "quiet"}});
  }
  DrawAttachments(html, facts, answer);
  DrawFields(html, state, facts);
  for (const model::Finding& finding : state.findings) {
    html.Open("br").Element("span", finding.sentence.In(kZh), {{"class", "chip middle"}});
  }
  html.Close("td").Element("td", PointsText(state), {{"class", "number"}}).Close("tr");
  for (const auto& instance : state.instances) {
    const std::string& word = state.item->instance_label.In(kZh);
    html.Open("tr", {{"class", "sub"}}).Open("td").Close("td");
    html.Element("td", (word.empty() ? "第" : word + " ") + std::to_string(instance.number),
                 {{"class", "quiet"}});
    html.Open("td").Close("td").Open("td").Close("td").Close("tr");
    for (const evaluation::ItemState& each : instance.children) DrawItem(html, each, facts, true);
  }
}

void DrawItems(HtmlWriter& html, const evaluation::SectionState& section, const Facts& facts) {
  for (const evaluation::ItemState& item : section.items) DrawItem(html, item, facts, false);
  for (const evaluation::SectionState& inner : section.sections) {
    html.Open("tr").Element("th", inner.section->title.In(kZh), {{"colspan", "4"}}).Close("tr");
    DrawItems(html, inner, facts);
  }
}

}  // namespace

void DrawAnswers(HtmlWriter& html, const evaluation::Evaluation& evaluation,
                 const evaluation::AnswerSheet& answers, std::string_view manifest_sha256) {
  const Facts facts{answers, manifest_sha256};
  for (const evaluation::SectionState& section : evaluation.sections) {
    html.Open("section", {{"class", "card wide"}});
    html.Element("h2", section.section->title.In(kZh));
    if (!section.attainable.IsZero()) {
      html.Element("p", "得分 " + section.earned.ToString() + " / " + section.attainable.ToString(),
                   {{"class", "quiet"}});
    }
    html.Open("table", {{"class", "answers"}}).Open("thead").Open("tr");
    for (const std::string_view head : {"编号", "条目", "答案"}) html.Element("th", head);
    html.Element("th", "得分", {{"class", "number"}});
    html.Close("tr").Close("thead").Open("tbody");
    DrawItems(html, section, facts);
    html.Close("tbody").Close("table").Close("section");
  }
}

}  // namespace pingshen::commission
