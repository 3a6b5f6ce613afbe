// The recomputed result as the register, the API and the receipt state it.
#pragma once

#include <string>

#include "commission/register/desk_store.h"
#include "core/evaluation/evaluation.h"
#include "core/forms/loader.h"

namespace pingshen::commission {

// {"scheme":"points","earned":…,"attainable":…,"total":…,"score":…,"band":…,"band_label":{"zh":…,"en":…},"vetoes":[…],
//  "sections":[{"code":…,"earned":…,"attainable":…},…],"answered":n,"items":n}; figures are decimal
//  strings; all before
// "answered" but the scheme ("none") is absent for a form without points. Other schemes give
// scheme, band and band_label of the first one, and with several schemes, bonuses or figure checks
// "grading" is the whole result as the bundle claims it.
std::string ResultJson(const forms::LoadedForm& form, const evaluation::Evaluation& evaluation);

// Sets form title, score, total, band, its label and tone, and result_json.
void SetResult(const forms::LoadedForm& form, const evaluation::Evaluation& evaluation,
               Reception& reception);

// Of the form's first scheme; nullptr when it has no such outcome.
const model::Outcome* FindOutcomeOf(const forms::LoadedForm& form, const std::string& code);
// nullptr when the form has no such band.
const model::Band* FindBand(const forms::LoadedForm& form, const std::string& code);
// "good", "middle", "bad".
std::string ToneName(model::Tone tone);

}  // namespace pingshen::commission
