// The expression language: compile once, evaluate often. XPath 1.0 and the functions of the ODK
// XForms specification, over numbered answers (references.h), a tree (tree.h) and the world
// (environment.h).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/error.h"
#include "core/expression/environment.h"
#include "core/expression/references.h"
#include "core/expression/syntax.h"
#include "core/expression/tree.h"

namespace pingshen::expression {

// What a name or a path of the form stands for.
struct Target {
  std::uint32_t id = 0;  // the resolver's own number of the item
  // Seen from the place of the expression it may have any number of answers (a child of a repeat
  // outside the repeat): it then compares and counts as all of them.
  bool repeated = false;
};

// A location path without predicates: "/data/g/x", "../x", "current()/../x", "x".
struct StaticPath {
  bool absolute = false;
  std::uint32_t up = 0;                 // leading ".." steps
  std::vector<std::string_view> names;  // child steps; one may carry a prefix; "@x" is an attribute
};

// What the form knows. std::nullopt: there is no such item.
class Resolver {
 public:
  virtual ~Resolver() = default;
  virtual std::optional<Target> Name(std::string_view name) const = 0;
  // std::nullopt: the path is left to the tree at evaluation.
  virtual std::optional<Target> Path(const StaticPath&) const { return std::nullopt; }
  // The URI of a namespace prefix; std::nullopt makes the expression wrong. "" asks for the
  // namespace of names without a prefix.
  virtual std::optional<std::string> Namespace(std::string_view prefix) const {
    return prefix.empty() ? std::optional<std::string>("") : std::nullopt;
  }
};

enum class Use : std::uint8_t {
  kOne,       // one answer: References::One
  kAll,       // all answers in scope of the place: References::All
  kEvery,     // all answers of the form, wherever they stand (indexed-repeat): References::All
  kPosition,  // only which repeat instance it is: References::Position
  kPoints,    // only its points: References::Points
};

// The reference with this number in the order of dependencies(). The same item appears once for
// each use.
struct Dependency {
  std::uint32_t id = 0;  // Target::id
  Use use = Use::kOne;
  bool wants_node = false;  // References::NodeOf is asked
  friend bool operator==(const Dependency&, const Dependency&) = default;
};

enum class Type : std::uint8_t {
  kBoolean,
  kNumber,
  kString,
  kDate,  // a string that is a number of days in arithmetic and comparisons
  kNodes,
  kAny,  // known only when evaluated: if(), coalesce() … of different types
};

// What evaluation reads. Everything must remain live during the call.
struct Context {
  const References& references;
  Environment& environment;
  const Cell* self = nullptr;  // `.` of an expression that no tree is given for
  // For expressions with uses_tree(): the tree and the node that `.` and relative paths start from.
  const Tree* tree = nullptr;
  Node place = {};
};

using Nodes = std::vector<Node>;  // in document order, except of randomize()
// In the expression's own type; a date as its text.
using Any = std::variant<bool, double, std::string, Nodes>;

namespace program {
struct Program;
}

// Immutable; copies share one program and may be evaluated on several threads at the same time.
class Expression {
 public:
  Type type() const;
  const std::vector<Dependency>& dependencies() const;
  // now(), today(), random(), uuid(), unseeded randomize(): differs from one evaluation to the
  // next.
  bool is_volatile() const;
  // `.` or current() stands for the value under test.
  bool uses_self() const;
  // Reads the tree: paths that the resolver left open. If such a path may leave the secondary
  // instances, reads_whole_form() holds too: the result depends on anything.
  bool uses_tree() const;
  bool reads_whole_form() const;
  bool uses_last_saved() const;
  // Value once computed is kept: once(…) is the outermost function.
  bool is_once() const;

  // ERR_EXPRESSION: a question that the environment cannot answer, a malformed pattern, too much
  // work (kMaxSteps). Conversions follow XPath 1.0: boolean(), number(), string() of the result.
  Result<bool> EvaluateBoolean(const Context& context) const;
  Result<double> EvaluateNumber(const Context& context) const;
  Result<std::string> EvaluateString(const Context& context) const;
  // ERR_EXPRESSION too when the result is no node-set.
  Result<Nodes> EvaluateNodes(const Context& context) const;
  Result<Any> Evaluate(const Context& context) const;

 private:
  friend class Compiler;
  std::shared_ptr<const program::Program> program_;
};

struct CompileOptions {
  Place start = {};  // of the first character, for errors
  // A function that does not exist, or with a wrong number of arguments, is an error when it is
  // called instead of at once. For judging expressions of strangers; a form is refused.
  bool late_function_errors = false;
};

// Nodes visited and characters made in one evaluation: a second of work at the most.
inline constexpr std::uint64_t kMaxSteps = 20'000'000;

// ERR_EXPRESSION with "line, column: what" as context: syntax, unknown or unsupported function,
// wrong number of arguments, unknown ${name}, unknown prefix, an argument that must be a node-set.
Result<Expression> Compile(std::string_view text, const Resolver& resolver,
                           const CompileOptions& options = {});
// The same from a tree.
Result<Expression> Compile(const SyntaxTree& tree, const Resolver& resolver,
                           const CompileOptions& options = {});

}  // namespace pingshen::expression
