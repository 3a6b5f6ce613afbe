#include "core/evaluation/figure_table.h"

#include <algorithm>
#include <set>

namespace pingshen::evaluation {
namespace {

using model::ValueKind;

struct Names {
  std::set<std::string>& out;
  void operator()(const model::PartsCheck& check) const {
    out.insert(check.total);
    out.insert(check.parts.begin(), check.parts.end());
  }
  void operator()(const model::ChainCheck& check) const {
    out.insert(check.figures.begin(), check.figures.end());
  }
  void operator()(const model::PeriodCheck& check) const { out.insert({check.now, check.before}); }
  void operator()(const model::StagesExplanation& check) const {
    out.insert(check.reached.begin(), check.reached.end());
  }
  void operator()(const model::DatesCheck& check) const {
    out.insert(check.items.begin(), check.items.end());
  }
};

}  // namespace

grading::ReportedFigure FigureAt(const FormInstance& instance, const std::string& name) {
  grading::ReportedFigure reported;
  const std::size_t colon = name.find(':');
  const std::string code = name.substr(0, colon);
  reported.path =
      model::FieldPath::Of(code, colon == std::string::npos ? "" : name.substr(colon + 1));
  const model::Item* item = instance.form().FindItem(code);
  if (item == nullptr || !instance.IsRelevant(code, {})) return reported;
  reported.label = item->label;
  const model::Value& value = instance.answers().At(reported.path);
  if (value.kind() == ValueKind::kDate) {
    reported.date = value.text();
  } else if (const auto number = value.AsDecimal()) {
    // The unit on the form may itself say 万元.
    reported.figure =
        grading::ReadFigure(number->ToString() + item->unit.In(Language::kChinese), "-2");
    if (!reported.figure.given() && *number != Decimal::FromInteger(-2))
      reported.figure = grading::GivenFigure(*number);
    if (*number == Decimal::FromInteger(-2))
      reported.figure.state = grading::FigureState::kNotCarriedOut;
  } else if (value.kind() == ValueKind::kChoice) {
    reported.figure.state = grading::FigureState::kMissing;
  } else {
    reported.figure = grading::ReadFigure(value.text());
  }
  return reported;
}

grading::FigureTable FiguresOf(const FormInstance& instance) {
  std::set<std::string> names;
  for (const model::FigureCheck& check : instance.form().form.checks)
    std::visit(Names{names}, check.rule);
  grading::FigureTable table;
  for (const std::string& name : names) table.emplace(name, FigureAt(instance, name));
  return table;
}

grading::RateFigures RateOf(const FormInstance& instance, const ItemState& state) {
  grading::RateFigures rate;
  rate.path = state.path;
  rate.label = state.item->label;
  rate.per = state.item->per;
  const auto field = [&](std::string_view name) {
    model::FieldPath path = state.path;
    path.field = name;
    return grading::ReadFigure(instance.answers().At(path).text());
  };
  rate.numerator = field(model::kNumeratorField);
  rate.denominator = field(model::kDenominatorField);
  rate.reported = field(model::kReportedField);
  rate.decimals = state.item->decimals;
  // More places than the form asks for are as good as stated.
  if (rate.decimals && rate.reported.given())
    rate.decimals = std::max(*rate.decimals, rate.reported.places);
  return rate;
}

namespace {

// Every relevant ratio item, in form order, those inside groups and instances, too.
void CollectRatios(const ItemState& state, std::vector<const ItemState*>& out) {
  if (!state.relevant) return;
  if (state.item->type == model::ItemType::kRatio) out.push_back(&state);
  for (const ItemState& child : state.children) CollectRatios(child, out);
  for (const ItemState::Instance& instance : state.instances)
    for (const ItemState& child : instance.children) CollectRatios(child, out);
}
void CollectRatios(const SectionState& section, std::vector<const ItemState*>& out) {
  for (const ItemState& item : section.items) CollectRatios(item, out);
  for (const SectionState& inner : section.sections) CollectRatios(inner, out);
}

bool HasRatio(const model::Item& item) {
  return item.type == model::ItemType::kRatio || std::ranges::any_of(item.children, HasRatio);
}
bool HasRatio(const SectionState& section) {
  return std::ranges::any_of(section.items,
                             [](const ItemState& state) { return HasRatio(*state.item); }) ||
         HasRatios(section.sections);
}

}  // namespace

bool HasRatios(const std::vector<SectionState>& sections) {
  return std::ranges::any_of(sections, [](const SectionState& s) { return HasRatio(s); });
}

std::vector<model::FigureFinding> FindInFigures(const FormInstance& instance,
                                                const std::vector<SectionState>& sections) {
  std::vector<const ItemState*> states;
  for (const SectionState& section : sections) CollectRatios(section, states);
  std::vector<grading::RateFigures> rates;
  for (const ItemState* state : states) rates.push_back(RateOf(instance, *state));
  return grading::CheckFigures(rates, instance.form().form.checks, FiguresOf(instance));
}

}  // namespace pingshen::evaluation
