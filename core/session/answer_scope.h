// What an expression of a form sees of the answers.
#pragma once

#include <string>
#include <vector>

#include "core/forms/expression.h"
#include "core/session/relevance.h"

namespace pingshen::session {

class AnswerScope : public forms::Scope {
 public:
  // `place`: the repeat instances around the expression. `relevance` must remain live while this
  // is.
  AnswerScope(const Relevance& relevance, Steps place, model::Value current)
      : relevance_(relevance), place_(std::move(place)), current_(std::move(current)) {}

  model::Value Answer(std::string_view code) const override;
  std::vector<model::Value> Answers(std::string_view code) const override;
  model::Value Current() const override { return current_; }
  std::string Today() const override { return relevance_.today(); }

 private:
  const Relevance& relevance_;
  Steps place_;
  model::Value current_;
};

}  // namespace pingshen::session
