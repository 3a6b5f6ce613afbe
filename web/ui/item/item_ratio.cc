#include "web/ui/item/item_ratio.h"

#include <string>
#include <utility>

#include "core/model/item_fields.h"
#include "web/ui/controls/parts.h"
#include "web/ui/draw/surface.h"
#include "web/ui/item/answer_field.h"
#include "web/ui/screen/item_facts.h"
#include "web/ui/screen/item_words.h"
#include "web/ui/words/strings_items.h"

namespace pingshen::ui {
namespace {

constexpr int kPlacesShown = 2;
constexpr int kMostPlaces = 9;

std::string UnitOf(const Frame& frame, const model::Item& item) {
  const std::string& own = frame.Say(item.unit);
  if (!own.empty()) return own;
  const std::string per = item.per.ToString();
  if (per == "100") return std::string(frame.Say(say::kPerHundred));
  if (per == "1000") return std::string(frame.Say(say::kPerThousand));
  return per == "1" ? std::string() : Fill(frame.Say(say::kPer), per);
}

// So many places as the reported figure has, or as the form says.
int PlacesOf(const model::Item& item, const model::Value& reported) {
  if (!reported.empty()) {
    const std::size_t point = reported.text().find('.');
    return point == std::string::npos
               ? 0
               : std::min(kMostPlaces, static_cast<int>(reported.text().size() - point - 1));
  }
  return item.decimals.value_or(kPlacesShown);
}

struct Rate {
  std::string text;
  bool zero_denominator = false;
};
Rate RateOf(const model::Item& item, const model::Value& numerator, const model::Value& denominator,
            const model::Value& reported) {
  const std::optional<Decimal> above = numerator.AsDecimal(), below = denominator.AsDecimal();
  if (!above || !below) return {};
  if (below->IsZero()) return {{}, true};
  const std::optional<Decimal> scaled = above->Times(item.per);
  if (!scaled) return {};
  const int places = PlacesOf(item, reported);
  const std::optional<Decimal> rate = scaled->DividedBy(*below, places);
  return rate ? Rate{rate->ToFixed(places), false} : Rate{};
}

void DrawComputed(ScreenContext& context, Column& column, const evaluation::ItemState& state,
                  const std::string& path_text, std::string_view unit) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const model::Value& reported = AnswerAt(context, WithField(state.path, model::kReportedField));
  const Rate rate =
      RateOf(*state.item, AnswerAt(context, WithField(state.path, model::kNumeratorField)),
             AnswerAt(context, WithField(state.path, model::kDenominatorField)), reported);
  const std::string_view label = frame.Say(say::kComputedRate);
  DrawText(frame, column.Take(kBodyStrong.line_px), kBodyStrong, p.text, label);
  column.Gap(6);
  const Rect box = column.Take(size::kControl);
  const bool known = !rate.text.empty();
  const bool differs = known && !reported.empty() && reported.text() != rate.text;
  const bool agrees = known && !reported.empty() && !differs;
  DrawSurface(frame, box,
              {.fill = differs  ? p.warn_soft
                       : agrees ? p.good_soft
                                : p.sunken,
               .edge = p.hairline,
               .radius = size::kControlRadius});
  std::string told(label);
  told += ' ';
  const Rect text{box.x + space::k12, box.y, box.width - 2 * space::k12, box.height};
  if (!known) {
    const std::string_view why =
        frame.Say(rate.zero_denominator ? say::kZeroDenominator : say::kComputedRateOpen);
    DrawText(frame, text, kSmall, rate.zero_denominator ? p.bad : p.text_soft, why);
    told += why;
  } else {
    const std::string shown = rate.text + (unit.empty() ? "" : " ") + std::string(unit);
    DrawText(frame, text, kLabel, differs ? p.warn : agrees ? p.good : p.text, shown);
    told += shown;
    if (!reported.empty()) {
      const Icon icon = differs ? Icon::kWarning : Icon::kCheck;
      DrawIcon(frame, icon, {Right(text) - size::kIcon, text.y, size::kIcon, text.height},
               differs ? p.warn : p.good);
      told += ' ';
      told += frame.Say(differs ? say::kRateDiffers : say::kRateAgrees);
    }
  }
  Tell(frame, Role::kStatus, path_text + "/rate", told, box);
}

}  // namespace

void DrawRatioAnswer(ScreenContext& context, Column& column, const evaluation::ItemState& state,
                     const std::string& path_text, std::string_view name) {
  Frame& frame = context.frame;
  const std::string unit = UnitOf(frame, *state.item);
  const auto draw_field = [&](Column& place, std::string_view field, model::ValueKind kind,
                              std::string_view unit_text) {
    const model::Text words = model::FieldLabel(*state.item, field);
    const std::string& label = frame.Say(words);
    std::string full_name(name);
    full_name += ' ';
    full_name += label;
    DrawAnswerField(context, place,
                    {.path = WithField(state.path, field),
                     .kind = kind,
                     .field = {.id = path_text + ":" + std::string(field),
                               .name = full_name,
                               .label = label,
                               .text = {},
                               .unit = unit_text,
                               .required = IsRequired(state)}});
  };

  // Two fields beside each other, where a number and its label have room.
  constexpr float kLeastField = 132;
  const float gap = space::k12;
  const bool two = column.width >= 2 * kLeastField + gap;
  const float width = two ? (column.width - gap) * 0.5f : column.width;
  const auto pair = [&](auto left, auto right) {
    Column first{column.x, column.y, width};
    left(first);
    Column second{two ? column.x + width + gap : column.x, two ? column.y : first.y + gap, width};
    right(second);
    column.y = std::max(first.y, second.y);
  };
  pair(
      [&](Column& place) {
        draw_field(place, model::kNumeratorField, model::ValueKind::kDecimal, {});
      },
      [&](Column& place) {
        draw_field(place, model::kDenominatorField, model::ValueKind::kDecimal, {});
      });
  column.Gap(space::k16);
  pair(
      [&](Column& place) {
        draw_field(place, model::kReportedField, model::ValueKind::kFigure, unit);
      },
      [&](Column& place) { DrawComputed(context, place, state, path_text, unit); });
}

}  // namespace pingshen::ui
