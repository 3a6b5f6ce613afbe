// Syntax tree into program: names into numbers, functions into pointers, chains into one code each.
#include <algorithm>
#include <deque>
#include <map>
#include <utility>

#include "core/expression/expression.h"
#include "core/expression/functions.h"
#include "core/expression/program.h"

namespace pingshen::expression {

using program::Code;
using program::Op;

namespace {

// What an operand is wanted as; decides how a ${name} is used.
enum class Want : std::uint8_t { kValue, kNodeSet, kWalkedNodes, kEveryNode };

bool IsBareCall(const Syntax& syntax, std::string_view name) {
  return syntax.kind == SyntaxKind::kCall && syntax.text == name && syntax.children.empty();
}

Type Joined(Type left, Type right) { return left == right ? left : Type::kAny; }

}  // namespace

class Compiler {
 public:
  Compiler(std::string_view text, const Resolver& resolver, const CompileOptions& options)
      : text_(text), resolver_(resolver), options_(options) {
    program_.source = text;
    program_.start = options.start;
  }

  Result<Expression> Run(const Syntax& syntax) {
    program_.is_once = syntax.kind == SyntaxKind::kCall && syntax.text == "once";
    Compile(syntax, Want::kValue);
    if (!error_.empty()) return Fail(ErrorCode::ERR_EXPRESSION, std::move(error_));
    Expression expression;
    expression.program_ = std::make_shared<const program::Program>(std::move(program_));
    return expression;
  }

 private:
  std::uint32_t Refuse(const Syntax& at, std::string what) {
    if (error_.empty()) {
      const Place place = PlaceOf(text_, at.offset, options_.start);
      error_ = "line " + std::to_string(place.line) + ", column " + std::to_string(place.column) +
               ": " + std::move(what);
    }
    return Add(at, {});
  }

  std::uint32_t Add(const Syntax& at, Code code) {
    code.offset = at.offset;
    program_.codes.push_back(code);
    return static_cast<std::uint32_t>(program_.codes.size() - 1);
  }

  std::uint32_t AddText(std::string text) {
    program_.texts.push_back(std::move(text));
    return static_cast<std::uint32_t>(program_.texts.size() - 1);
  }

  std::uint32_t AddParent(const Syntax& at, Code code, const std::vector<std::uint32_t>& children) {
    code.first = static_cast<std::uint32_t>(program_.children.size());
    code.count = static_cast<std::uint32_t>(children.size());
    program_.children.insert(program_.children.end(), children.begin(), children.end());
    return Add(at, code);
  }

  Type TypeOf(std::uint32_t at) const { return program_.codes[at].type; }

  std::uint32_t Depend(Target target, Use use, bool wants_node) {
    const auto [found, is_new] = numbers_.try_emplace(
        {target.id, use}, static_cast<std::uint32_t>(program_.dependencies.size()));
    if (is_new) program_.dependencies.push_back({target.id, use, wants_node});
    if (wants_node) {
      program_.dependencies[found->second].wants_node = true;
      program_.uses_tree = true;
    }
    return found->second;
  }

  std::uint32_t Reference(const Syntax& at, Target target, Want want) {
    const bool walked = want == Want::kWalkedNodes || want == Want::kEveryNode;
    const Use use = want == Want::kEveryNode                   ? Use::kEvery
                    : want == Want::kValue && !target.repeated ? Use::kOne
                                                               : Use::kAll;
    return Add(at, {.op = use == Use::kOne ? Op::kOne : Op::kAll,
                    .type = Type::kNodes,
                    .first = Depend(target, use, walked)});
  }

