// The reported figures of an assessment, as the figure checker wants them.
#pragma once

#include <vector>

#include "core/evaluation/evaluation.h"
#include "core/evaluation/form_instance.h"
#include "core/grading/figure_check.h"

namespace pingshen::evaluation {

// What the form's checks name, as far as it is answered and relevant.
grading::FigureTable FiguresOf(const FormInstance& instance);

// A figure of the answer to an item, outside repeats: numbers in the item's unit, texts as they are
// written.
grading::ReportedFigure FigureAt(const FormInstance& instance, const std::string& name);

// The figures of an item of type `ratio`.
grading::RateFigures RateOf(const FormInstance& instance, const ItemState& state);
bool HasRatios(const std::vector<SectionState>& sections);

// What the checker finds: in ratio items, and by the form's checks.
std::vector<model::FigureFinding> FindInFigures(const FormInstance& instance,
                                                const std::vector<SectionState>& sections);

}  // namespace pingshen::evaluation
