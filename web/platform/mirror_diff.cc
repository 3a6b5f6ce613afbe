#include "web/platform/mirror_diff.h"

#include <string_view>
#include <unordered_map>

#include "core/json/json.h"

namespace pingshen::platform {
namespace {

std::string_view InputModeName(ui::InputMode mode) {
  switch (mode) {
    case ui::InputMode::kText:
      return "text";
    case ui::InputMode::kNumeric:
      return "numeric";
    case ui::InputMode::kDecimal:
      return "decimal";
    case ui::InputMode::kDate:
      return "date";
    case ui::InputMode::kTime:
      return "time";
    case ui::InputMode::kDateTime:
      return "datetime";
    case ui::InputMode::kTelephone:
      return "telephone";
    case ui::InputMode::kPassword:
      return "password";
  }
  return "text";
}

bool SamePlace(const ui::Control& a, const ui::Control& b) {
  return a.rect.x == b.rect.x && a.rect.y == b.rect.y && a.rect.width == b.rect.width &&
         a.rect.height == b.rect.height && a.visible == b.visible;
}

bool SameButForPlace(const ui::Control& a, const ui::Control& b) {
  return a.role == b.role && a.name == b.name && a.value == b.value &&
         a.value_text == b.value_text && a.description == b.description && a.group == b.group &&
         a.owner == b.owner && a.input_mode == b.input_mode && a.low == b.low && a.high == b.high &&
         a.expanded == b.expanded && a.level == b.level && a.checked == b.checked &&
         a.disabled == b.disabled && a.invalid == b.invalid && a.required == b.required &&
         a.max_length == b.max_length && a.font_px == b.font_px;
}

bool SameOrder(const std::vector<ui::Control>& a, const std::vector<ui::Control>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].id != b[i].id) return false;
  }
  return true;
}

// Members that say nothing are left out.
void Write(json::Writer& out, const ui::Control& control) {
  out.BeginObject().Member("id", control.id).Member("role", ui::RoleName(control.role));
  out.Member("name", control.name);
  const bool text_box =
      control.role == ui::Role::kTextbox || control.role == ui::Role::kMultilineTextbox;
  if (text_box) {
    out.Member("value", control.value).Member("mode", InputModeName(control.input_mode));
    out.Key("font64").Integer(static_cast<std::int64_t>(control.font_px * 64));  // 1/64 px
    if (control.role == ui::Role::kMultilineTextbox) out.Key("multiline").Boolean(true);
  } else if (!control.value.empty()) {
    out.Member("value", control.value);
  }
  if (!control.value_text.empty()) out.Member("said", control.value_text);
  if (!control.description.empty()) out.Member("description", control.description);
  if (!control.group.empty()) out.Member("group", control.group);
  if (!control.owner.empty()) out.Member("owner", control.owner);
  if (control.level != 0) out.Key("level").Integer(control.level);
  if (control.max_length != 0) out.Key("max").Integer(control.max_length);
  if (control.role == ui::Role::kSlider)
    out.Member("low", control.low).Member("high", control.high);
  if (control.expanded != ui::Expanded::kNothing)
    out.Key("expanded").Boolean(control.expanded == ui::Expanded::kOpen);
  if (control.checked) out.Key("checked").Boolean(true);
  if (control.disabled) out.Key("disabled").Boolean(true);
  if (control.invalid) out.Key("invalid").Boolean(true);
  if (control.required) out.Key("required").Boolean(true);
  out.EndObject();
}

}  // namespace

MirrorChange MirrorDiff::Update(const std::vector<ui::Control>& controls) {
  MirrorChange change;
  const bool same_order = SameOrder(controls, last_);

  std::unordered_map<std::string_view, const ui::Control*> known;
  if (!same_order) {
    for (const ui::Control& control : last_) known.emplace(control.id, &control);
  }
  bool moved = !same_order;
  std::vector<const ui::Control*> changed;
  for (std::size_t i = 0; i < controls.size(); ++i) {
    const ui::Control* before = nullptr;
    if (same_order) {
      before = &last_[i];
    } else if (const auto found = known.find(controls[i].id); found != known.end()) {
      before = found->second;
    }
    if (before == nullptr || !SameButForPlace(*before, controls[i]))
      changed.push_back(&controls[i]);
    if (same_order && !SamePlace(*before, controls[i])) moved = true;
  }

  if (!same_order || !changed.empty()) {
    json::Writer out;
    out.BeginObject();
    if (!same_order) {
      out.Key("order").BeginArray();
      for (const ui::Control& control : controls) out.String(control.id);
      out.EndArray();
    }
    out.Key("controls").BeginArray();
    for (const ui::Control* control : changed) Write(out, *control);
    out.EndArray().EndObject();
    change.json = out.Take();
  }
  if (moved) {
    change.places.reserve(controls.size() * kFloatsPerPlace);
    for (const ui::Control& control : controls) {
      change.places.insert(change.places.end(),
                           {control.rect.x, control.rect.y, control.rect.width, control.rect.height,
                            control.visible ? 1.0F : 0.0F});
    }
  }
  if (!change.empty()) last_ = controls;
  return change;
}

}  // namespace pingshen::platform
