// What holds for an item in the open assessment beyond its definition.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/evaluation/evaluation.h"
#include "core/model/value.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

bool IsRequired(const evaluation::ItemState& state);
// The answer is there and wrong: a constraint, a check digit.
bool IsBroken(const evaluation::ItemState& state);
bool IsReadOnly(const evaluation::ItemState& state);
// "na" (of a grade: E) may be chosen.
bool MayNotApply(const evaluation::ItemState& state);
// The options that may be chosen now, in order, and those that are chosen already.
std::vector<const model::Option*> OptionsOf(const ScreenContext& context,
                                            const evaluation::ItemState& state,
                                            const model::Value& chosen);
// The answer; of an item with a calculation what it gives.
model::Value ShownValue(const ScreenContext& context, const evaluation::ItemState& state);
// The answer is the form's default as it stands in the form; computed defaults are not looked at.
bool IsDefault(const ScreenContext& context, const evaluation::ItemState& state);
// One of the words in Item::appearance.
bool Appears(const model::Item& item, std::string_view word);
// What stands behind `word` ("columns-3" → 3 of "columns-"); 0 when the word is not there.
int AppearanceNumber(const model::Item& item, std::string_view word);

// A value in words: labels of choices, "2026-11-24 08:30", "3 个附件". "" for kEmpty.
std::string ValueText(const Frame& frame, const model::Item& item, std::string_view field,
                      const model::Value& value);

}  // namespace pingshen::ui
