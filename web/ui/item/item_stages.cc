#include "web/ui/item/item_stages.h"

#include <string>
#include <utility>

#include "web/ui/controls/parts.h"
#include "web/ui/item/answer_field.h"
#include "web/ui/screen/item_facts.h"
#include "web/ui/screen/item_words.h"
#include "web/ui/words/strings_items.h"

namespace pingshen::ui {
namespace {

constexpr float kDot = 24;
constexpr float kFieldWidth = 200;

void DrawDot(Frame& frame, float x, float y, bool done, bool next) {
  const Palette& p = frame.palette;
  const Rect box{x, y, kDot, kDot};
  if (!frame.Shows(box)) return;
  const ImVec2 middle(x + kDot * 0.5f, y + kDot * 0.5f);
  if (done) {
    frame.draw.AddCircleFilled(middle, kDot * 0.5f, p.good);
    DrawIcon(frame, Icon::kCheck, box, p.on_accent, 15);
    return;
  }
  frame.draw.AddCircleFilled(middle, kDot * 0.5f - 1, p.surface);
  frame.draw.AddCircle(middle, kDot * 0.5f - 1, next ? p.accent : p.border_strong, 0, 2);
  if (next) frame.draw.AddCircleFilled(middle, 5, p.accent);
}

}  // namespace

void DrawStagesAnswer(ScreenContext& context, Column& column, const evaluation::ItemState& state,
                      const std::string& path_text, std::string_view name) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const model::Item& item = *state.item;
  std::size_t done = 0;
  for (const model::CodedLabel& stage : item.stages)
    done += AnswerAt(context, WithField(state.path, stage.code)).empty() ? 0 : 1;
  const std::string count =
      Fill(frame.Say(say::kStagesDone), std::to_string(done), std::to_string(item.stages.size()));
  const Rect head = DrawParagraph(frame, column, kSmall, p.text_soft, count);
  Tell(frame, Role::kText, path_text + "/stages", count, head);
  column.Gap(space::k8);

  constexpr float kIndent = kDot + space::k12;
  bool next_found = false;
  const bool beside = column.width - kIndent >= 2.1f * kFieldWidth;
  for (std::size_t i = 0; i < item.stages.size(); ++i) {
    const model::CodedLabel& stage = item.stages[i];
    const model::FieldPath path = WithField(state.path, stage.code);
    const bool reached = !AnswerAt(context, path).empty();
    const bool next = !reached && !next_found;
    next_found = next_found || next;
    const float top = column.y;
    const std::string& label = frame.Say(stage.label);
    std::string full_name(name);
    full_name += ' ';
    full_name += label;
    AnswerFieldSpec spec{.path = path,
                         .kind = model::ValueKind::kDate,
                         .field = {.id = path_text + ":" + stage.code,
                                   .name = full_name,
                                   .text = {},
                                   .required = IsRequired(state)}};
    RevealHere(frame, spec.field.id, top);
    const TextStyle& style = next || reached ? kBodyStrong : kBody;
    Column text = column.Indented(kIndent);
    Column field = text;
    if (beside) {
      const float text_width = text.width - kFieldWidth - space::k16;
      const float height = frame.text.Height(label, style, text_width);
      text.width = text_width;
      text.y = top + std::max(0.0f, (size::kControl - height) * 0.5f);
      field.x = text.x + text.width + space::k16;
      field.width = kFieldWidth;
    } else {
      text.y = top + 1;
    }
    const float dot_y = beside ? top + (size::kControl - kDot) * 0.5f : top + 2;
    DrawParagraph(frame, text, style, p.text, label);
    if (!beside) {
      field.y = text.y + 6;
      field.width = std::min(field.width, frame.phone() ? field.width : 320.0f);
    }
    DrawAnswerField(context, field, std::move(spec));
    column.y = std::max(text.y, field.y);
    const bool last = i + 1 == item.stages.size();
    if (!last) {
      column.Gap(beside ? space::k12 : space::k16);
      const float from = dot_y + kDot + 3;
      const float to = column.y + (beside ? (size::kControl - kDot) * 0.5f : 2) - 3;
      FillBox(frame, {column.x + kDot * 0.5f - 1, from, 2, std::max(0.0f, to - from)},
              reached ? p.good : p.hairline, 1);
    }
    DrawDot(frame, column.x, dot_y, reached, next);
  }
}

}  // namespace pingshen::ui
