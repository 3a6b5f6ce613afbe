// A text field that writes to one place of the assessment.
#pragma once

#include <string>
#include <string_view>

#include "web/ui/controls/text_field.h"
#include "web/ui/screen/drafts.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

struct AnswerFieldSpec {
  model::FieldPath path;
  model::ValueKind kind = model::ValueKind::kText;
  Spelling spelling = Spelling::kAny;
  // id, name and looks; text, shown and error are set here. Mode, placeholder and length come from
  // the kind where they are left empty.
  TextFieldSpec field;
  bool masked = false;  // an identity number is shown with its middle hidden
};

// Takes label, box, message and an offered correction from the column.
void DrawAnswerField(ScreenContext& context, Column& column, AnswerFieldSpec spec);

}  // namespace pingshen::ui
