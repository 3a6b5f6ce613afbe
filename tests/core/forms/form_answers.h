// Answers by the codes of items, and what a form makes of them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/forms/engine.h"
#include "core/forms/loader.h"

namespace pingshen::forms {

class FormAnswers : private World {
 public:
  FormAnswers() = default;
  FormAnswers(const FormAnswers& other) : World(), answers_(other.answers_) {}
  FormAnswers& operator=(const FormAnswers&) = delete;

  FormAnswers& Set(std::string code, model::Value value) {
    answers_[std::move(code)] = {std::move(value)};
    return *this;
  }
  FormAnswers& SetChoice(std::string code, std::string option) {
    return Set(std::move(code), model::Value::Choice(std::move(option)));
  }
  FormAnswers& SetNumber(std::string code, std::string_view text) {
    return Set(std::move(code), model::Value::Make(model::ValueKind::kDecimal, text).value());
  }
  // Of a child of a repeat: one for each instance.
  FormAnswers& SetAll(std::string code, std::vector<model::Value> values) {
    answers_[std::move(code)] = std::move(values);
    return *this;
  }

  // Codes of the vetoes of a points scheme that hold.
  std::vector<std::string> Vetoes(const LoadedForm& form) const {
    const auto engine = Answered(form);
    const auto& scheme = std::get<model::PointsScheme>(form.form.scheme);
    std::vector<std::string> codes;
    for (std::size_t veto = 0; veto < scheme.vetoes.size(); ++veto)
      if (engine->VetoHolds(veto)) codes.push_back(scheme.vetoes[veto].code);
    return codes;
  }
  // By its own expression; inside a repeat that of the first instance.
  bool Relevant(const LoadedForm& form, std::string_view code) const {
    return StateOf(*Answered(form), code).own_relevant;
  }
  bool Holds(const LoadedForm& form, std::string_view code, model::Value value) const {
    FormAnswers with(*this);
    auto& all = with.answers_[std::string(code)];
    all = {std::move(value)};
    return StateOf(*with.Answered(form), code).constraint_holds;
  }

 private:
  std::int64_t NowUtcMs() const override { return 1'795'276'800'000; }  // 2026-11-22 in China

  std::unique_ptr<Engine> Answered(const LoadedForm& form) const {
    World& world = const_cast<FormAnswers&>(*this);
    auto engine = std::make_unique<Engine>(form.plan, form.form, world);
    for (const auto& [code, values] : answers_) {
      model::FieldPath path = model::FieldPath::Of(code);
      const model::Item* repeat = form.RepeatOf(code);
      for (std::uint32_t number = 1; number <= values.size(); ++number) {
        if (repeat != nullptr) {
          path = {{{repeat->code, number}}, {}, {}};
          engine->Apply(path, model::Value::Presence(true));
          path.item = code;
        }
        engine->Apply(path, values[number - 1]);
      }
    }
    engine->RecalculateAll();
    return engine;
  }

  static const CellState& StateOf(const Engine& engine, std::string_view code) {
    const std::uint32_t node = engine.plan().Find(code);
    std::uint32_t frame = 0;
    if (const std::uint32_t kind = engine.plan().nodes[node].frame_kind; kind != 0)
      frame = engine.InstancesOf({engine.plan().frame_kinds[kind].repeat, 0}).front();
    return engine.At({node, frame});
  }

  std::map<std::string, std::vector<model::Value>, std::less<>> answers_;
};

}  // namespace pingshen::forms