  // The item that a ${name} or a path stands for.
  std::optional<Target> TargetOf(const Syntax& syntax) {
    if (syntax.kind == SyntaxKind::kReference) return resolver_.Name(syntax.text);
    if (syntax.kind != SyntaxKind::kPath) return std::nullopt;
    StaticPath path;
    path.absolute = syntax.absolute;
    std::size_t first = 0;
    if (syntax.has_start) {
      if (!IsBareCall(syntax.children.front(), "current")) return std::nullopt;
      first = 1;
    } else if (!syntax.absolute && predicate_depth_ > 0) {
      return std::nullopt;
    }
    for (std::size_t i = first; i < syntax.children.size(); ++i) {
      const Syntax& step = syntax.children[i];
      if (!step.children.empty()) return std::nullopt;
      if (step.test == NodeTest::kNode && step.axis == Axis::kSelf) continue;
      if (step.test == NodeTest::kNode && step.axis == Axis::kParent && path.names.empty()) {
        ++path.up;
      } else if (step.test == NodeTest::kName && step.axis == Axis::kChild) {
        names_.push_back(step.prefix.empty() ? step.text : step.prefix + ":" + step.text);
        path.names.emplace_back(names_.back());
      } else if (step.test == NodeTest::kName && step.axis == Axis::kAttribute) {
        names_.push_back("@" + (step.prefix.empty() ? step.text : step.prefix + ":" + step.text));
        path.names.emplace_back(names_.back());
      } else {
        return std::nullopt;
      }
    }
    if (!path.absolute && path.up == 0 && path.names.empty()) return std::nullopt;  // `.`
    return resolver_.Path(path);
  }

  std::uint32_t Compile(const Syntax& syntax, Want want) {
    if (!error_.empty()) return 0;
    switch (syntax.kind) {
      case SyntaxKind::kNumber:
        return Add(syntax, {.op = Op::kNumber, .type = Type::kNumber, .number = syntax.number});
      case SyntaxKind::kText:
        return Add(syntax,
                   {.op = Op::kText, .type = Type::kString, .payload = AddText(syntax.text)});
      case SyntaxKind::kReference: {
        const auto target = resolver_.Name(syntax.text);
        if (!target) return Refuse(syntax, "there is no ${" + syntax.text + "}");
        return Reference(syntax, *target, want);
      }
      case SyntaxKind::kLastSaved:
        program_.uses_last_saved = true;
        return Add(syntax,
                   {.op = Op::kLastSaved, .type = Type::kString, .payload = AddText(syntax.text)});
      case SyntaxKind::kOperation:
        return Operation(syntax);
      case SyntaxKind::kNegate: {
        const std::uint32_t operand = Compile(syntax.children.front(), Want::kValue);
        if (program_.codes.empty() || !error_.empty()) return 0;
        Code& code = program_.codes[operand];
        if (code.op == Op::kNumber) {
          code.number = -code.number;
          return operand;
        }
        return AddParent(syntax, {.op = Op::kNegate, .type = Type::kNumber}, {operand});
      }
      case SyntaxKind::kCall:
        return Call(syntax, want);
      case SyntaxKind::kFilter:
        return Filter(syntax);
      case SyntaxKind::kPath:
        return Path(syntax, want);
      case SyntaxKind::kStep:
        break;
    }
    return Refuse(syntax, "a step without its path");
  }

  std::vector<std::uint32_t> Children(const Syntax& syntax, Want want) {
    std::vector<std::uint32_t> children;
    children.reserve(syntax.children.size());
    for (const Syntax& child : syntax.children) children.push_back(Compile(child, want));
    return children;
  }

