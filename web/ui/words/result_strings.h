// Sentences of the result screens, Chinese and English side by side.
#pragma once

#include "web/ui/words/strings.h"

namespace pingshen::ui::say {

// Marks
inline constexpr Phrase kWordA{"优秀", "Excellent"};
inline constexpr Phrase kWordB{"良好", "Good"};
inline constexpr Phrase kWordC{"合格", "Pass"};
inline constexpr Phrase kWordD{"不合格", "Fail"};
inline constexpr Phrase kWordE{"不适用", "Not applicable"};
inline constexpr Phrase kUnmarked{"未评", "Open"};
inline constexpr Phrase kMarkCount{"{} {} 条 {}", "{} {} ({})"};
inline constexpr Phrase kItemsCount{"{} 条", "{} items"};
inline constexpr Phrase kOneItem{"1 条", "1 item"};

// Verdict
inline constexpr Phrase kNoOutcomeYet{"尚无结论", "No verdict yet"};
inline constexpr Phrase kNothingApplies{"没有适用的条款，不能得出结论。",
                                        "Nothing applies, so there is no verdict."};
inline constexpr Phrase kResultOf{"{}：结果", "{}: result"};
inline constexpr Phrase kTotalShare{"综合", "Composite"};
inline constexpr Phrase kMetTargets{"达标 {} / {} 项", "{} of {} targets met"};

// Distribution
inline constexpr Phrase kDistribution{"等次分布", "Distribution of marks"};
inline constexpr Phrase kDistributionLead{
    "横条按条款数比例；累计比例以适用条款为分母（不含 E）。",
    "Bars by number of items; cumulative shares of the items that apply (without E)."};
inline constexpr Phrase kAllItems{"全部条款", "All items"};
inline constexpr Phrase kCoreItems{"核心条款 ★", "Core items ★"};
inline constexpr Phrase kOtherItems{"非核心条款", "Other items"};
inline constexpr Phrase kWhichItems{"统计范围", "Items counted"};
inline constexpr Phrase kApplicable{"适用", "Apply"};
inline constexpr Phrase kWhole{"合计", "Total"};
inline constexpr Phrase kChapter{"章", "Chapter"};
inline constexpr Phrase kOrBetter{"{} 级及以上", "{} or better"};
inline constexpr Phrase kBelowMark{"未达 {} 级", "Below {}"};
inline constexpr Phrase kPlus{"{}+", "{}+"};

// Thresholds
inline constexpr Phrase kThresholds{"达标条件", "Requirements"};
inline constexpr Phrase kAllMet{"全部达到", "All met"};
inline constexpr Phrase kSomeMissed{"{} 项未达到", "{} not met"};
inline constexpr Phrase kShareAtLeast{"{} · {} 级及以上 ≥ {}%", "{} · {} or better ≥ {}%"};
inline constexpr Phrase kScoreAtLeast{"总分 ≥ {}{}", "Score ≥ {}{}"};
inline constexpr Phrase kStagesAtLeast{"综合达到率 ≥ {}%", "Composite ≥ {}%"};
inline constexpr Phrase kTargetsAtLeast{"达标指标占比 ≥ {}%", "Targets met ≥ {}%"};
inline constexpr Phrase kPartAtLeast{"{} ≥ {}{}", "{} ≥ {}{}"};
inline constexpr Phrase kMustPassItem{"必须达到：{}", "Must be met: {}"};
inline constexpr Phrase kLackItems{"差 {} 条", "{} short"};
inline constexpr Phrase kLackPoints{"差 {} 分", "{} pts short"};
inline constexpr Phrase kLackPercent{"差 {} 个百分点", "{} percentage points short"};
inline constexpr Phrase kDemandMet{"达到", "Met"};
inline constexpr Phrase kDemandMissed{"未达到", "Not met"};

// Gap
inline constexpr Phrase kGapTitle{"距离“{}”", "To reach “{}”"};
inline constexpr Phrase kGapRaise{"再有 {} 条从 {} 升到 {}", "raise {} from {} to {}"};
inline constexpr Phrase kGapRaiseCore{"{} 条核心条款从 {} 升到 {}",
                                      "raise {} core item(s) from {} to {}"};
inline constexpr Phrase kGapUnit{"条", "item(s)"};
inline constexpr Phrase kGapUnitCore{"条核心 ★", "core ★"};
inline constexpr Phrase kGapSteps{"最少改动 {} 条，共 {} 级。",
                                  "At least {} item(s), {} step(s) in all."};
inline constexpr Phrase kGapItems{"最少改动 {} 条。", "At least {} item(s)."};
inline constexpr Phrase kGapUnreachable{
    "即使全部适用条款都评到最高，也达不到“{}”。",
    "Not even with every item at its best can “{}” be reached."};
inline constexpr Phrase kGapCandidates{"容易改进的条款", "Least effort first"};
inline constexpr Phrase kGapAllCandidates{"全部 {} 条候选条款", "All {} candidates"};
inline constexpr Phrase kGapPoints{"还差 {} 分", "{} pts to gain"};
inline constexpr Phrase kGapGain{"可再得 {} 分", "{} pts to gain"};
inline constexpr Phrase kGapVeto{"须先消除：{}", "Must no longer hold: {}"};
inline constexpr Phrase kGapMustPass{"必须达到：{}", "Must be met: {}"};
inline constexpr Phrase kGapUnanswered{"{} 条未评，此处按 D 计", "{} open items count as D here"};
inline constexpr Phrase kGapShort{"距{}差 {} 条", "{}: {} item(s) short"};
inline constexpr Phrase kGapShortPoints{"距{}差 {} 分", "{}: {} pts short"};
inline constexpr Phrase kGapByDemand{"各项条件还差", "What each requirement still lacks"};
inline constexpr Phrase kGapBySection{"各部分还可得分", "What each part could still give"};
inline constexpr Phrase kBestReached{"已达到最高等级", "The best grade is reached"};

// E
inline constexpr Phrase kAbsentTitle{"合理缺项（E）", "Not applicable (E)"};
inline constexpr Phrase kAbsentShare{"{} 条，占 {} 条的 {}；不计入分母。",
                                     "{} of {} items, {}; not in the denominator."};
inline constexpr Phrase kNoBasis{"未写明批准依据", "No approval basis stated"};
inline constexpr Phrase kBasisIs{"依据：{}", "Basis: {}"};

// Parts, stages, ratios
inline constexpr Phrase kParts{"组成部分", "Parts"};
inline constexpr Phrase kPartWeighted{"{} × {} 分 = {} 分", "{} × {} pts = {} pts"};
inline constexpr Phrase kPartUnweighted{"不计入总分", "Not added to the score"};
inline constexpr Phrase kStages{"各阶段", "Stages"};
inline constexpr Phrase kStageComposite{"综合达到率", "Composite"};
inline constexpr Phrase kRatios{"指标", "Indicators"};
inline constexpr Phrase kNoFigures{"没有数据", "No figures"};
inline constexpr Phrase kTargetAtLeast{"目标 ≥ {}{}", "Target ≥ {}{}"};
inline constexpr Phrase kTargetAtMost{"目标 ≤ {}{}", "Target ≤ {}{}"};
inline constexpr Phrase kBonus{"加分", "Bonus"};

inline constexpr Phrase kSubject{"{}", "{}"};
inline constexpr Phrase kPreconditions{"前置要求", "Preconditions"};
inline constexpr Phrase kPreconditionsMet{"全部前置要求均已满足。", "All preconditions are met."};
inline constexpr Phrase kFromTo{"{} 至 {} 分", "{} to {}"};
inline constexpr Phrase kAtMost{"{} 分及以下", "{} and below"};
inline constexpr Phrase kShowAll{"查看全部 {} 条", "Show all {}"};

// Figure findings
inline constexpr Phrase kFiguresTitle{"数据核对", "Figures checked"};
inline constexpr Phrase kNumerator{"分子", "numerator"};
inline constexpr Phrase kDenominator{"分母", "denominator"};
inline constexpr Phrase kStageComputed{"计算值", "computed"};
inline constexpr Phrase kNearest{"最接近的分子", "nearest numerator"};
inline constexpr Phrase kStagesReached{"各阶段完成合计", "stages reached"};
inline constexpr Phrase kStagesReachedOf{"各阶段应完成合计", "of"};
inline constexpr Phrase kPartsSum{"各项合计", "sum"};
inline constexpr Phrase kDifference{"相差", "difference"};
inline constexpr Phrase kRatioChange{"变动", "change"};
inline constexpr Phrase kLimit{"限值", "limit"};
inline constexpr Phrase kFirstDay{"起始日期", "first day"};
inline constexpr Phrase kLastDay{"截止日期", "last day"};
inline constexpr Phrase kReported{"上报", "reported"};
inline constexpr Phrase kFigure{"{} {}", "{} {}"};

// The list behind a figure
inline constexpr Phrase kItemsBehind{"条款明细", "Items"};
inline constexpr Phrase kNoItemsBehind{"这里没有条款。", "No items here."};
inline constexpr Phrase kOpenItems{"查看条款", "Show the items"};

}  // namespace pingshen::ui::say
