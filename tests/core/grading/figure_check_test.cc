#include "core/grading/figure_check.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "core/grading/calendar.h"
#include "core/json/json.h"
#include "tests/core/grading/schemes.h"

namespace pingshen::grading {
namespace {

TEST(ReadFigure, AsPeopleWriteThem) {
  const auto read = [](const char* text) {
    const Figure figure = ReadFigure(text);
    return (figure.given() ? figure.value.ToString() : "-") + " " + figure.unit +
           (figure.per != 0 ? "/" + std::to_string(figure.per) : "");
  };
  EXPECT_EQ(read("83.86%"), "83.86 /100");
  EXPECT_EQ(read("5.58‰"), "5.58 /1000");
  EXPECT_EQ(read("13.83/10万"), "13.83 /100000");
  EXPECT_EQ(read("7.93 千万"), "79300000 ");
  EXPECT_EQ(read("90,800 元"), "90800 元");
  EXPECT_EQ(read("21 万元"), "210000 元");
  EXPECT_EQ(read("1.5亿元"), "150000000 元");
  EXPECT_EQ(read("7,018 人次"), "7018 人次");
  EXPECT_EQ(read("239.34万毫升"), "2393400 毫升");
  EXPECT_EQ(read("5升"), "5000 毫升");
  EXPECT_EQ(read("１２．５％"), "12.5 /100");
  EXPECT_EQ(ReadFigure("83.80%").places, 2);
  for (const char* redacted : {"x", "XX", "3xx", "XX.X%", "**"})
    EXPECT_EQ(ReadFigure(redacted).state, FigureState::kRedacted) << redacted;
  for (const char* missing : {"", "-", "—", "/", "无"})
    EXPECT_EQ(ReadFigure(missing).state, FigureState::kMissing) << missing;
  EXPECT_EQ(ReadFigure("-2").state, FigureState::kNotCarriedOut);
  EXPECT_EQ(ReadFigure("-2", "").state, FigureState::kGiven);
  EXPECT_EQ(ReadFigure("许多").state, FigureState::kUnreadable);
}

TEST(SumFigures, MixedUnitsExactly) {
  // 21 万元 + 9 万元 + 90,800 元 + 15 万元 = 54.08 万元, all in one sentence.
  const Figure figures[] = {ReadFigure("21 万元"), ReadFigure("9 万元"), ReadFigure("90,800 元"),
                            ReadFigure("15 万元"), ReadFigure("XX")};
  const auto sum = SumFigures(figures);
  ASSERT_TRUE(sum.has_value());
  EXPECT_EQ(sum->sum, ReadFigure("54.08 万元").value);
  EXPECT_EQ(sum->unit, "元");
  EXPECT_FALSE(sum->complete) << "what is redacted is not counted";
  const Figure mixed[] = {ReadFigure("21 万元"), ReadFigure("3 人次")};
  EXPECT_FALSE(SumFigures(mixed).has_value());
}

RateFigures Rate(const char* numerator, const char* denominator, const char* reported) {
  RateFigures rate;
  rate.path = model::FieldPath::Of("rate");
  rate.numerator = ReadFigure(numerator);
  rate.denominator = ReadFigure(denominator);
  rate.reported = ReadFigure(reported);
  if (rate.reported.per != 0) rate.per = Decimal::FromInteger(rate.reported.per);
  return rate;
}
std::string CodesOf(const std::vector<model::FigureFinding>& findings) {
  std::string codes;
  for (const auto& finding : findings) codes += (codes.empty() ? "" : " ") + finding.code;
  return codes;
}

TEST(CheckRate, TheYongzhouReport) {
  EXPECT_EQ(CodesOf(CheckRate(Rate("82,353", "98,200", "83.86%"))), "");
  EXPECT_EQ(CodesOf(CheckRate(Rate("25,859", "38,000", "68.05%"))), "");
  EXPECT_EQ(CodesOf(CheckRate(Rate("3,275", "4,493", "72.89%"))), "");
  const RateFigures progress = Rate("", "167", "85.48%");
  const auto findings = CheckRate(progress);
  ASSERT_EQ(CodesOf(findings), "FIG_RATE_IMPOSSIBLE");
  EXPECT_EQ(findings[0].sentence.en,
            "no whole number over 167 gives 85.48% (nearest: 142/167 = 85.03%, 143/167 = 85.63%).");
  // 165, 141, 98 and 167 of 167 villages.
  const Figure stages[] = {ReadFigure("165"), ReadFigure("141"), ReadFigure("98"),
                           ReadFigure("167")};
  const auto explanation = ExplainByStages(progress, stages);
  ASSERT_TRUE(explanation.has_value());
  EXPECT_EQ(explanation->code, "FIG_RATE_STAGES");
  EXPECT_TRUE(explanation->note);
  EXPECT_NE(explanation->sentence.en.find("571/668 = 85.479"), std::string::npos)
      << explanation->sentence.en;
  EXPECT_FALSE(ExplainByStages(progress, std::span(stages).first(3)).has_value());
}

TEST(CheckRate, WhatElseCanBeWrong) {
  EXPECT_EQ(CodesOf(CheckRate(Rate("22", "28", "78.57%"))), "");
  EXPECT_EQ(CodesOf(CheckRate(Rate("65", "68", "95.59%"))), "");
  EXPECT_EQ(CodesOf(CheckRate(Rate("65", "68", "95.58%"))), "FIG_RATE_CUT") << "95.588… cut off";
  EXPECT_EQ(CodesOf(CheckRate(Rate("65", "68", "95.60%"))), "FIG_RATE_DIFFERS");
  EXPECT_EQ(CodesOf(CheckRate(Rate("30", "28", ""))), "FIG_NUMERATOR_LARGER");
  EXPECT_EQ(CodesOf(CheckRate(Rate("3", "0", ""))), "FIG_DENOMINATOR_ZERO");
  EXPECT_EQ(CodesOf(CheckRate(Rate("0", "0", ""))), "");
  EXPECT_EQ(CodesOf(CheckRate(Rate("XX", "167", "85.63%"))), "") << "143 of 167 is possible";
  EXPECT_EQ(CodesOf(CheckRate(Rate("5", "XX", "85.48%"))), "")
      << "a redacted figure proves nothing";
  EXPECT_EQ(CodesOf(CheckRate(Rate("-2", "167", ""))), "") << "not carried out, never counted";
  EXPECT_EQ(CodesOf(CheckRate(Rate("", "1000", "85%"))), "");
  EXPECT_EQ(CodesOf(CheckRate(Rate("", "7", "50%"))), "FIG_RATE_IMPOSSIBLE");
}

TEST(CheckRate, SharedRates) {
  const std::string folder = PINGSHEN_SHARED_DIR;
  std::ifstream file(folder + "/vectors/domain.json", std::ios::binary);
  if (folder.empty() || !file) GTEST_SKIP() << "no shared vectors: vectors/domain.json";
  std::ostringstream text;
  text << file.rdbuf();
  const auto root = json::Parse(text.str()).value();
  for (const json::Value& row : root.Find("rates")->items)
    EXPECT_EQ(CodesOf(CheckRate(Rate(row.Find("n")->text.c_str(), row.Find("d")->text.c_str(),
                                     row.Find("r")->text.c_str()))),
              "");
  EXPECT_EQ(root.Find("rates")->items.size(), 4u);
  const json::Value& dates = *root.Find("dates");
  EXPECT_EQ(std::to_string(
                *WorkingDays(dates.items[0].Find("start")->text, dates.items[0].Find("end")->text)),
            dates.items[0].Find("expect")->text);
  EXPECT_EQ(std::to_string(*StatisticalYear(dates.items[1].Find("date")->text)),
            dates.items[1].Find("expect")->text);
}

// Every denominator up to 60 and every rate of one decimal: possible exactly when some numerator,
// divided by hand in whole numbers, rounds to it (or is cut to it, which is only a note).
TEST(CheckRate, ImpossibleAgreesWithTryingEveryNumerator) {
  int impossible = 0;
  for (int d = 1; d <= 60; ++d) {
    for (int rate = 0; rate <= 1000; rate += 7) {
      bool rounds = false;
      bool cuts = false;
      for (int n = 0; n <= d; ++n) {
        rounds = rounds || (2000 * n + d) / (2 * d) == rate;
        cuts = cuts || 1000 * n / d == rate;
      }
      const std::string text = std::to_string(rate / 10) + "." + std::to_string(rate % 10) + "%";
      const std::string expected = rounds ? "" : cuts ? "FIG_RATE_CUT" : "FIG_RATE_IMPOSSIBLE";
      ASSERT_EQ(CodesOf(CheckRate(Rate("", std::to_string(d).c_str(), text.c_str()))), expected)
          << d << " " << text;
      impossible += !rounds && !cuts;
    }
  }
  EXPECT_GT(impossible, 1000);
}

std::string Checked(const model::FigureCheck& check,
                    std::initializer_list<std::pair<const char*, const char*>> figures) {
  FigureTable table;
  for (const auto& [name, text] : figures) {
    ReportedFigure& reported = table[name];
    reported.path = model::FieldPath::Of(name);
    if (std::string_view(text).starts_with("20")) reported.date = text;
    reported.figure = ReadFigure(text);
  }
  const model::FigureCheck checks[] = {check};
  std::string out;
  for (const auto& finding : CheckFigures({}, checks, table))
    out += finding.code + " " + finding.sentence.en;
  return out;
}
model::FigureCheck Check(decltype(model::FigureCheck::rule) rule) {
  model::FigureCheck check;
  check.code = "c";
  check.rule = std::move(rule);
  return check;
}

TEST(CheckFigures, PartsChainsPeriodsDates) {
  const auto parts = Check(model::PartsCheck{"total", {"works", "goods"}});
  EXPECT_EQ(Checked(parts, {{"total", "49"}, {"works", "22"}, {"goods", "17"}}),
            "FIG_PARTS_SUM 49 ≠ 22 + 17 (the parts give 39, 10 unexplained).");
  EXPECT_EQ(Checked(parts, {{"total", "39"}, {"works", "22"}, {"goods", "17"}}), "");
  EXPECT_EQ(Checked(parts, {{"total", "49"}, {"works", "22"}, {"goods", "x"}}), "");
  EXPECT_EQ(Checked(parts, {{"total", "20"}, {"works", "22"}, {"goods", "-2"}}).substr(0, 16),
            "FIG_PARTS_LARGER");
  EXPECT_EQ(
      Checked(parts, {{"total", "3 万元"}, {"works", "2 人"}, {"goods", "1 元"}}).substr(0, 9),
      "FIG_UNITS");
  const auto chain = Check(model::ChainCheck{{"task", "done", "abnormal", "treated"}});
  EXPECT_EQ(
      Checked(chain,
              {{"task", "38000"}, {"done", "25859"}, {"abnormal", "4493"}, {"treated", "3275"}}),
      "");
  EXPECT_EQ(Checked(chain, {{"task", "10"}, {"done", "11"}, {"abnormal", "4"}, {"treated", "5"}}),
            "FIG_CHAIN done 11 is above task 10.FIG_CHAIN treated 5 is above abnormal 4.");
  EXPECT_EQ(Checked(chain, {{"task", "10"}, {"done", "XX"}, {"abnormal", "11"}, {"treated", "5"}})
                .substr(0, 9),
            "FIG_CHAIN");
  const auto period = Check(model::PeriodCheck{"now", "before", D("10"), D("2.67")});
  EXPECT_EQ(Checked(period, {{"now", "110"}, {"before", "100"}}), "");
  EXPECT_EQ(Checked(period, {{"now", "110.01"}, {"before", "100"}}).substr(0, 15),
            "FIG_PERIOD_RISE");
  EXPECT_EQ(Checked(period, {{"now", "97"}, {"before", "100"}}).substr(0, 15), "FIG_PERIOD_FALL");
  EXPECT_EQ(Checked(period, {{"now", "1"}, {"before", "0"}}).substr(0, 14), "FIG_PERIOD_NEW");
  const auto dates = Check(model::DatesCheck{{"day"}, "2025-10-01", "2026-09-30"});
  EXPECT_EQ(Checked(dates, {{"day", "2026-09-30"}}), "");
  EXPECT_EQ(Checked(dates, {{"day", "2026-10-01"}}).substr(0, 16), "FIG_DATE_OUTSIDE");
}

TEST(Calendar, StatisticalYearAndWorkingDays) {
  EXPECT_EQ(StatisticalYear("2016-10-01"), 2017);
  EXPECT_EQ(StatisticalYear("2016-09-31"), std::nullopt);
  EXPECT_EQ(WorkingDays("2026-11-21", "2026-11-22"), 0) << "a weekend";
  Holidays holidays;
  holidays.off = {*DayNumber("2026-10-01")};
  holidays.worked = {*DayNumber("2026-10-10")};
  EXPECT_EQ(WorkingDays("2026-10-01", "2026-10-01", holidays), 0);
  EXPECT_EQ(WorkingDays("2026-10-10", "2026-10-10", holidays), 1);
  EXPECT_EQ(DateOfDay(AddWorkingDays(*DayNumber("2026-11-20"), 5)), "2026-11-27");
}

}  // namespace
}  // namespace pingshen::grading
