// What the outcomes of a scheme demand, and what separates from the next one, in words.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/grading_result.h"
#include "core/model/reader.h"
#include "core/model/scheme.h"
#include "core/words/phrase.h"

namespace pingshen::words {

inline constexpr Phrase kAllItems{"全部条款", "All items"};
inline constexpr Phrase kOtherItems{"非核心条款", "Other items"};
inline constexpr Phrase kCoreItems{"核心条款 ★", "Core items ★"};
inline constexpr Phrase kOrBetter{"{} 级及以上", "{} or better"};
inline constexpr Phrase kRequirements{"达标条件", "Requirements"};
inline constexpr Phrase kMustBeMet{"必须达到：{}", "Must be met: {}"};
inline constexpr Phrase kToReach{"距离“{}”", "To reach “{}”"};
inline constexpr Phrase kOutOfReach{"即使全部适用条款都评到最高，也达不到“{}”。",
                                    "Not even with every item at its best can “{}” be reached."};
inline constexpr Phrase kLeastSteps{"最少改动 {} 条，共 {} 级。",
                                    "At least {} item(s), {} step(s) in all."};
inline constexpr Phrase kPointsToGain{"还差 {} 分", "{} pts to gain"};
inline constexpr Phrase kMustNotHold{"须先消除：{}", "Must no longer hold: {}"};

// How the form's own things are called. All must remain live while this is.
struct Names {
  model::Reader reader;
  std::function<std::string(std::string_view code)> item;     // "VC-03 房屋面积"
  std::function<std::string(std::string_view code)> section;  // "" when it has no title
};

// What a demand of a composite is about: "p1", "p1+p2", "p1/2" (section 2 of p1), "" (everything).
struct Subject {
  explicit Subject(std::string_view text);
  bool Has(std::string_view part) const;

  std::vector<std::string_view> parts;  // views of the text, which must remain live
  std::string_view section;             // "" = the parts as a whole
};
// Labels and titles in place of the codes: "第一部分 + 第二部分". A scheme without parts: the text.
std::string SubjectText(const model::Scheme& scheme, std::string_view subject, const Names& names);

// A share of marks, of all items or of the core ones.
bool IsShare(const model::DemandResult& demand);
// "全部条款 · C 级及以上 ≥ 90%", "总分 ≥ 900 分", "第二章 ≥ 85%", "必须达到：…".
std::string DemandText(const model::Scheme& scheme, const model::DemandResult& demand,
                       const Names& names);
// "350 / 583 = 60.03%", "86.25 分"; "" of an item that must be met. `result`: what has the demand.
std::string ActualText(const model::Scheme& scheme, const model::SchemeResult& result,
                       const model::DemandResult& demand, Language language);
// "差 3 条", "差 2.5 分", "差 25 个百分点"; "" when met, or when no number says it.
std::string LackText(const model::DemandResult& demand, Language language);

// The label of an outcome or a veto of the scheme; the code when it has none such.
std::string OutcomeText(const model::Scheme& scheme, std::string_view code,
                        const model::Reader& reader);
std::string VetoText(const model::Scheme& scheme, std::string_view code,
                     const model::Reader& reader);
// Items without an answer and what a gap takes them for: D on a ladder, otherwise 0 points.
std::string UnansweredText(const model::Scheme& scheme, std::size_t count, Language language);

// "576 / 583".
std::string FractionText(const model::Fraction& fraction);
// "98.80%" of an exact fraction, "—" when there is nothing to share.
std::string PercentText(const model::Fraction& fraction);

}  // namespace pingshen::words
