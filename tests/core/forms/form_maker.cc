#include "tests/core/forms/form_maker.h"

#include <gtest/gtest.h>

#include <cmath>

namespace pingshen::forms {
namespace {

using model::FieldPath;
using model::Value;

void Describe(const Engine& engine, std::uint32_t frame, std::string& out) {
  const Plan& plan = engine.plan();
  const FrameKind& kind = plan.frame_kinds[engine.KindOf(frame)];
  for (const std::uint32_t node : kind.nodes) {
    const CellId cell{node, frame};
    const CellState& state = engine.At(cell);
    out += engine.PathOf(cell).ToString() + " = '" + std::string(state.seen.text) + "' " +
           (std::isnan(state.seen.number) ? "nan"
                                          : std::to_string(state.seen.number));  // NaN has a sign
    for (const bool flag :
         {state.relevant, state.constraint_holds, state.choice_offered, state.required,
          state.optional, state.read_only, state.may_be_not_applicable})
      out += flag ? " 1" : " 0";
    out += '\n';
    if (plan.nodes[node].inner == kNone) continue;
    for (const std::uint32_t inner : engine.InstancesOf(cell)) Describe(engine, inner, out);
  }
}

}  // namespace

Live::Live(model::Form made) : form(std::move(made)) {
  auto result = MakePlan(form);
  EXPECT_TRUE(result.has_value()) << result.error().what;
  plan = *result;
  engine = std::make_unique<Engine>(plan, form, world);
  engine->RecalculateAll();
}

Live& Live::Set(const std::string& path, const std::string& text) {
  const auto value =
      text.empty() ? Result<Value>(Value()) : Value::Make(model::ValueKind::kText, text);
  engine->Apply(*FieldPath::Parse(path), *value);
  engine->Recalculate();
  return *this;
}
Live& Live::Add(const std::string& instance) {
  engine->Apply(*FieldPath::Parse(instance), Value::Presence(true));
  engine->Recalculate();
  return *this;
}
Live& Live::Remove(const std::string& instance) {
  engine->Apply(*FieldPath::Parse(instance), Value::Presence(false));
  engine->Recalculate();
  return *this;
}

std::string Live::See(const std::string& path) const {
  const auto cell = engine->Find(*FieldPath::Parse(path));
  return cell ? std::string(engine->At(*cell).seen.text) : "(none)";
}
bool Live::Relevant(const std::string& path) const {
  const auto cell = engine->Find(*FieldPath::Parse(path));
  return cell && engine->At(*cell).relevant;
}

std::string Described(const Engine& engine) {
  std::string out;
  Describe(engine, 0, out);
  for (std::size_t veto = 0; veto < engine.plan().vetoes.size(); ++veto)
    out += engine.VetoHolds(veto) ? "veto 1\n" : "veto 0\n";
  return out;
}

}  // namespace pingshen::forms