  std::uint32_t Operation(const Syntax& syntax) {
    switch (syntax.operators.front()) {
      case Operator::kOr:
        return AddParent(syntax, {.op = Op::kOr, .type = Type::kBoolean},
                         Children(syntax, Want::kValue));
      case Operator::kAnd:
        return AddParent(syntax, {.op = Op::kAnd, .type = Type::kBoolean},
                         Children(syntax, Want::kValue));
      case Operator::kAdd:
      case Operator::kSubtract:
      case Operator::kMultiply:
      case Operator::kDivide:
      case Operator::kModulo: {
        const bool sum = syntax.operators.front() == Operator::kAdd ||
                         syntax.operators.front() == Operator::kSubtract;
        const auto children = Children(syntax, Want::kValue);
        const auto first = static_cast<std::uint32_t>(program_.operators.size());
        program_.operators.insert(program_.operators.end(), syntax.operators.begin(),
                                  syntax.operators.end());
        return AddParent(
            syntax, {.op = sum ? Op::kSum : Op::kProduct, .type = Type::kNumber, .payload = first},
            children);
      }
      case Operator::kUnion: {
        const auto children = Children(syntax, Want::kWalkedNodes);
        if (!error_.empty()) return 0;
        for (std::size_t i = 0; i < children.size(); ++i)
          if (TypeOf(children[i]) != Type::kNodes && TypeOf(children[i]) != Type::kAny)
            return Refuse(syntax.children[i], "| joins node-sets only");
        program_.uses_tree = true;
        return AddParent(syntax, {.op = Op::kUnion, .type = Type::kNodes}, children);
      }
      default:
        return Comparison(syntax);
    }
  }

  std::uint32_t Comparison(const Syntax& syntax) {
    std::uint32_t left = Compile(syntax.children.front(), Want::kValue);
    for (std::size_t i = 1; i < syntax.children.size(); ++i) {
      const std::uint32_t right = Compile(syntax.children[i], Want::kValue);
      if (!error_.empty()) return 0;
      left = Compared(syntax, syntax.operators[i - 1], left, right);
    }
    return left;
  }

  std::uint32_t Compared(const Syntax& at, Operator op, std::uint32_t left, std::uint32_t right) {
    if (op == Operator::kEqual || op == Operator::kNotEqual) {
      const Code& a = program_.codes[left];
      const Code& b = program_.codes[right];
      const Code* one = a.op == Op::kOne ? &a : b.op == Op::kOne ? &b : nullptr;
      const Code* text = a.op == Op::kText ? &a : b.op == Op::kText ? &b : nullptr;
      if (one != nullptr && text != nullptr)
        return Add(at, {.op = op == Operator::kEqual ? Op::kOneEqualsText : Op::kOneDiffersText,
                        .type = Type::kBoolean,
                        .first = one->first,
                        .payload = text->payload});
    }
    constexpr auto kFirst = static_cast<int>(Operator::kEqual);
    const auto code = static_cast<Op>(static_cast<int>(Op::kEqual) + static_cast<int>(op) - kFirst);
    return AddParent(at, {.op = code, .type = Type::kBoolean}, {left, right});
  }

  std::uint32_t Call(const Syntax& call, Want want) {
    const FunctionInfo* info = FindFunction(call.text);
    const std::string problem = ProblemOf(call, info);
    if (!problem.empty()) {
      if (!options_.late_function_errors) return Refuse(call, problem);
      return Add(call, {.op = Op::kUnknown, .type = Type::kAny, .payload = AddText(problem)});
    }
    const std::size_t count = call.children.size();
    if (info->is_volatile && !(call.text == "randomize" && count == 2)) program_.is_volatile = true;
    if (call.text == "current" || call.text == "once") program_.uses_self = true;
    if (call.text == "current") return Add(call, {.op = Op::kSelf, .type = Type::kNodes});
    if (call.text == "position" || call.text == "points")
      if (const auto code = ByReference(call)) return *code;
    if (count == 0 && predicate_depth_ == 0 &&
        (call.text == "string" || call.text == "number" || call.text == "string-length" ||
         call.text == "normalize-space"))
      program_.uses_self = true;
    if (call.text == "instance" || info->reads_tree) program_.uses_tree = true;
    std::vector<std::uint32_t> arguments;
    arguments.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
      const bool node_set =
          (info->node_sets & (kAllNodeSets | (1u << std::min<std::size_t>(i, 30)))) != 0;
      Want as = want == Want::kValue || !PassesArguments(call.text, i) ? Want::kValue : want;
      if (node_set || call.text == "sum" || call.text == "min" || call.text == "max" ||
          call.text == "join" || call.text == "concat")
        as = info->reads_tree ? Want::kWalkedNodes : Want::kNodeSet;
      if (call.text == "indexed-repeat" && (i == 0 || i % 2 == 1)) as = Want::kEveryNode;
      const std::uint32_t argument = Compile(call.children[i], as);
      if (!error_.empty()) return 0;
      if (node_set && TypeOf(argument) != Type::kNodes && TypeOf(argument) != Type::kAny)
        return Refuse(call.children[i], call.text + "() wants a node-set here");
      arguments.push_back(argument);
    }
    Code code{.op = Op::kCall, .type = info->type, .call = info->call};
    BuiltIn(call.text, arguments, code);
    return AddParent(call, code, arguments);
  }

