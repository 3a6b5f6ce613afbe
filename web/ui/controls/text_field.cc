#include "web/ui/controls/text_field.h"

#include <utility>

#include "core/base/utf8.h"
#include "web/ui/controls/parts.h"

namespace pingshen::ui {
namespace {

constexpr float kPaddingX = space::k12;
constexpr float kFramePx = 2;  // of the widest edge
constexpr float kMultilinePaddingY = 10;
constexpr int kMultilineRows = 3;

void DrawValue(Frame& frame, const Rect& inner, const TextFieldSpec& spec) {
  const ImU32 ink = spec.disabled ? frame.palette.text_soft : frame.palette.text;
  if (spec.text.empty()) {
    const Rect first{inner.x, inner.y, inner.width, spec.multiline ? kField.line_px : inner.height};
    DrawText(frame, first, kField, frame.palette.text_soft, spec.placeholder);
    return;
  }
  if (spec.mode == InputMode::kPassword) {
    constexpr float kDotStep = 12, kDotRadius = 3.5f;
    float x = inner.x + kDotRadius;
    for (std::size_t count = CodePointCount(spec.text); count > 0 && x < Right(inner);
         --count, x += kDotStep) {
      if (frame.Shows(inner))
        frame.draw.AddCircleFilled({x, inner.y + inner.height * 0.5f}, kDotRadius, ink);
    }
    return;
  }
  const std::string_view text = spec.shown.empty() ? spec.text : spec.shown;
  if (spec.multiline) {
    Column column{inner.x, inner.y, inner.width};
    DrawParagraph(frame, column, kField, ink, text);
  } else {
    DrawText(frame, inner, kField, ink, text);
  }
}

}  // namespace

void DrawTextField(Frame& frame, Column& column, const TextFieldSpec& spec) {
  const Palette& p = frame.palette;
  if (!spec.label.empty()) {
    const Rect line = column.Take(kBodyStrong.line_px);
    DrawText(frame, line, kBodyStrong, p.text, spec.label);
    if (!spec.mark.empty()) {
      const float used = frame.text.Width(spec.label, kBodyStrong) + space::k8;
      DrawText(frame, {line.x + used, line.y, std::max(1.0f, line.width - used), line.height},
               kSmall, p.text_soft, spec.mark);
    }
    column.Gap(6);
  }

  const float unit_width = spec.unit.empty() ? 0 : frame.text.Width(spec.unit, kBody) + space::k8;
  const float icon_width = spec.icon ? size::kIcon + space::k8 : 0;
  const float text_width = column.width - 2 * kPaddingX - unit_width - icon_width;
  float height = size::kControl;
  if (spec.multiline) {
    const float rows = std::max<float>(
        kMultilineRows,
        static_cast<float>(frame.text.Wrap(spec.text, kField, text_width).lines.size()));
    height = rows * kField.line_px + 2 * kMultilinePaddingY;
  }
  const Rect box = column.Take(height);
  const Rect inner{box.x + kPaddingX, box.y + (spec.multiline ? kMultilinePaddingY : kFramePx),
                   text_width, box.height - 2 * (spec.multiline ? kMultilinePaddingY : kFramePx)};
  const bool focused = frame.mirror.Focused(spec.id);
  const bool invalid = spec.invalid || !spec.error.empty();

  Control control;
  control.id = spec.id;
  control.role = spec.multiline ? Role::kMultilineTextbox : Role::kTextbox;
  control.name = spec.name;
  control.value = spec.text;
  control.description = spec.error.empty() ? spec.hint : spec.error;
  control.input_mode = spec.mode;
  control.disabled = spec.disabled;
  control.invalid = invalid;
  control.required = spec.required;
  control.max_length = spec.max_length;
  control.font_px = kField.size_px;
  control.rect = inner;
  frame.mirror.Add(std::move(control), frame.clip);

  // The whole box leads into the field, also where the page's own field does not reach.
  const PointerAnswer answer = frame.mirror.muted() || spec.disabled
                                   ? PointerAnswer{}
                                   : frame.pointer.Answer(spec.id, box, frame.clip);
  if (answer.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
  if (answer.tapped && !focused) frame.output.request_focus = spec.id;

  if (frame.Shows(box)) {
    const ImU32 edge = invalid          ? p.bad
                       : focused        ? p.accent
                       : answer.hovered ? p.accent
                                        : p.border_strong;
    const float edge_px = focused || invalid ? 2.0f : 1.0f;
    if (focused)
      FillBox(frame, Inset(box, -3, -3), invalid ? p.bad_soft : p.accent_soft,
              size::kControlRadius + 3);
    FillBox(frame, box, edge, size::kControlRadius);
    FillBox(frame, Inset(box, edge_px, edge_px), spec.disabled ? p.page : p.surface,
            size::kControlRadius - edge_px);
    if (!focused) DrawValue(frame, inner, spec);
    if (!spec.unit.empty()) {
      DrawText(frame, {box.x, box.y, box.width - kPaddingX, box.height}, kBody, p.text_soft,
               spec.unit, Align::kRight);
    }
    if (spec.icon) {
      DrawIcon(frame, *spec.icon,
               {Right(box) - kPaddingX - size::kIcon, box.y, size::kIcon, box.height}, p.text_soft);
    }
  }

  if (!spec.error.empty()) {
    DrawProblem(frame, column, spec.error);
  } else if (!spec.hint.empty()) {
    column.Gap(space::k4);
    DrawParagraph(frame, column, kSmall, p.text_soft, spec.hint);
  }
}

bool LocalTextField(Frame& frame, Column& column, TextFieldSpec spec, std::string& text) {
  bool changed = false;
  if (!frame.mirror.muted()) {
    for (const TextEdit& edit : frame.mirror.dom().edits) {
      if (edit.id != spec.id || edit.text == text) continue;
      text = edit.text;
      changed = true;
    }
  }
  spec.text = text;
  DrawTextField(frame, column, spec);
  return changed;
}

}  // namespace pingshen::ui
