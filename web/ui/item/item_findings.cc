#include "web/ui/item/item_findings.h"

#include "web/ui/draw/icons.h"
#include "web/ui/words/strings_items.h"

namespace pingshen::ui {

void DrawFindings(ScreenContext& context, Column& column, const evaluation::ItemState& state,
                  const std::string& path_text) {
  Frame& frame = context.frame;
  int number = 0;
  for (const model::Finding& finding : state.findings) {
    if (finding.kind == model::FindingKind::kMissing) {
      if (context.state.show_missing) {
        DrawRemark(frame, column, Icon::kInfo, frame.Say(say::kToFill), frame.palette.warn);
      }
      continue;
    }
    const std::string& sentence = frame.Say(finding.sentence);
    const float y = column.y;
    if (finding.blocks_finish) {
      DrawProblem(frame, column, sentence);
    } else {
      DrawRemark(frame, column, Icon::kInfo, sentence, frame.palette.warn);
    }
    Tell(frame, Role::kText, path_text + "/finding/" + std::to_string(++number), sentence,
         {column.x, y, column.width, column.y - y});
  }
}

}  // namespace pingshen::ui
