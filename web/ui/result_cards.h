// The cards that tell a result. Each draws a card and moves the column behind it; nothing when the
// result has nothing of the kind.
#pragma once

#include <cstddef>
#include <string>

#include "web/ui/parts.h"
#include "web/ui/ui_state.h"

namespace pingshen::ui {

// One scheme of the open assessment with its result.
struct SchemeView {
  const model::Scheme* scheme = nullptr;
  const model::SchemeResult* result = nullptr;
  const model::Text* label = nullptr;  // of one among several schemes, else nullptr
  std::string prefix;                  // of ids: "check/", "check/scheme/CODE/"
};
std::vector<SchemeView> SchemesOf(const session::OpenView& open);
// nullptr without a verdict.
const model::Outcome* OutcomeOf(const SchemeView& view);
std::string_view OutcomeLabel(const Frame& frame, const SchemeView& view, std::string_view code);

// Why an item is E, as the assessor wrote it down.
std::string BasisText(const ScreenContext& context, const session::ItemState& item);

// What a demand is about: a part, several added up, a section of a part ("p1", "p1+p2", "p1/2").
std::string SubjectText(const ScreenContext& context, const SchemeView& view,
                        std::string_view subject);
// The items behind it; "" = of the whole scheme.
void OpenSubject(ScreenContext& context, const SchemeView& view, std::string_view subject);
// The objects of a stages scheme, those first that have not reached `stage`; "" = any stage.
void OpenStage(ScreenContext& context, const SchemeView& view, const std::string& stage);
// The items with a target of a ratio scheme.
void OpenTargets(ScreenContext& context, const SchemeView& view);

// The verdict, large, with its score. `to_do`: things that still block it.
void DrawVerdictCard(ScreenContext& context, Column& column, const SchemeView& view,
                     std::size_t to_do);
// Of a form without schemes: whether it is complete.
void DrawCompletionCard(ScreenContext& context, Column& column, std::size_t to_do);
// Marks of all items and by chapter: stacked bars, counts, cumulative shares.
void DrawDistributionCard(ScreenContext& context, Column& column, const SchemeView& view);
// What every outcome demands, met or missed and by how much.
void DrawDemandsCard(ScreenContext& context, Column& column, const SchemeView& view);
// What still separates from the next better outcome.
void DrawGapCard(ScreenContext& context, Column& column, const SchemeView& view);
// Vetoes, preconditions.
void DrawVetoCard(ScreenContext& context, Column& column, const SchemeView& view);
// The bands of a points scheme with their limits.
void DrawBandCard(ScreenContext& context, Column& column, const SchemeView& view);
// Points by section; parts, stages, ratios.
void DrawSectionsCard(ScreenContext& context, Column& column, const SchemeView& view);
void DrawPartsCard(ScreenContext& context, Column& column, const SchemeView& view);
void DrawStagesCard(ScreenContext& context, Column& column, const SchemeView& view);
void DrawRatiosCard(ScreenContext& context, Column& column, const SchemeView& view);
// Items that do not apply, with their basis.
void DrawAbsentCard(ScreenContext& context, Column& column, const SchemeView& view);
// What the figure checker found.
void DrawFigureFindings(ScreenContext& context, Column& column);

}  // namespace pingshen::ui
