#include "core/grading/rate_check.h"

#include <algorithm>

#include "core/grading/whole_numbers.h"

namespace pingshen::grading {
namespace {

using model::FigureFinding;

int Places(const RateFigures& rate) {
  return std::clamp(rate.decimals.value_or(rate.reported.places), 0, Decimal::kMaxFractionDigits);
}

// numerator × per / denominator, rounded half up or cut off. REQUIRES: 0 ≤ numerator, 0 < denominator.
std::optional<Decimal> RateOf(const Decimal& numerator, const Decimal& denominator,
                              const Decimal& per, int places, bool cut) {
  const auto product = numerator.Times(per);
  auto rate = product ? product->DividedBy(denominator, places) : std::nullopt;
  if (!rate || !cut) return rate;
  if (Decimal::CompareProducts(*rate, denominator, *product, kOne) <= 0) return rate;
  Decimal last = kOne;
  for (int i = 0; i < places; ++i) last = *last.DividedBy(Decimal::FromInteger(10), i + 1);
  return *rate - last;
}

std::string Written(const RateFigures& rate, const Decimal& number) {
  const std::string text = number.ToFixed(Places(rate));
  if (rate.per == Decimal::FromInteger(100)) return text + "%";
  if (rate.per == Decimal::FromInteger(1'000)) return text + "‰";
  return text;
}

FigureFinding Finding(const RateFigures& rate, std::string code) {
  FigureFinding finding;
  finding.code = std::move(code);
  finding.path = rate.path;
  const auto add = [&](const char* name, const Figure& figure) {
    if (figure.given()) finding.figures.push_back({name, figure.value.ToString()});
  };
  add("numerator", rate.numerator);
  add("denominator", rate.denominator);
  if (rate.reported.given())
    finding.figures.push_back(
        {"reported", rate.reported.written.ToFixed(std::clamp(rate.reported.places, 0, 9))});
  return finding;
}

std::string Name(const model::Text& label, Language language) {
  const std::string& text = label.In(language);
  if (text.empty()) return {};
  return language == Language::kChinese ? "“" + text + "”：" : text + ": ";
}

void Say(FigureFinding& finding, const RateFigures& rate, const std::string& zh,
         const std::string& en) {
  finding.sentence.zh = Name(rate.label, Language::kChinese) + zh;
  finding.sentence.en = Name(rate.label, Language::kEnglish) + en;
}

// The reported rate in numerator × per / denominator.
Decimal Reported(const RateFigures& rate) { return rate.reported.written; }

void CheckGiven(const RateFigures& rate, std::vector<FigureFinding>& findings) {
  const Decimal& n = rate.numerator.value;
  const Decimal& d = rate.denominator.value;
  if (n > d) {
    FigureFinding& finding = findings.emplace_back(Finding(rate, "FIG_NUMERATOR_LARGER"));
    Say(finding, rate, "分子 " + n.ToString() + " 大于分母 " + d.ToString() + "。",
        "the numerator " + n.ToString() + " is larger than the denominator " + d.ToString() + ".");
  }
  if (!rate.reported.given()) return;
  const int places = Places(rate);
  const auto rounded = RateOf(n, d, rate.per, places, false);
  if (!rounded || *rounded == Reported(rate)) return;
  const bool cut = RateOf(n, d, rate.per, places, true) == Reported(rate);
  FigureFinding& finding =
      findings.emplace_back(Finding(rate, cut ? "FIG_RATE_CUT" : "FIG_RATE_DIFFERS"));
  finding.note = cut;
  finding.figures.push_back({"computed", rounded->ToFixed(places)});
  const std::string shares = n.ToString() + "/" + d.ToString();
  const std::string reported = Written(rate, Reported(rate));
  const std::string computed = Written(rate, *rounded);
  if (cut)
    Say(finding, rate,
        shares + " 四舍五入应为 " + computed + "，填报的 " + reported + " 是舍去尾数的结果。",
        shares + " rounds to " + computed + "; the reported " + reported +
            " has its digits cut off.");
  else
    Say(finding, rate, "填报 " + reported + "，但 " + shares + " 应为 " + computed + "。",
        "reported " + reported + ", but " + shares + " is " + computed + ".");
}

// Is there a whole numerator that gives the rate?
void CheckPossible(const RateFigures& rate, std::vector<FigureFinding>& findings) {
  const Decimal& d = rate.denominator.value;
  if (!d.IsInteger()) return;
  const int places = Places(rate);
  const auto product = Reported(rate).Times(d);
  const auto guess = product ? product->DividedBy(rate.per, 0) : std::nullopt;
  if (!guess) return;
  // The whole number nearest to reported × denominator / per is the best candidate there is; its
  // neighbours decide ties, cut-off digits, and what is named as nearest.
  std::optional<Decimal> below;  // nearest numerators on both sides
  std::optional<Decimal> above;
  bool cut = false;
  for (int offset = -2; offset <= 2; ++offset) {
    const Decimal n = *guess + Decimal::FromInteger(offset);
    if (n.IsNegative() || n > d) continue;
    const auto rounded = RateOf(n, d, rate.per, places, false);
    if (!rounded || *rounded == Reported(rate)) return;
    cut = cut || RateOf(n, d, rate.per, places, true) == Reported(rate);
    if (*rounded < Reported(rate)) below = n;
    if (*rounded > Reported(rate) && !above) above = n;
  }
  FigureFinding& finding =
      findings.emplace_back(Finding(rate, cut ? "FIG_RATE_CUT" : "FIG_RATE_IMPOSSIBLE"));
  finding.note = cut;
  const std::string reported = Written(rate, Reported(rate));
  if (cut) {
    Say(finding, rate, "填报的 " + reported + " 只有舍去尾数才能得到。",
        "the reported " + reported + " can only come of cutting digits off.");
    return;
  }
  std::string nearest;
  for (const auto& n : {below, above}) {
    if (!n) continue;
    const std::string text = n->ToString() + "/" + d.ToString() + " = " +
                             Written(rate, *RateOf(*n, d, rate.per, places, false));
    finding.figures.push_back({"nearest", n->ToString()});
    nearest += (nearest.empty() ? "" : ", ") + text;
  }
  Say(finding, rate,
      "分母为 " + d.ToString() + " 时，没有任何整数分子能得到 " + reported +
          (nearest.empty() ? "。" : "（最接近的：" + nearest + "）。"),
      "no whole number over " + d.ToString() + " gives " + reported +
          (nearest.empty() ? "." : " (nearest: " + nearest + ")."));
}

}  // namespace

std::vector<FigureFinding> CheckRate(const RateFigures& rate) {
  std::vector<FigureFinding> findings;
  if (!rate.denominator.given()) return findings;
  const Decimal zero;
  if (rate.denominator.value <= zero) {
    const bool nothing = (!rate.numerator.given() || rate.numerator.value.IsZero()) &&
                         (!rate.reported.given() || rate.reported.value.IsZero());
    if (nothing) return findings;
    FigureFinding& finding = findings.emplace_back(Finding(rate, "FIG_DENOMINATOR_ZERO"));
    Say(finding, rate, "分母为 0，却填报了分子或比率。",
        "the denominator is 0, yet a numerator or rate is reported.");
    return findings;
  }
  if (rate.numerator.given() && !rate.numerator.value.IsNegative())
    CheckGiven(rate, findings);
  else if (rate.reported.given() && !rate.numerator.given())
    CheckPossible(rate, findings);
  return findings;
}

std::optional<FigureFinding> ExplainByStages(const RateFigures& rate,
                                             std::span<const Figure> reached) {
  if (!rate.reported.given() || !rate.denominator.given() || reached.empty()) return std::nullopt;
  if (rate.denominator.value <= Decimal()) return std::nullopt;
  Decimal sum;
  for (const Figure& figure : reached) {
    if (!figure.given()) return std::nullopt;
    sum += figure.value;
  }
  const auto stages = Decimal::FromInteger(static_cast<std::int64_t>(reached.size()));
  const auto of = rate.denominator.value.Times(stages);
  if (!of) return std::nullopt;
  const int places = Places(rate);
  if (RateOf(sum, *of, rate.per, places, false) != Reported(rate)) return std::nullopt;
  FigureFinding finding = Finding(rate, "FIG_RATE_STAGES");
  finding.note = true;
  finding.figures.push_back({"reached", sum.ToString()});
  finding.figures.push_back({"of", of->ToString()});
  const std::string share =
      sum.ToString() + "/" + of->ToString() + " = " +
      RateOf(sum, *of, rate.per, std::min(places + 1, 9), false)->ToFixed(std::min(places + 1, 9));
  const std::string count = stages.ToString();
  Say(finding, rate,
      "填报的 " + Written(rate, Reported(rate)) + " 恰为 " + count + " 个阶段完成比例的平均值（" +
          share + "）。",
      "the reported " + Written(rate, Reported(rate)) + " is the mean of the " + count +
          " stages' shares (" + share + ").");
  return finding;
}

}  // namespace pingshen::grading
