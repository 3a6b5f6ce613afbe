#include "core/grading/figure_check.h"

#include <algorithm>

namespace pingshen::grading {
namespace {

using model::FigureFinding;

const Decimal kZero;

class Checker {
 public:
  Checker(std::span<const RateFigures> rates, const FigureTable& table)
      : rates_(rates), table_(table) {}

  std::vector<FigureFinding> Run(std::span<const model::FigureCheck> checks) {
    for (const RateFigures& rate : rates_) {
      std::vector<FigureFinding> found = CheckRate(rate);
      const bool any = !found.empty();
      findings_.insert(findings_.end(), found.begin(), found.end());
      if (any) Explain(rate, checks);
    }
    Unreadable();
    for (const model::FigureCheck& check : checks) {
      check_ = &check;
      std::visit([&](const auto& rule) { Check(rule); }, check.rule);
    }
    return std::move(findings_);
  }

 private:
  const ReportedFigure* Find(const std::string& name) const {
    const auto found = table_.find(name);
    return found == table_.end() ? nullptr : &found->second;
  }
  Figure FigureOf(const std::string& name) const {
    const ReportedFigure* reported = Find(name);
    return reported == nullptr ? Figure() : reported->figure;
  }

  void Explain(const RateFigures& rate, std::span<const model::FigureCheck> checks) {
    for (const model::FigureCheck& check : checks) {
      const auto* stages = std::get_if<model::StagesExplanation>(&check.rule);
      if (stages == nullptr || stages->ratio != rate.path.item) continue;
      std::vector<Figure> reached;
      for (const std::string& name : stages->reached) reached.push_back(FigureOf(name));
      if (auto note = ExplainByStages(rate, reached)) findings_.push_back(std::move(*note));
    }
  }

  void Unreadable() {
    for (const auto& [name, reported] : table_) {
      if (reported.figure.state != FigureState::kUnreadable || !reported.date.empty()) continue;
      Add("FIG_UNREADABLE", name, {}, "填报内容不是数字，未参与计算。",
          "the entry is no figure and was not counted.");
    }
  }

  // `at`: the figure to look at.
  FigureFinding& Add(std::string code, const std::string& at,
                     std::vector<FigureFinding::Figure> figures, const std::string& zh,
                     const std::string& en) {
    FigureFinding& finding = findings_.emplace_back();
    finding.code = std::move(code);
    const ReportedFigure* reported = Find(at);
    if (reported != nullptr) finding.path = reported->path;
    const model::Text* label = check_ != nullptr && !check_->label.empty() ? &check_->label
                               : reported != nullptr                       ? &reported->label
                                                                           : nullptr;
    if (label != nullptr && !label->empty()) {
      finding.sentence.zh = "“" + label->In(Language::kChinese) + "”：";
      finding.sentence.en = label->In(Language::kEnglish) + ": ";
    }
    finding.sentence.zh += zh;
    finding.sentence.en += en;
    finding.figures = std::move(figures);
    return finding;
  }

  void Check(const model::PartsCheck& rule) {
    const Figure total = FigureOf(rule.total);
    std::vector<Figure> parts;
    std::vector<FigureFinding::Figure> figures;
    std::string written;
    if (total.given()) figures.push_back({rule.total, total.value.ToString()});
    for (const std::string& name : rule.parts) {
      parts.push_back(FigureOf(name));
      if (!parts.back().given()) continue;
      figures.push_back({name, parts.back().value.ToString()});
      written += (written.empty() ? "" : " + ") + parts.back().value.ToString();
    }
    const auto sum = SumFigures(parts);
    if (!sum ||
        (total.given() && !sum->unit.empty() && !total.unit.empty() && total.unit != sum->unit)) {
      Add("FIG_UNITS", rule.total, std::move(figures), "各项数字的单位不同，不能相加。",
          "the figures have different units and cannot be added up.");
      return;
    }
    if (!total.given() || written.empty()) return;
    const Decimal difference = total.value - sum->sum;
    if (sum->complete ? difference.IsZero() : !difference.IsNegative()) return;
    const std::string sums = total.value.ToString() + " ≠ " + written;
    figures.push_back({"sum", sum->sum.ToString()});
    figures.push_back({"difference", difference.ToString()});
    if (sum->complete)
      Add("FIG_PARTS_SUM", rule.total, std::move(figures),
          sums + "（各项合计 " + sum->sum.ToString() + "，相差 " + difference.ToString() + "）。",
          sums + " (the parts give " + sum->sum.ToString() + ", " + difference.ToString() +
              " unexplained).");
    else
      Add("FIG_PARTS_LARGER", rule.total, std::move(figures),
          "已填各项合计 " + sum->sum.ToString() + " 已超过总数 " + total.value.ToString() + "。",
          "the parts given add up to " + sum->sum.ToString() + ", more than the total " +
              total.value.ToString() + ".");
  }

