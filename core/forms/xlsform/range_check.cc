#include "core/forms/xlsform/range_check.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/base/decimal.h"

namespace pingshen::forms::xlsform {
namespace {

constexpr auto kRangeKeys = std::to_array<std::string_view>(
    {"end", "placeholder", "start", "step", "tick_interval", "tick_labelset"});

Decimal Distance(const Decimal& a, const Decimal& b) { return a < b ? b - a : a - b; }

// a is a whole multiple of b.
bool IsMultiple(const Decimal& a, const Decimal& b) {
  const auto quotient = a.DividedBy(b, 0);
  const auto product = quotient ? quotient->Times(b) : std::nullopt;
  return product == a;
}

}  // namespace

std::string RangeParameter(const Node& node, std::string_view key) {
  if (const auto found = node.parameters.find(key); found != node.parameters.end())
    return found->second;
  return key == "end" ? "10" : key == "start" || key == "step" ? "1" : "";
}

void CheckRange(const Draft& draft, const Node& node, const Cell& cell, Messages& messages) {
  bool good = true;
  const auto refuse = [&](std::string_view what) {
    messages.Error(ErrorCode::ERR_XLSFORM_PARAMETER, cell, std::string(what));
    good = false;
  };
  for (const auto& [key, value] : node.parameters)
    if (std::find(kRangeKeys.begin(), kRangeKeys.end(), key) == kRangeKeys.end()) {
      messages.Error(ErrorCode::ERR_XLSFORM_PARAMETER_UNKNOWN, cell, key);
      good = false;
    }
  const bool ticks = node.parameters.contains("tick_interval") ||
                     node.parameters.contains("placeholder") ||
                     node.parameters.contains("tick_labelset");
  if (ticks && !node.appearance.empty() && node.appearance != "vertical" &&
      node.appearance != "no-ticks" && node.appearance != "vertical no-ticks" &&
      node.appearance != "no-ticks vertical")
    refuse("appearance=" + node.appearance);

  std::map<std::string_view, Decimal> numbers;
  for (const std::string_view key : kRangeKeys) {
    const std::string text = RangeParameter(node, key);
    if (key == "tick_labelset" || text.empty()) continue;
    const auto number = Decimal::Parse(text);
    if (!number) {
      refuse(std::string(key) + "=" + text);
    } else {
      numbers.emplace(key, *number);
    }
  }
  if (!good) return;

  const Decimal start = numbers.at("start");
  const Decimal end = numbers.at("end");
  const Decimal step = numbers.at("step");
  const Decimal zero = Decimal::FromInteger(0);
  const Decimal width = Distance(start, end);
  const auto named = [&](std::string_view key) {
    return std::string(key) + "=" + RangeParameter(node, key);
  };
  if (step == zero || step > width) return refuse(named("step"));
  std::optional<Decimal> interval;
  if (numbers.contains("tick_interval")) {
    interval = numbers.at("tick_interval");
    if (*interval == zero || *interval > width || !IsMultiple(*interval, step))
      return refuse(named("tick_interval"));
  }
  const auto outside = [&](const Decimal& value) {
    return value < std::min(start, end) || value > std::max(start, end);
  };
  if (numbers.contains("placeholder")) {
    const Decimal placeholder = numbers.at("placeholder");
    if (outside(placeholder) || !IsMultiple(placeholder - start, step))
      return refuse(named("placeholder"));
  }
  const std::string labels = RangeParameter(node, "tick_labelset");
  if (labels.empty()) return;
  const ChoiceList* list = draft.FindList(labels);
  if (list == nullptr) return refuse(named("tick_labelset"));
  std::vector<Decimal> values;
  for (const Choice& choice : list->choices) {
    const auto value = Decimal::Parse(choice.name);
    if (!value || outside(*value) || !IsMultiple(*value - start, interval.value_or(step)))
      return refuse("tick_labelset, " + choice.name);
    if (std::find(values.begin(), values.end(), *value) == values.end()) values.push_back(*value);
  }
  if (node.appearance.find("no-ticks") != std::string::npos &&
      (values.size() != 2 || std::find(values.begin(), values.end(), start) == values.end() ||
       std::find(values.begin(), values.end(), end) == values.end()))
    refuse(named("tick_labelset"));
}

}  // namespace pingshen::forms::xlsform
