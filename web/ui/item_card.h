// One item of the form: what is asked, the answer, its points, what is wrong with it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/model/identifiers.h"
#include "core/session/evaluation.h"
#include "web/ui/ui_state.h"

namespace pingshen::ui {

// Draws the card and moves the column behind it.
void DrawItemCard(ScreenContext& context, Column& column, const session::ItemState& item);

// "VC-03 业务用房面积": how an item is called in names of controls.
std::string ItemName(const Frame& frame, const model::Item& item);

// The answer control for the item's type, or what it shows when it is read-only. `path_text`:
// item.path as text. `name`: of the item for people.
void DrawAnswer(ScreenContext& context, Column& column, const session::ItemState& item,
                const std::string& path_text, std::string_view name);
// Parts of DrawAnswer with files of their own.
using AnswerDrawer = void(ScreenContext& context, Column& column, const session::ItemState& item,
                          const std::string& path_text, std::string_view name);
AnswerDrawer DrawTextAnswer, DrawChoiceAnswer, DrawDeductionsAnswer, DrawRepeatAnswer,
    DrawTableAnswer, DrawGradeAnswer, DrawRatioAnswer, DrawStagesAnswer, DrawPartyAnswer,
    DrawRankAnswer, DrawRangeAnswer, DrawAcknowledgeAnswer, DrawAttachmentAnswer,
    DrawPositionAnswer, DrawReadOnlyAnswer;
// A number with least, greatest and step that is set on a line.
bool IsSlider(const model::Item& item);
// "Does not apply", where that may be said; takes nothing otherwise.
AnswerDrawer DrawNotApplicable;
// The remark's field.
AnswerDrawer DrawNoteField;
// The files that prove an answer, where the form asks for them or there are some.
AnswerDrawer DrawEvidence;

// Label with its asterisk, hint, how to check, look-back period. The asterisk stands kAsteriskPx left
// of the column.
inline constexpr float kAsteriskPx = 12;
void DrawItemText(ScreenContext& context, Column& column, const session::ItemState& item,
                  const TextStyle& style);
// Items without a card: label, answer, findings. `around`: how the names of their controls begin.
// `level`: of headings.
void DrawChild(ScreenContext& context, Column& column, const session::ItemState& child,
               std::string_view around, std::uint8_t level);
void DrawChildren(ScreenContext& context, Column& column,
                  const std::vector<session::ItemState>& children, std::string_view around,
                  std::uint8_t level);
// Of something inside a card: less where there is little room.
float InnerPadding(float width_px);
// Items that never show: calculations that the form does not want to be seen.
bool IsHidden(const model::Item& item);

// Findings below an answer; what is merely missing only once the check screen was seen.
void DrawFindings(ScreenContext& context, Column& column, const session::ItemState& item,
                  const std::string& path_text);

// A source as one paragraph: document, clause, how sure we are, remark.
void DrawSource(Frame& frame, Column& column, const model::Source& source);

const model::Value& AnswerAt(const ScreenContext& context, const model::FieldPath& path);
model::FieldPath WithField(model::FieldPath path, std::string_view field);
void Set(ScreenContext& context, const model::FieldPath& path, model::Value value);

// The sentence for an identifier's problem; "" for kNone.
std::string IdentifierSentence(const Frame& frame, model::IdentityProblem problem,
                               std::string_view text);

}  // namespace pingshen::ui
