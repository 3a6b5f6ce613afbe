#include "core/report/blank_part.h"

#include <algorithm>
#include <utility>

#include "core/model/item_fields.h"
#include "core/report/pen.h"

namespace pingshen::report {
namespace {

using model::Item;
using model::ItemType;

constexpr std::string_view kBox = "□ ";
constexpr words::Phrase kDayToFill{"＿＿＿＿年＿＿月＿＿日", "____ - __ - __"};
constexpr words::Phrase kClock{"＿＿:＿＿", "__ : __"};
constexpr std::string_view kShortLine = "＿＿＿＿";
constexpr std::string_view kTinyLine = "＿＿";
constexpr std::uint32_t kBlankInstances = 3;

void Line(Pen& pen) { pen.html.Element("div", "", {{"class", "line"}}); }

void NamedLine(Pen& pen, std::string_view name) {
  pen.html.Open("div", {{"class", "line named"}}).Text(name);
  pen.html.Text(pen.Say(words::Phrase{"：", ": "})).Close("div");
}

// Each with its label, which is not broken while it fits in a line.
void Boxes(Pen& pen, const std::vector<std::string>& labels) {
  pen.html.Open("div");
  for (const std::string& label : labels)
    pen.html.Element("span", std::string(kBox) + label, {{"class", "box"}}).Text(" ");
  pen.html.Close("div");
}

std::string WithPoints(const Pen& pen, std::string label, const std::optional<Decimal>& points) {
  if (!points) return label;
  return std::move(label) + pen.Say(words::Phrase{"（{} 分）", " ({} pts)"}, {points->ToString()});
}

void Choices(Pen& pen, const Item& item) {
  std::vector<std::string> labels;
  if (item.type == ItemType::kYesNoNa && item.options.empty()) {
    labels = {words::ChoiceText(item, model::kYes, pen.reader()),
              words::ChoiceText(item, model::kNo, pen.reader())};
  }
  for (const model::Option& option : item.options)
    labels.push_back(
        WithPoints(pen, words::ChoiceText(item, option.code, pen.reader()), option.points));
  if (item.type == ItemType::kMultipleChoice) {
    pen.Answer(pen.Say(words::Phrase{"（可多选）", "(any number)"}), "small");
    labels.push_back(words::ChoiceText(item, model::kNoneOfThese, pen.reader()));
  }
  Boxes(pen, labels);
}

std::string DeductionLine(const Pen& pen, const model::Deduction& deduction) {
  const std::string& label = pen.Say(deduction.label);
  const std::string points = deduction.points.ToString();
  const std::string cap = deduction.cap ? deduction.cap->ToString() : "";
  const words::Phrase sign = deduction.bonus ? words::Phrase{"加", "+"} : words::Phrase{"扣", "−"};
  const std::string most =
      cap.empty() ? "" : pen.Say(words::Phrase{"，至多 {} 分", ", at most {}"}, {cap});
  switch (deduction.kind) {
    case model::DeductionKind::kEach:
      if (deduction.max_count == 1)
        return std::string(kBox) + label +
               pen.Say(words::Phrase{"（{} {} 分）", " ({}{})"}, {pen.Say(sign), points});
      return label + pen.Say(words::Phrase{"：{} 处（每处{} {} 分{}）", ": {} × ({}{}{})"},
                             {kTinyLine, pen.Say(sign), points, most});
    case model::DeductionKind::kDiscretionary:
      return label + pen.Say(words::Phrase{"：{} {} 分（酌情{}）", ": {} {} (at discretion{})"},
                             {pen.Say(sign), kTinyLine, most});
    default:
      break;
  }
  const std::string due =
      deduction.standard ? deduction.standard->ToString() : std::string(kTinyLine);
  const std::string step =
      deduction.kind == model::DeductionKind::kPerMissingUnit ? "1" : deduction.step.ToString();
  return label + pen.Say(words::Phrase{"：实有 {}，应有 {}（每差 {} {} {} 分{}）",
                                       ": {} of {} (each {}: {}{}{})"},
                         {kTinyLine, due, step, pen.Say(sign), points, most});
}

void Deductions(Pen& pen, const Item& item) {
  for (const model::Deduction& deduction : item.deductions)
    pen.Answer(DeductionLine(pen, deduction));
  std::vector<std::string> words{words::ChoiceText(item, model::kFullMarks, pen.reader())};
  if (item.allows_not_occurred)
    words.push_back(words::ChoiceText(item, model::kNotOccurred, pen.reader()));
  if (item.allows_no_evidence)
    words.push_back(words::ChoiceText(item, model::kNoEvidence, pen.reader()));
  Boxes(pen, words);
}

void Grade(Pen& pen, const Item& item) {
  std::vector<std::string> marks;
  for (const std::string_view mark : {"A", "B", "C", "D"})
    marks.push_back(words::ChoiceText(item, mark, pen.reader()));
  if (item.allows_not_applicable)
    marks.push_back(words::ChoiceText(item, model::kGradeNotApplicable, pen.reader()));
  Boxes(pen, marks);
  if (item.allows_not_applicable)
    NamedLine(pen, pen.Say(model::FieldLabel(item, model::kBasisField)));
}

void Fields(Pen& pen, const Item& item) {
  for (const std::string& field : model::OwnFields(item)) {
    std::string label = pen.Say(model::FieldLabel(item, field));
    if (item.type == ItemType::kStages) {
      pen.html.Open("div").Text(label + std::string(pen.Say(words::Phrase{"：", ": "})));
      pen.html.Element("span", pen.Say(kDayToFill), {{"class", "value"}}).Close("div");
      continue;
    }
    if (field == model::kReportedField) {
      const std::string unit = words::RatioUnit(item, pen.reader());
      if (!unit.empty()) label += pen.Say(words::Phrase{"（{}）", " ({})"}, {unit});
    }
    NamedLine(pen, label);
  }
}

void Body(Pen& pen, const Item& item) {
  switch (item.type) {
    case ItemType::kNote:
    case ItemType::kGroup:
    case ItemType::kTable:
    case ItemType::kRepeat:
      return;
    case ItemType::kYesNoNa:
    case ItemType::kSingleChoice:
    case ItemType::kMultipleChoice:
      return Choices(pen, item);
    case ItemType::kRank:
      pen.Answer(pen.Say(words::Phrase{"（填写名次）", "(write the place)"}), "small");
      for (const model::Option& option : item.options)
        pen.Answer("（　　）" + words::ChoiceText(item, option.code, pen.reader()));
      return;
    case ItemType::kAcknowledge:
      return Boxes(pen, {words::ChoiceText(item, model::kAcknowledged, pen.reader())});
    case ItemType::kDeductions:
      return Deductions(pen, item);
    case ItemType::kGrade:
      return Grade(pen, item);
    case ItemType::kRatio:
    case ItemType::kStages:
      return Fields(pen, item);
    case ItemType::kInteger:
    case ItemType::kDecimal:
      pen.Answer(std::string(kShortLine) + " " + pen.Say(item.unit));
      return;
    case ItemType::kDate:
      return pen.Answer(pen.Say(kDayToFill));
    case ItemType::kTime:
      return pen.Answer(pen.Say(kClock));
    case ItemType::kDateTime:
      pen.Answer(std::string(pen.Say(kDayToFill)) + " " + std::string(pen.Say(kClock)));
      return;
    case ItemType::kPhoto:
    case ItemType::kFile:
    case ItemType::kAudio:
    case ItemType::kVideo:
      return pen.Answer(pen.Say(words::Phrase{"附 {} 件，编号：{}", "Files: {}, numbered: {}"},
                                {kTinyLine, kShortLine}));
    case ItemType::kSignature:
      pen.html.Element("div", "", {{"class", "sign-box"}});
      return;
    case ItemType::kPosition:
    case ItemType::kTrace:
    case ItemType::kShape:
      NamedLine(pen, pen.Say(words::Phrase{"纬度", "Latitude"}));
      return NamedLine(pen, pen.Say(words::Phrase{"经度", "Longitude"}));
    case ItemType::kLongText:  // in the full width below
      return pen.Answer(pen.Say(words::Phrase{"写在下方", "Write below"}), "small");
    default:
      Line(pen);
      return Fields(pen, item);
  }
}

Entry BlankEntry(const Item& item) {
  Entry entry;
  entry.item = &item;
  const auto children = [&] {
    std::vector<Entry> entries;
    for (const Item& child : item.children) entries.push_back(BlankEntry(child));
    return entries;
  };
  if (!model::HasInstances(item.type)) {
    entry.children = children();
    return entry;
  }
  std::uint32_t count = kBlankInstances;
  if (item.type == ItemType::kTable) count = static_cast<std::uint32_t>(item.rows.size());
  if (item.type == ItemType::kRepeat && item.max_instances > 0)
    count = static_cast<std::uint32_t>(std::min<std::int64_t>(count, item.max_instances));
  for (std::uint32_t number = 1; number <= count; ++number)
    entry.instances.push_back({number, children()});
  return entry;
}

Part BlankPart(const model::Section& section) {
  Part part;
  part.section = &section;
  for (const Item& item : section.items) part.entries.push_back(BlankEntry(item));
  for (const model::Section& inner : section.sections) part.parts.push_back(BlankPart(inner));
  return part;
}

}  // namespace

void DrawBlank(Pen& pen, const Item& item) {
  Body(pen, item);
  const bool absent =
      item.allows_not_applicable && model::IsAsked(item.type) && item.type != ItemType::kGrade;
  if (absent) Boxes(pen, {words::ChoiceText(item, model::kNotApplicable, pen.reader())});
}

Report BlankReport(const model::Form& form, std::int64_t printed_at_ms) {
  Report report;
  report.purpose = Purpose::kBlank;
  report.form = &form;
  report.printed_at_ms = printed_at_ms;
  for (const Item& item : form.attributes) report.attributes.push_back(BlankEntry(item));
  for (const model::Section& section : form.sections) report.parts.push_back(BlankPart(section));
  return report;
}

}  // namespace pingshen::report
