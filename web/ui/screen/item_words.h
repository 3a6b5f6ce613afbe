// Items in words, and the answer at a place: what cards, lists and results share.
#pragma once

#include <string>
#include <string_view>

#include "core/model/field_path.h"
#include "core/model/form.h"
#include "core/model/identifiers.h"
#include "core/model/value.h"
#include "web/ui/controls/parts.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

// "VC-03 业务用房面积": how an item is called in names of controls.
std::string ItemName(const Frame& frame, const model::Item& item);

// A source as one paragraph: document, clause, how sure we are, remark.
void DrawSource(Frame& frame, Column& column, const model::Source& source);

const model::Value& AnswerAt(const ScreenContext& context, const model::FieldPath& path);

model::FieldPath WithField(model::FieldPath path, std::string_view field);

void Set(ScreenContext& context, const model::FieldPath& path, model::Value value);

// The sentence for an identifier's problem; "" for kNone.
std::string IdentifierSentence(const Frame& frame, model::IdentityProblem problem,
                               std::string_view text);

}  // namespace pingshen::ui