  // Why this function cannot be called so; "" when it can.
  static std::string ProblemOf(const Syntax& call, const FunctionInfo* info) {
    if (info == nullptr) return "there is no function " + call.text + "()";
    const std::size_t count = call.children.size();
    const bool in_pairs = call.text == "weighted-checklist" || call.text == "indexed-repeat";
    const bool odd_one = call.text == "indexed-repeat";
    if (count >= info->least && (info->most == kAnyNumber || count <= info->most) &&
        (!in_pairs || (count % 2 == 1) == odd_one))
      return {};
    return call.text + "() does not take " + std::to_string(count) +
           (count == 1 ? " argument" : " arguments");
  }

  // Functions whose result is one of their arguments.
  static bool PassesArguments(std::string_view name, std::size_t index) {
    return (name == "if" && index > 0) || name == "coalesce" || name == "once";
  }

  // The ones that the evaluator knows by itself, because forms are full of them.
  void BuiltIn(std::string_view name, const std::vector<std::uint32_t>& arguments,
               Code& code) const {
    if (name == "if") {
      code.op = Op::kIf;
      code.type = Joined(TypeOf(arguments[1]), TypeOf(arguments[2]));
    } else if (name == "not") {
      code.op = Op::kNot;
    } else if (name == "true") {
      code.op = Op::kTrue;
    } else if (name == "false") {
      code.op = Op::kFalse;
    } else if (name == "boolean") {
      code.op = Op::kToBoolean;
    } else if (name == "number" && !arguments.empty()) {
      code.op = Op::kToNumber;
    } else if (name == "string" && !arguments.empty()) {
      code.op = Op::kToText;
    } else if (name == "coalesce" || name == "once") {
      code.type =
          arguments.size() == 2 ? Joined(TypeOf(arguments[0]), TypeOf(arguments[1])) : Type::kAny;
    }
  }

  // position(item) and points(item): only a number is read, no tree.
  std::optional<std::uint32_t> ByReference(const Syntax& call) {
    if (call.children.size() != 1) return std::nullopt;
    const Syntax& argument = call.children.front();
    const auto target = TargetOf(argument);
    if (!target) {
      if (call.text == "points" || argument.kind == SyntaxKind::kReference)
        return Refuse(argument, call.text + "() wants an item of the form here");
      return std::nullopt;
    }
    const bool position = call.text == "position";
    return Add(call, {.op = position ? Op::kPosition : Op::kPoints,
                      .type = Type::kNumber,
                      .first = Depend(*target, position ? Use::kPosition : Use::kPoints, false)});
  }

  std::uint32_t Filter(const Syntax& filter) {
    std::vector<std::uint32_t> children;
    children.push_back(Compile(filter.children.front(), Want::kWalkedNodes));
    if (!error_.empty()) return 0;
    if (TypeOf(children.front()) != Type::kNodes && TypeOf(children.front()) != Type::kAny)
      return Refuse(filter, "only a node-set can have a predicate");
    program_.uses_tree = true;
    for (std::size_t i = 1; i < filter.children.size(); ++i)
      children.push_back(Predicate(filter.children[i]));
    return AddParent(filter, {.op = Op::kFilter, .type = Type::kNodes}, children);
  }

  std::uint32_t Predicate(const Syntax& predicate) {
    ++predicate_depth_;
    const std::uint32_t code = Compile(predicate, Want::kValue);
    --predicate_depth_;
    return code;
  }