  void Check(const model::ChainCheck& rule) {
    const std::string* before = nullptr;
    for (const std::string& name : rule.figures) {
      const Figure figure = FigureOf(name);
      if (!figure.given()) continue;
      if (before != nullptr) Compare(*before, name);
      before = &name;
    }
  }
  void Compare(const std::string& before, const std::string& after) {
    const Figure high = FigureOf(before);
    const Figure low = FigureOf(after);
    std::vector<FigureFinding::Figure> figures = {{before, high.value.ToString()},
                                                  {after, low.value.ToString()}};
    if (!high.unit.empty() && !low.unit.empty() && high.unit != low.unit) {
      Add("FIG_UNITS", after, std::move(figures), "前后数字的单位不同，不能比较。",
          "the figures have different units and cannot be compared.");
      return;
    }
    if (low.value <= high.value) return;
    const auto label = [&](const std::string& name, Language language) {
      const ReportedFigure* reported = Find(name);
      return reported == nullptr || reported->label.empty() ? name : reported->label.In(language);
    };
    Add("FIG_CHAIN", after, std::move(figures),
        label(after, Language::kChinese) + " " + low.value.ToString() + " 大于 " +
            label(before, Language::kChinese) + " " + high.value.ToString() + "。",
        label(after, Language::kEnglish) + " " + low.value.ToString() + " is above " +
            label(before, Language::kEnglish) + " " + high.value.ToString() + ".");
  }

  void Check(const model::PeriodCheck& rule) {
    const Figure now = FigureOf(rule.now);
    const Figure before = FigureOf(rule.before);
    if (!now.given() || !before.given()) return;
    std::vector<FigureFinding::Figure> figures = {{rule.now, now.value.ToString()},
                                                  {rule.before, before.value.ToString()}};
    const Decimal change = now.value - before.value;
    if (before.value <= kZero) {
      if (now.value <= kZero) return;
      Add("FIG_PERIOD_NEW", rule.now, std::move(figures),
          "上期为 0，本期为 " + now.value.ToString() + "。",
          "nothing in the last period, " + now.value.ToString() + " now.")
          .note = true;
      return;
    }
    const Decimal hundred = Decimal::FromInteger(100);
    const bool rise = !change.IsNegative();
    const std::optional<Decimal>& limit = rise ? rule.most_rise : rule.most_fall;
    const Decimal size = rise ? change : -change;
    if (!limit || Decimal::CompareProducts(size, hundred, *limit, before.value) <= 0) return;
    const auto scaled = size.Times(hundred);
    const auto quotient = scaled ? scaled->DividedBy(before.value, 2) : std::nullopt;
    const std::string percent = quotient ? quotient->ToFixed(2) + "%" : "";
    figures.push_back({"change", (rise ? "" : "-") + percent});
    figures.push_back({"limit", limit->ToString() + "%"});
    const std::string values = before.value.ToString() + " → " + now.value.ToString();
    Add(rise ? "FIG_PERIOD_RISE" : "FIG_PERIOD_FALL", rule.now, std::move(figures),
        values + (rise ? "，比上期上升 " : "，比上期下降 ") + percent + "，超过 " +
            limit->ToString() + "%。",
        values + (rise ? ", a rise of " : ", a fall of ") + percent + ", more than " +
            limit->ToString() + "%.");
  }

  void Check(const model::StagesExplanation&) {}

  void Check(const model::DatesCheck& rule) {
    for (const std::string& name : rule.items) {
      const ReportedFigure* reported = Find(name);
      if (reported == nullptr || reported->date.empty()) continue;
      // Dates as text are ordered as days are.
      if (reported->date >= rule.first && reported->date <= rule.last) continue;
      Add("FIG_DATE_OUTSIDE", name,
          {{name, reported->date}, {"first", rule.first}, {"last", rule.last}},
          reported->date + " 不在填报期 " + rule.first + " 至 " + rule.last + " 内。",
          reported->date + " is outside the reporting period " + rule.first + " … " + rule.last +
              ".");
    }
  }

  std::span<const RateFigures> rates_;
  const FigureTable& table_;
  const model::FigureCheck* check_ = nullptr;
  std::vector<FigureFinding> findings_;
};

}  // namespace

std::optional<MixedSum> SumFigures(std::span<const Figure> figures) {
  MixedSum sum;
  for (const Figure& figure : figures) {
    if (!figure.given()) {
      sum.complete = false;
      continue;
    }
    if (!figure.unit.empty() && !sum.unit.empty() && figure.unit != sum.unit) return std::nullopt;
    if (sum.unit.empty()) sum.unit = figure.unit;
    sum.sum += figure.value;
  }
  return sum;
}

std::vector<FigureFinding> CheckFigures(std::span<const RateFigures> rates,
                                        std::span<const model::FigureCheck> checks,
                                        const FigureTable& table) {
  return Checker(rates, table).Run(checks);
}

}  // namespace pingshen::grading
