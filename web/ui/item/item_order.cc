#include "web/ui/item/item_order.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "web/ui/controls/buttons.h"
#include "web/ui/controls/rank_list.h"
#include "web/ui/screen/item_facts.h"
#include "web/ui/screen/item_words.h"
#include "web/ui/words/strings_items.h"

namespace pingshen::ui {

void DrawRankAnswer(ScreenContext& context, Column& column, const evaluation::ItemState& state,
                    const std::string& path_text, std::string_view name) {
  Frame& frame = context.frame;
  const model::Value& value = AnswerAt(context, state.path);
  const bool ranked = value.kind() == model::ValueKind::kRanking;
  std::vector<const model::Option*> order = OptionsOf(context, state, value);
  if (ranked) {
    const std::vector<std::string> codes = value.Codes();
    std::ranges::stable_sort(order, {}, [&](const model::Option* option) {
      return std::ranges::find(codes, option->code) - codes.begin();
    });
  }
  if (order.empty()) {
    DrawParagraph(frame, column, kBody, frame.palette.text_soft, frame.Say(say::kNoOptions));
    return;
  }
  DrawParagraph(frame, column, kSmall, frame.palette.text_soft, frame.Say(say::kRankHint));
  column.Gap(space::k8);
  std::vector<RankRow> rows;
  rows.reserve(order.size());
  for (const model::Option* option : order)
    rows.push_back({path_text + "=" + option->code, frame.Say(option->label)});
  const std::optional<RankMove> move = RankList(
      frame, column, {.name = name, .rows = rows, .ranked = ranked}, context.state.rank_drag);

  bool confirmed = false;
  if (!ranked) {
    column.Gap(space::k8);
    std::string full_name(name);
    full_name += ' ';
    full_name += frame.Say(say::kConfirmOrder);
    confirmed = WideButton(frame, column,
                           {.id = path_text + "/confirm",
                            .label = frame.Say(say::kConfirmOrder),
                            .name = full_name,
                            .kind = ButtonKind::kSecondary,
                            .icon = Icon::kCheck});
  }
  if (!move && !confirmed) return;
  std::vector<std::string> codes;
  for (const model::Option* option : order) codes.push_back(option->code);
  if (move) {
    std::string code = codes[move->from];
    codes.erase(codes.begin() + static_cast<std::ptrdiff_t>(move->from));
    codes.insert(codes.begin() + static_cast<std::ptrdiff_t>(move->to), std::move(code));
  }
  Set(context, state.path, model::Value::Ranking(codes));
}

}  // namespace pingshen::ui
