// Answers in a map, for tests of expressions.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/forms/expression.h"

namespace pingshen::forms {

class MapScope : public Scope {
 public:
  MapScope& Set(std::string code, model::Value value) {
    answers_[std::move(code)] = {std::move(value)};
    return *this;
  }
  MapScope& SetChoice(std::string code, std::string option) {
    return Set(std::move(code), model::Value::Choice(std::move(option)));
  }
  MapScope& SetNumber(std::string code, std::string_view text) {
    return Set(std::move(code), model::Value::Make(model::ValueKind::kDecimal, text).value());
  }
  MapScope& SetAll(std::string code, std::vector<model::Value> values) {
    answers_[std::move(code)] = std::move(values);
    return *this;
  }
  MapScope& SetCurrent(model::Value value) {
    current_ = std::move(value);
    return *this;
  }

  model::Value Answer(std::string_view code) const override {
    const auto found = answers_.find(code);
    return found == answers_.end() || found->second.empty() ? model::Value()
                                                            : found->second.front();
  }
  std::vector<model::Value> Answers(std::string_view code) const override {
    const auto found = answers_.find(code);
    return found == answers_.end() ? std::vector<model::Value>() : found->second;
  }
  model::Value Current() const override { return current_; }
  std::string Today() const override { return "2026-11-22"; }

 private:
  std::map<std::string, std::vector<model::Value>, std::less<>> answers_;
  model::Value current_;
};

}  // namespace pingshen::forms
