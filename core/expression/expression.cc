#include "core/expression/expression.h"

#include "core/expression/date.h"
#include "core/expression/evaluator.h"
#include "core/expression/program.h"

namespace pingshen::expression {

Type Expression::type() const { return program_->codes.back().type; }
const std::vector<Dependency>& Expression::dependencies() const { return program_->dependencies; }
bool Expression::is_volatile() const { return program_->is_volatile; }
bool Expression::uses_self() const { return program_->uses_self; }
bool Expression::uses_tree() const { return program_->uses_tree; }
bool Expression::reads_whole_form() const { return program_->reads_whole_form; }
bool Expression::uses_last_saved() const { return program_->uses_last_saved; }
bool Expression::is_once() const { return program_->is_once; }

Result<bool> Expression::EvaluateBoolean(const Context& context) const {
  Evaluator evaluator(*program_, context);
  const bool result = evaluator.Boolean(program_->root());
  if (auto error = evaluator.TakeError()) return std::unexpected(*std::move(error));
  return result;
}

Result<double> Expression::EvaluateNumber(const Context& context) const {
  Evaluator evaluator(*program_, context);
  const double result = evaluator.Number(program_->root());
  if (auto error = evaluator.TakeError()) return std::unexpected(*std::move(error));
  return result;
}

Result<std::string> Expression::EvaluateString(const Context& context) const {
  Evaluator evaluator(*program_, context);
  std::string result(evaluator.Text(program_->root()));
  if (auto error = evaluator.TakeError()) return std::unexpected(*std::move(error));
  return result;
}

Result<Nodes> Expression::EvaluateNodes(const Context& context) const {
  Evaluator evaluator(*program_, context);
  const NodeSet set = evaluator.Nodes(program_->root());
  if (auto error = evaluator.TakeError()) return std::unexpected(*std::move(error));
  return evaluator.Listed(set);
}

Result<Any> Expression::Evaluate(const Context& context) const {
  Evaluator evaluator(*program_, context);
  const Value value = evaluator.Evaluate(program_->root());
  if (auto error = evaluator.TakeError()) return std::unexpected(*std::move(error));
  switch (value.kind) {
    case Value::Kind::kBoolean:
      return value.boolean;
    case Value::Kind::kNumber:
      return value.number;
    case Value::Kind::kNodes:
      return evaluator.Listed(value.nodes);
    default:
      return std::string(evaluator.ToText(value));
  }
}

}  // namespace pingshen::expression
