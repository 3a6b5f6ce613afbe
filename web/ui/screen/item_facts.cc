#include "web/ui/screen/item_facts.h"

#include <algorithm>
#include <charconv>

#include "core/model/item_fields.h"
#include "web/ui/words/strings_items.h"
#include "web/ui/words/time_text.h"

namespace pingshen::ui {
namespace {

// Calls `visit(word)` for each word of an appearance until it returns true.
template <typename Visit>
bool AnyWord(std::string_view appearance, Visit visit) {
  for (std::size_t at = 0; at < appearance.size();) {
    const std::size_t end = std::min(appearance.find(' ', at), appearance.size());
    if (end > at && visit(appearance.substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

std::string_view FixedWord(const Frame& frame, const model::Item& item, std::string_view code) {
  if (item.type == model::ItemType::kGrade) {
    if (code == "A") return frame.Say(say::kMarkA);
    if (code == "B") return frame.Say(say::kMarkB);
    if (code == "C") return frame.Say(say::kMarkC);
    if (code == "D") return frame.Say(say::kMarkD);
    if (code == "E") return frame.Say(say::kMarkE);
  }
  if (code == model::kYes) return frame.Say(say::kYes);
  if (code == model::kNo) return frame.Say(say::kNo);
  if (code == model::kNotApplicable) return frame.Say(say::kNotApplicable);
  if (code == model::kFullMarks) return frame.Say(say::kNothingToDeduct);
  if (code == model::kNotOccurred) return frame.Say(say::kNotOccurred);
  if (code == model::kNoEvidence) return frame.Say(say::kNoEvidence);
  if (code == model::kNoneOfThese) return frame.Say(say::kNoneOfThese);
  if (code == model::kAcknowledged) return frame.Say(say::kAcknowledge);
  return code;
}

std::string CodesText(const Frame& frame, const model::Item& item, const model::Value& value) {
  std::string out;
  for (const std::string& code : value.Codes()) {
    if (!out.empty()) out += frame.language == Language::kEnglish ? ", " : "、";
    const model::Option* option = item.options.Find(code);
    if (option != nullptr && !option->label.empty()) {
      out += frame.Say(option->label);
    } else {
      out += FixedWord(frame, item, code);
    }
  }
  return out;
}

}  // namespace

bool IsRequired(const evaluation::ItemState& state) { return state.required; }
bool IsBroken(const evaluation::ItemState& state) {
  return std::ranges::any_of(state.findings, [](const model::Finding& finding) {
    return finding.kind != model::FindingKind::kMissing;
  });
}
bool IsReadOnly(const evaluation::ItemState& state) {
  return state.read_only || state.item->type == model::ItemType::kCalculated;
}
bool MayNotApply(const evaluation::ItemState& state) { return state.item->allows_not_applicable; }

std::vector<const model::Option*> OptionsOf(const ScreenContext& context,
                                            const evaluation::ItemState& state,
                                            const model::Value& chosen) {
  const model::Item& item = *state.item;
  std::vector<const model::Option*> options;
  options.reserve(item.options.size());
  if (item.choice_filter.empty() || context.view.open->instance == nullptr) {
    for (const model::Option& option : item.options) options.push_back(&option);
    return options;
  }
  const std::vector<std::uint32_t> offered =
      context.view.open->instance->OfferedOptions(state.path);
  std::uint32_t index = 0;
  for (const model::Option& option : item.options) {
    if (std::ranges::binary_search(offered, index++) || chosen.HasCode(option.code))
      options.push_back(&option);
  }
  return options;
}

model::Value ShownValue(const ScreenContext& context, const evaluation::ItemState& state) {
  const evaluation::FormInstance* instance = context.view.open->instance;
  if (!state.item->calculation.empty() && instance != nullptr)
    return model::Value::Make(model::ValueKind::kText, instance->Calculated(state.path))
        .value_or(model::Value());
  return context.view.open->answers->At(state.path);
}

bool IsDefault(const ScreenContext& context, const evaluation::ItemState& state) {
  std::string_view literal = state.item->default_expression.text;
  const std::string& answer = context.view.open->answers->At(state.path).text();
  if (literal.size() >= 2 && (literal.front() == '\'' || literal.front() == '"') &&
      literal.back() == literal.front())
    literal = literal.substr(1, literal.size() - 2);
  return !answer.empty() && literal == answer;
}

bool Appears(const model::Item& item, std::string_view word) {
  return AnyWord(item.appearance, [&](std::string_view each) { return each == word; });
}

int AppearanceNumber(const model::Item& item, std::string_view word) {
  int number = 0;
  AnyWord(item.appearance, [&](std::string_view each) {
    if (!each.starts_with(word)) return false;
    const std::string_view digits = each.substr(word.size());
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return parsed.ec == std::errc() && parsed.ptr == digits.data() + digits.size();
  });
  return number;
}

std::string ValueText(const Frame& frame, const model::Item& item, std::string_view field,
                      const model::Value& value) {
  switch (value.kind()) {
    case model::ValueKind::kEmpty:
      return {};
    case model::ValueKind::kChoice:
      if (!field.empty()) {
        if (value.HasCode(model::kYes)) return std::string(frame.Say(say::kMet));
        if (value.HasCode(model::kNo)) return std::string(frame.Say(say::kNotMet));
      }
      return CodesText(frame, item, value);
    case model::ValueKind::kChoices:
    case model::ValueKind::kRanking:
      return CodesText(frame, item, value);
    case model::ValueKind::kTime:
      return TimeShown(value.text());
    case model::ValueKind::kDateTime:
      return DateTimeShown(value.text(), frame.input.utc_offset_minutes);
    case model::ValueKind::kAttachments:
      return Fill(frame.Say(say::kAttachments), std::to_string(value.Attachments().size()));
    case model::ValueKind::kPosition: {
      const std::vector<std::string> points = value.Points();
      if (points.size() == 1) return points.front();
      return Fill(frame.Say(say::kPointCount), std::to_string(points.size()));
    }
    default:
      break;
  }
  const std::string& unit = frame.Say(item.unit);
  return field.empty() && !unit.empty() ? value.text() + " " + unit : value.text();
}

}  // namespace pingshen::ui
