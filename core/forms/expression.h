// The expression language (a subset of XPath 1.0 as XLSForm writes it): compile once, evaluate
// often. First part: literals, ${code}, `.`, or and = != < <= > >= + - * div mod, unary minus,
// parentheses, and the functions listed in expression_functions.h. Anything else is a compile error
// that names it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/model/value.h"

namespace pingshen::forms {

namespace ast {
struct Tree;
}

// What an expression sees of the answers.
class Scope {
 public:
  virtual ~Scope() = default;
  // Answer of ${code} as seen from the place of evaluation (same repeat instance first); empty when
  // unanswered or not relevant.
  virtual model::Value Answer(std::string_view code) const = 0;
  // All instances' answers of a child of a repeat, in order, empty ones too; one element for an
  // item outside repeats. Of a repeat's own code: one value (kPresence "1") for each instance that
  // exists.
  virtual std::vector<model::Value> Answers(std::string_view code) const = 0;
  // `.`: the value under test.
  virtual model::Value Current() const = 0;
  // Local date of the assessment, "2026-11-22", for today().
  virtual std::string Today() const = 0;
};

// XPath semantics: a boolean, a double, or a string. An answer is its canonical text; unanswered is
// "".
class CompiledExpression {
 public:
  // REQUIRES for all three: made by Compile or Load.
  bool EvaluateBoolean(const Scope& scope) const;
  double EvaluateNumber(const Scope& scope) const;
  std::string EvaluateString(const Scope& scope) const;
  // Codes that it reads, sorted, unique.
  const std::vector<std::string>& dependencies() const { return dependencies_; }

 private:
  friend class Compiler;
  std::shared_ptr<const ast::Tree> tree_;
  std::vector<std::string> dependencies_;
};

// ERR_EXPRESSION with "line, column: what" as context; line and column of `text`'s first character
// are given.
Result<CompiledExpression> Compile(std::string_view text, std::uint32_t line = 1,
                                   std::uint32_t column = 1);

}  // namespace pingshen::forms
