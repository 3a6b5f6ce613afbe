#include "core/report/items_part.h"

#include <algorithm>

#include "core/model/rich_text.h"
#include "core/report/answer_part.h"
#include "core/report/condition_text.h"
#include "core/report/pen.h"
#include "core/report/wide_part.h"

namespace pingshen::report {
namespace {

using model::Item;
using model::ItemType;

constexpr words::Phrase kCode{"编号", "No."};
constexpr words::Phrase kItemHead{"评审内容", "Item"};
constexpr words::Phrase kAnswer{"评审情况", "Finding"};
constexpr words::Phrase kPointsHead{"得分", "Points"};
constexpr words::Phrase kAttributes{"机构情况", "About the institution"};
constexpr words::Phrase kItems{"评审内容与记录", "Items and answers"};
constexpr words::Phrase kSectionPoints{"本部分得分：{} / {} 分", "Points of this section: {} / {}"};
constexpr words::Phrase kLeftOut{"不涉及（未满足填写条件）：{}",
                                 "Does not apply by its condition: {}"};
constexpr words::Phrase kMethod{"检查方法：{}", "How to check: {}"};
constexpr words::Phrase kHint{"说明：{}", "Hint: {}"};
constexpr words::Phrase kCondition{"填写条件：{}", "Only where: {}"};
constexpr words::Phrase kAbsence{"可不适用：{}", "May be not applicable: {}"};
constexpr words::Phrase kScoredBy{"评分：{}", "Scored by: {}"};
constexpr words::Phrase kLookBack{"追溯期：近 {}{}", "Look-back: last {} {}"};
constexpr words::Phrase kEvidenceRequired{"须附佐证材料", "Evidence required"};
constexpr words::Phrase kBasis{"依据", "Source"};
constexpr words::Phrase kNotCounted{"不计分", "not counted"};
constexpr std::size_t kColumns = 4;

bool HasPoints(const std::vector<Entry>& entries) {
  return std::ranges::any_of(entries, [](const Entry& entry) {
    return entry.item->points.has_value() || HasPoints(entry.children);
  });
}

std::string GroupLabels(const Pen& pen, const Item& item) {
  std::string labels;
  for (const std::string& code : item.scored_by) {
    for (const model::CodedLabel& group : pen.report().form->groups) {
      if (group.code != code) continue;
      if (!labels.empty()) labels += pen.Say(words::Phrase{"、", ", "});
      labels += pen.Say(group.label);
    }
  }
  return labels;
}

std::string LookBackText(const Pen& pen, const model::LookBack& look_back) {
  constexpr words::Phrase kUnits[] = {
      {"天", "days"}, {"周", "weeks"}, {"个月", "months"}, {"年", "years"}};
  return pen.Say(kLookBack, {std::to_string(look_back.count),
                             pen.Say(kUnits[static_cast<std::size_t>(look_back.unit)])});
}

// How to judge: for who fills it in, or reads why it was judged so.
void DrawGuidance(Pen& pen, const Item& item) {
  const auto small = [&](const std::string& text) { pen.Answer(text, "small"); };
  if (pen.blank()) {
    if (!item.method.empty()) small(pen.Say(kMethod, {model::PlainText(pen.Say(item.method))}));
    if (!item.hint.empty()) small(pen.Say(kHint, {model::PlainText(pen.Say(item.hint))}));
    if (!item.relevant.empty())
      small(pen.Say(kCondition, {ConditionText(pen, item.relevant.text)}));
    if (!item.not_applicable_basis.empty())
      small(pen.Say(kAbsence, {pen.Say(item.not_applicable_basis)}));
    if (item.evidence_required) small(std::string(pen.Say(kEvidenceRequired)));
  }
  std::string line;
  const auto add = [&](const std::string& text) {
    if (!line.empty()) line += pen.Say(words::Phrase{"；", "; "});
    line += text;
  };
  if (const std::string labels = GroupLabels(pen, item); !labels.empty())
    add(pen.Say(kScoredBy, {labels}));
  if (!item.look_back.empty()) add(LookBackText(pen, item.look_back));
  if (!item.sources.empty()) {
    std::string sources(pen.Say(kBasis));
    for (const model::Source& source : item.sources)
      sources += "〔" + std::to_string(pen.SourceNumber(source)) + "〕" + source.clause;
    add(sources);
  }
  if (!line.empty()) small(line);
}

std::string PointsText(const Pen& pen, const Entry& entry) {
  if (!entry.item->points) return {};
  const std::string full = " / " + entry.item->points->ToString();
  if (pen.blank()) return "　" + full;
  if (!entry.applicable) return std::string(pen.Say(kNotCounted));
  std::string text = (entry.earned ? entry.earned->ToString() : "—") + full;
  if (!entry.bonus.IsZero()) text += " +" + entry.bonus.ToString();
  return text;
}

void Span(Pen& pen, std::string_view row_class, std::size_t columns) {
  pen.html.Open("tr", {{"class", row_class}});
  pen.html.Open("td", {{"colspan", std::to_string(columns)}});
}

void DrawItemRow(Pen& pen, const Entry& entry, std::size_t columns) {
  const Item& item = *entry.item;
  const bool wide = HasWide(pen, entry);
  pen.html.Open("tr", {{"class", wide ? "item above" : "item"}});
  pen.html.Element("td", item.code, {{"class", "code"}}).Open("td");
  pen.html.Open("div", {{"class", "label"}});
  if (item.core) pen.html.Text("★ ");
  pen.Rich(item.label);
  pen.html.Close("div");
  DrawGuidance(pen, item);
  pen.html.Close("td").Open("td");
  DrawAnswer(pen, entry);
  pen.html.Close("td");
  if (columns == kColumns) pen.html.Element("td", PointsText(pen, entry), {{"class", "points"}});
  pen.html.Close("tr");
  if (!wide) return;
  Span(pen, "wide", columns);
  DrawWide(pen, entry);
  pen.html.Close("td").Close("tr");
}

void CollectLeftOut(const std::vector<Entry>& entries, std::string& codes) {
  for (const Entry& entry : entries) {
    if (!IsShown(*entry.item) || entry.item->type == ItemType::kNote) continue;
    if (!entry.relevant) {
      codes += (codes.empty() ? "" : " ") + entry.item->code;
    } else {
      CollectLeftOut(entry.children, codes);
    }
  }
}

void DrawPart(Pen& pen, const Part& part, int level) {
  constexpr int kDeepest = 6;
  const std::string heading = "h" + std::to_string(std::min(level, kDeepest));
  pen.html.Open(heading);
  pen.Rich(part.section->title);
  pen.html.Close(heading);
  if (pen.blank() && !part.section->relevant.empty())
    pen.Answer(pen.Say(kCondition, {ConditionText(pen, part.section->relevant.text)}),
               "small lead");
  if (!pen.blank() && !part.attainable.IsZero())
    pen.Answer(pen.Say(kSectionPoints, {part.earned.ToString(), part.attainable.ToString()}),
               "lead");
  DrawItemTable(pen, part.entries);
  for (const Part& inner : part.parts) DrawPart(pen, inner, level + 1);
}

}  // namespace

bool IsShown(const Item& item) {
  const bool has_words = item.type != ItemType::kNote && item.type != ItemType::kCalculated;
  return has_words || !item.label.empty();
}

void DrawRows(Pen& pen, const std::vector<Entry>& entries, std::size_t columns) {
  for (const Entry& entry : entries) {
    if (!entry.relevant || !IsShown(*entry.item)) continue;
    switch (entry.item->type) {
      case ItemType::kNote:
        Span(pen, "text", columns);
        pen.Rich(entry.item->label);
        pen.html.Close("td").Close("tr");
        break;
      case ItemType::kGroup:
        if (!entry.item->label.empty()) {
          Span(pen, "group", columns);
          pen.Rich(entry.item->label);
          if (!entry.item->hint.empty()) {
            pen.html.Open("div", {{"class", "small"}});
            pen.Rich(entry.item->hint);
            pen.html.Close("div");
          }
          pen.html.Close("td").Close("tr");
        }
        DrawRows(pen, entry.children, columns);
        break;
      default:
        DrawItemRow(pen, entry, columns);
    }
  }
}

void DrawItemTable(Pen& pen, const std::vector<Entry>& entries) {
  const bool any = std::ranges::any_of(
      entries, [](const Entry& entry) { return entry.relevant && IsShown(*entry.item); });
  const std::size_t columns = HasPoints(entries) ? kColumns : kColumns - 1;
  if (any) {
    pen.html.Open("table", {{"class", "items"}}).Open("colgroup");
    pen.html.Void("col", {{"class", "code"}}).Void("col").Void("col", {{"class", "finding"}});
    if (columns == kColumns) pen.html.Void("col", {{"class", "points"}});
    pen.html.Close("colgroup").Open("thead").Open("tr");
    pen.html.Element("th", pen.Say(kCode)).Element("th", pen.Say(kItemHead));
    pen.html.Element("th", pen.Say(kAnswer));
    if (columns == kColumns) pen.html.Element("th", pen.Say(kPointsHead));
    pen.html.Close("tr").Close("thead").Open("tbody");
    DrawRows(pen, entries, columns);
    pen.html.Close("tbody").Close("table");
  }
  std::string left_out;
  CollectLeftOut(entries, left_out);
  if (!left_out.empty()) pen.Answer(pen.Say(kLeftOut, {left_out}), "small left-out");
}

void DrawAttributes(Pen& pen) {
  if (pen.report().attributes.empty()) return;
  pen.html.Element("h2", pen.Say(kAttributes));
  DrawItemTable(pen, pen.report().attributes);
}

void DrawSections(Pen& pen) {
  pen.html.Element("h2", pen.Say(kItems));
  for (const Part& part : pen.report().parts) DrawPart(pen, part, 3);
}

}  // namespace pingshen::report
