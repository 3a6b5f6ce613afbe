// What the evaluator runs: a flat tree with references as numbers and functions as pointers.
// Private to the room.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/expression/expression.h"
#include "core/expression/syntax.h"

namespace pingshen::expression {
class Evaluator;
struct Value;
}  // namespace pingshen::expression

namespace pingshen::expression::program {

enum class Op : std::uint8_t {
  kNumber,
  kText,
  kOne,            // reference, Use::kOne
  kAll,            // reference, Use::kAll or kEvery
  kSelf,           // the value under test
  kFocus,          // `.` inside a predicate
  kPosition,       // reference, Use::kPosition
  kPoints,         // reference, Use::kPoints
  kLastSaved,      // texts[payload]
  kOneEqualsText,  // reference `first` against texts[payload]
  kOneDiffersText,
  kOr,  // any number of children, as all chains
  kAnd,
  kSum,      // chain of + and -; payload: the first of its operators
  kProduct,  // chain of * div mod, the same
  kEqual,    // two children from here
  kNotEqual,
  kLess,
  kLessOrEqual,
  kGreater,
  kGreaterOrEqual,
  kNegate,
  kUnion,
  kIf,
  kNot,
  kToBoolean,
  kToNumber,
  kToText,
  kTrue,
  kFalse,
  kPath,     // payload: index of its PathInfo; children: the start expression if it has one
  kFilter,   // children: primary, predicates…
  kCall,     // function
  kUnknown,  // a call that cannot be: texts[payload] says why
};

struct Code;
using Implementation = Value (*)(Evaluator&, const Code&);

struct Code {
  Op op = Op::kNumber;
  Type type = Type::kAny;
  std::uint32_t count = 0;  // children
  std::uint32_t first = 0;  // into Program::children; of references: the number
  std::uint32_t payload = 0;
  std::uint32_t offset = 0;  // in the text, for errors
  double number = 0;
  Implementation call = nullptr;
};

struct Step {
  Axis axis = Axis::kChild;
  NodeTest test = NodeTest::kNode;
  bool unprefixed =
      false;  // matches names written without a prefix, whatever the default namespace
  std::string name;
  std::string uri;
  std::vector<std::uint32_t> predicates;
};

struct PathInfo {
  bool absolute = false;
  std::vector<Step> steps;
};

struct Program {
  std::vector<Code> codes;  // the root is the last
  std::vector<std::uint32_t> children;
  std::vector<Operator> operators;  // count - 1 for each kSum and kProduct
  std::vector<std::string> texts;
  std::vector<PathInfo> paths;
  std::vector<Dependency> dependencies;
  std::string source;
  Place start;
  bool is_volatile = false;
  bool uses_self = false;
  bool uses_tree = false;
  bool reads_whole_form = false;
  bool uses_last_saved = false;
  bool is_once = false;

  std::uint32_t root() const { return static_cast<std::uint32_t>(codes.size() - 1); }
};

}  // namespace pingshen::expression::program
