#include "core/report/answer_part.h"

#include <algorithm>

#include "core/model/item_fields.h"
#include "core/report/blank_part.h"
#include "core/report/pen.h"

namespace pingshen::report {
namespace {

using model::Item;
using model::ItemType;
using model::Value;
using model::ValueKind;

constexpr words::Phrase kOpen{"未填", "Not filled in"};
constexpr words::Phrase kOpenRequired{"未填（必填）", "Not filled in (required)"};
constexpr words::Phrase kIncomplete{"（未填完整）", " (incomplete)"};
constexpr words::Phrase kNamed{"{}：{}", "{}: {}"};
constexpr words::Phrase kNotMarked{"未评定", "No mark yet"};
constexpr words::Phrase kApproval{"批准依据：{}", "Approval: {}"};
constexpr words::Phrase kNoApproval{"批准依据：未写明", "Approval: not stated"};
constexpr words::Phrase kTakenOff{"扣 {} 分", "−{}"};
constexpr words::Phrase kGiven{"加 {} 分", "+{}"};
constexpr words::Phrase kTimes{"{}：{} 处，{}", "{}: {} ×, {}"};
constexpr words::Phrase kOfStandard{"{}：实有 {}，应有 {}，{}", "{}: {} of {}, {}"};
constexpr words::Phrase kComputed{"计算值 {}{}（{} ÷ {}）", "Computed {}{} ({} ÷ {})"};
constexpr words::Phrase kNoDivision{"分母为 0，无法计算", "The denominator is 0"};
constexpr words::Phrase kNotReached{"未达到", "Not reached"};
constexpr words::Phrase kEntries{"共 {} 条，见下", "{} entries, see below"};
constexpr words::Phrase kNoEntries{"无记录", "No entries"};
constexpr words::Phrase kRows{"见下表", "See the table below"};
constexpr words::Phrase kFiles{"附件 {} 件，见下", "{} file(s), see below"};
constexpr words::Phrase kEvidence{"佐证材料 {} 件，见下", "Evidence: {} file(s), see below"};
constexpr words::Phrase kRemark{"备注：{}", "Note: {}"};
constexpr words::Phrase kWrong{"※ {}", "※ {}"};

void DrawOpen(Pen& pen, const Entry& entry) {
  if (!entry.item->calculation.empty()) return pen.Answer("—");  // follows from others
  pen.Answer(pen.Say(entry.required ? kOpenRequired : kOpen), "open");
}

// A short value is not broken.
void DrawNamed(Pen& pen, std::string_view name, std::string_view value) {
  pen.html.Open("div", {{"class", "answer"}}).Text(pen.Say(kNamed, {name, ""}));
  pen.html.Element("span", value, {{"class", "value"}}).Close("div");
}

void DrawGrade(Pen& pen, const Entry& entry) {
  if (entry.value.HasCode(model::kGradeNotApplicable)) {
    pen.Answer(words::ChoiceText(*entry.item, model::kGradeNotApplicable, pen.reader()), "mark");
    const Value& basis = FieldOf(entry, model::kBasisField);
    pen.Answer(basis.empty() ? std::string(pen.Say(kNoApproval))
                             : pen.Say(kApproval, {basis.text()}));
    return;
  }
  if (entry.mark) {
    pen.Answer(words::ChoiceText(*entry.item, model::MarkName(*entry.mark), pen.reader()), "mark");
  } else if (!entry.item->sub_points.empty() && !entry.fields.empty()) {
    pen.Answer(pen.Say(kNotMarked), "open");
  } else {
    DrawOpen(pen, entry);
  }
}

std::string WeightText(const Pen& pen, const Entry& entry, const model::Deduction& deduction) {
  const auto found =
      std::ranges::find(entry.taken, deduction.code, &std::pair<std::string, Decimal>::first);
  const std::string amount = found == entry.taken.end() ? "0" : found->second.ToString();
  return pen.Say(deduction.bonus ? kGiven : kTakenOff, {amount});
}

void DrawDeductions(Pen& pen, const Entry& entry) {
  for (const model::Deduction& deduction : entry.item->deductions) {
    const Value& value = FieldOf(entry, deduction.code);
    const Value& due = FieldOf(entry, model::DueField(deduction.code));
    if (value.empty() && due.empty()) continue;
    const std::string& label = pen.Say(deduction.label);
    const std::string weight = WeightText(pen, entry, deduction);
    switch (deduction.kind) {
      case model::DeductionKind::kEach:
        if (deduction.max_count == 1 || value.AsDecimal() == Decimal()) {
          DrawNamed(pen, label, weight);
        } else {
          pen.Answer(pen.Say(kTimes, {label, value.text(), weight}));
        }
        break;
      case model::DeductionKind::kDiscretionary:
        DrawNamed(pen, label, weight);
        break;
      default:
        pen.Answer(pen.Say(kOfStandard, {label, value.empty() ? "—" : value.text(),
                                         deduction.standard ? deduction.standard->ToString()
                                         : due.empty()      ? "—"
                                                            : due.text(),
                                         weight}));
    }
  }
}

void DrawRatio(Pen& pen, const Entry& entry) {
  const Item& item = *entry.item;
  for (const std::string& field : model::OwnFields(item)) {
    const Value& value = FieldOf(entry, field);
    if (!value.empty())
      DrawNamed(pen, pen.Say(model::FieldLabel(item, field)),
                words::FieldText(item, field, value, pen.reader()));
  }
  const auto numerator = FieldOf(entry, model::kNumeratorField).AsDecimal();
  const auto denominator = FieldOf(entry, model::kDenominatorField).AsDecimal();
  const auto per = item.per.ToInteger();
  if (!numerator || !denominator || !per) return;
  constexpr int kPlaces = 2;
  const std::string rate =
      model::Fraction{*numerator, *denominator}.Display(item.decimals.value_or(kPlaces), *per);
  pen.Answer(rate.empty() ? std::string(pen.Say(kNoDivision))
                          : pen.Say(kComputed, {rate, words::RatioUnit(item, pen.reader()),
                                                numerator->ToString(), denominator->ToString()}));
}

void DrawStages(Pen& pen, const Entry& entry) {
  for (const model::CodedLabel& stage : entry.item->stages) {
    const Value& date = FieldOf(entry, stage.code);
    DrawNamed(pen, pen.Say(stage.label),
              date.empty() ? std::string(pen.Say(kNotReached))
                           : words::DateText(date.text(), pen.language()));
  }
}

// The own fields of a person or an institution, below the name.
void DrawFields(Pen& pen, const Entry& entry) {
  for (const std::string& field : model::OwnFields(*entry.item)) {
    const Value& value = FieldOf(entry, field);
    if (!value.empty())
      DrawNamed(pen, pen.Say(model::FieldLabel(*entry.item, field)),
                words::FieldText(*entry.item, field, value, pen.reader(),
                                 pen.options().identity_numbers));
  }
}

bool HasParts(const Entry& entry) {
  return std::ranges::any_of(entry.fields, [&](const auto& field) {
    return model::IsAnswerPart(*entry.item, field.first);
  });
}

// Whether a word stands instead of the parts: 不适用, 无扣分, 未发生 …
bool IsWholeWord(const Entry& entry) {
  return entry.value.kind() == ValueKind::kChoice &&
         (model::AnswerKind(entry.item->type) != ValueKind::kChoice ||
          entry.item->type == ItemType::kDeductions || entry.item->type == ItemType::kRepeat);
}

void DrawValue(Pen& pen, const Entry& entry) {
  const Item& item = *entry.item;
  if (model::HasInstances(item.type) && !entry.instances.empty()) {
    pen.Answer(item.type == ItemType::kTable
                   ? std::string(pen.Say(kRows))
                   : pen.Say(kEntries, {std::to_string(entry.instances.size())}));
    return;
  }
  if (item.type == ItemType::kGrade) return DrawGrade(pen, entry);
  if (IsWholeWord(entry)) {
    pen.Answer(words::AnswerText(item, entry.value, pen.reader()));
    if (!HasParts(entry)) return;
  }
  if (entry.value.empty() && !HasParts(entry)) {
    if (item.type == ItemType::kRepeat && !entry.required) {
      pen.Answer(pen.Say(kNoEntries));
    } else {
      DrawOpen(pen, entry);
    }
    return;
  }
  switch (item.type) {
    case ItemType::kDeductions:
      return DrawDeductions(pen, entry);
    case ItemType::kRatio:
      return DrawRatio(pen, entry);
    case ItemType::kStages:
      return DrawStages(pen, entry);
    default:
      break;
  }
  if (entry.value.kind() == ValueKind::kAttachments) {
    pen.Answer(pen.Say(kFiles, {std::to_string(entry.value.Attachments().size())}));
    return;
  }
  const std::string text =
      words::AnswerText(item, entry.value, pen.reader(), pen.options().identity_numbers);
  const bool below = item.type == ItemType::kLongText;  // in the full width
  if (!text.empty() && !below) pen.Answer(text);
  if (below) pen.Answer(pen.Say(words::Phrase{"见下", "See below"}));
  DrawFields(pen, entry);
}

}  // namespace

const Value& FieldOf(const Entry& entry, std::string_view field) {
  static const Value kNone;
  const auto found = std::ranges::find(entry.fields, field, &std::pair<std::string, Value>::first);
  return found == entry.fields.end() ? kNone : found->second;
}

void DrawAnswer(Pen& pen, const Entry& entry) {
  if (pen.blank()) return DrawBlank(pen, *entry.item);
  DrawValue(pen, entry);
  const bool partly = entry.item->calculation.empty() && !entry.answered &&
                      (!entry.value.empty() || HasParts(entry)) &&
                      model::IsAsked(entry.item->type) && entry.item->type != ItemType::kGrade;
  if (partly) pen.Answer(pen.Say(kIncomplete), "open");
  const Value& evidence = FieldOf(entry, model::kEvidenceField);
  if (!evidence.empty())
    pen.Answer(pen.Say(kEvidence, {std::to_string(evidence.Attachments().size())}));
  if (const Value& note = FieldOf(entry, model::kNoteField); !note.empty())
    pen.Answer(pen.Say(kRemark, {note.text()}), "note");
  for (const model::Text& remark : entry.remarks)
    pen.Answer(pen.Say(kWrong, {pen.Say(remark)}), "open");
}

}  // namespace pingshen::report
