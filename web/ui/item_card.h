// One item of the form: what is asked, the answer, its points, what is wrong with it.
#pragma once

#include <string>
#include <string_view>

#include "core/model/identifiers.h"
#include "core/session/evaluation.h"
#include "web/ui/ui_state.h"

namespace pingshen::ui {

// Draws the card and moves the column behind it.
void DrawItemCard(ScreenContext& context, Column& column, const session::ItemState& item);

// "VC-03 业务用房面积": how an item is called in names of controls.
std::string ItemName(const Frame& frame, const model::Item& item);

// The answer control for the item's type. `path_text`: item.path as text. `name`: of the item for
// people. `in_instance`: child of a repeat, drawn inside its instance.
void DrawAnswer(ScreenContext& context, Column& column, const session::ItemState& item,
                const std::string& path_text, std::string_view name);
// Parts of DrawAnswer with files of their own.
void DrawTextAnswer(ScreenContext& context, Column& column, const session::ItemState& item,
                    const std::string& path_text, std::string_view name);
void DrawDeductionsAnswer(ScreenContext& context, Column& column, const session::ItemState& item,
                          const std::string& path_text, std::string_view name);
void DrawRepeatAnswer(ScreenContext& context, Column& column, const session::ItemState& item,
                      const std::string& path_text, std::string_view name);
// The remark's field.
void DrawNoteField(ScreenContext& context, Column& column, const session::ItemState& item,
                   const std::string& path_text, std::string_view name);
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