  std::uint32_t Path(const Syntax& path, Want want) {
    if (path.children.size() == 1 && !path.has_start && !path.absolute) {
      const Syntax& step = path.children.front();
      if (step.axis == Axis::kSelf && step.test == NodeTest::kNode && step.children.empty()) {
        if (predicate_depth_ > 0) return Add(path, {.op = Op::kFocus, .type = Type::kNodes});
        program_.uses_self = true;
        return Add(path, {.op = Op::kSelf, .type = Type::kNodes});
      }
    }
    if (const auto target = TargetOf(path)) return Reference(path, *target, want);
    if (!error_.empty()) return 0;
    program_.uses_tree = true;
    std::vector<std::uint32_t> start;
    std::size_t first = 0;
    bool secondary = predicate_depth_ > 0 && !path.absolute;
    if (path.has_start) {
      first = 1;
      const Syntax& origin = path.children.front();
      start.push_back(Compile(origin, Want::kWalkedNodes));
      if (!error_.empty()) return 0;
      if (TypeOf(start.front()) != Type::kNodes && TypeOf(start.front()) != Type::kAny)
        return Refuse(path, "only a node-set can have a path behind it");
      const Syntax* inner = &origin;
      while (inner->kind == SyntaxKind::kFilter) inner = &inner->children.front();
      secondary = inner->kind == SyntaxKind::kCall && inner->text == "instance";
    }
    if (!secondary) program_.reads_whole_form = true;
    program::PathInfo info;
    info.absolute = path.absolute;
    for (std::size_t i = first; i < path.children.size(); ++i) {
      const Syntax& syntax = path.children[i];
      // "//x" is one walk down unless a predicate counts positions among siblings.
      const bool merged = i + 1 < path.children.size() && IsDoubleSlash(syntax) &&
                          path.children[i + 1].axis == Axis::kChild &&
                          path.children[i + 1].children.empty();
      if (merged) ++i;
      program::Step step;
      if (!Step(path.children[i], step)) return 0;
      if (merged) step.axis = Axis::kDescendant;
      info.steps.push_back(std::move(step));
    }
    program_.paths.push_back(std::move(info));
    return AddParent(path,
                     {.op = Op::kPath,
                      .type = Type::kNodes,
                      .payload = static_cast<std::uint32_t>(program_.paths.size() - 1)},
                     start);
  }

  static bool IsDoubleSlash(const Syntax& step) {
    return step.axis == Axis::kDescendantOrSelf && step.test == NodeTest::kNode &&
           step.children.empty();
  }

  bool Step(const Syntax& syntax, program::Step& step) {
    step.axis = syntax.axis;
    step.test = syntax.test;
    step.name = syntax.text;
    step.unprefixed = syntax.prefix.empty();
    if (!syntax.prefix.empty()) {
      const auto uri = resolver_.Namespace(syntax.prefix);
      if (!uri) {
        Refuse(syntax, "the prefix " + syntax.prefix + ": stands for no namespace");
        return false;
      }
      step.uri = *uri;
    }
    for (const Syntax& predicate : syntax.children) step.predicates.push_back(Predicate(predicate));
    return error_.empty();
  }

  std::string_view text_;
  const Resolver& resolver_;
  const CompileOptions& options_;
  program::Program program_;
  std::map<std::pair<std::uint32_t, Use>, std::uint32_t> numbers_;
  std::deque<std::string> names_;  // of the static path in hand
  int predicate_depth_ = 0;
  std::string error_;
};

Result<Expression> Compile(const Syntax& syntax, std::string_view text, const Resolver& resolver,
                           const CompileOptions& options) {
  return Compiler(text, resolver, options).Run(syntax);
}

Result<Expression> Compile(std::string_view text, const Resolver& resolver,
                           const CompileOptions& options) {
  PINGSHEN_TRY(const Syntax syntax, Parse(text, options.start));
  return Compile(syntax, text, resolver, options);
}

}  // namespace pingshen::expression
