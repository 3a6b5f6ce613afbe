// Syntax tree into program: names into numbers, functions into pointers, chains into one code each.
#include <algorithm>
#include <deque>
#include <initializer_list>
#include <span>
#include <unordered_map>
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
  Compiler(const SyntaxTree& tree, const Resolver& resolver, const CompileOptions& options)
      : text_(tree.text()), resolver_(resolver), options_(options) {
    program_.source = text_;
    program_.start = options.start;
    program_.codes.reserve(tree.size());
    program_.children.reserve(tree.size());
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

  // The same few words are compared with again and again.
  std::uint32_t AddText(std::string_view text) {
    constexpr std::size_t kFew = 8;
    std::vector<std::string>& texts = program_.texts;
    for (std::size_t i = texts.size(); i-- > 0 && i + kFew >= texts.size();)
      if (texts[i] == text) return static_cast<std::uint32_t>(i);
    texts.emplace_back(text);
    return static_cast<std::uint32_t>(texts.size() - 1);
  }

  // The operands from `first` on become the children.
  std::uint32_t AddParent(const Syntax& at, Code code, std::size_t first) {
    code.first = static_cast<std::uint32_t>(program_.children.size());
    code.count = static_cast<std::uint32_t>(operands_.size() - first);
    program_.children.insert(program_.children.end(),
                             operands_.begin() + static_cast<std::ptrdiff_t>(first),
                             operands_.end());
    operands_.resize(first);
    return Add(at, code);
  }
  std::uint32_t AddParent(const Syntax& at, Code code,
                          std::initializer_list<std::uint32_t> children) {
    const std::size_t first = operands_.size();
    operands_.insert(operands_.end(), children);
    return AddParent(at, code, first);
  }

  Type TypeOf(std::uint32_t at) const { return program_.codes[at].type; }

  std::uint32_t Depend(Target target, Use use, bool wants_node) {
    const std::uint32_t number = NumberOf(target.id, use);
    if (wants_node) {
      program_.dependencies[number].wants_node = true;
      program_.uses_tree = true;
    }
    return number;
  }

  std::uint32_t NumberOf(std::uint32_t id, Use use) {
    constexpr std::size_t kFew = 32;  // are found quicker one by one
    std::vector<Dependency>& all = program_.dependencies;
    const auto next = static_cast<std::uint32_t>(all.size());
    if (next < kFew) {
      for (std::uint32_t i = 0; i < next; ++i)
        if (all[i].id == id && all[i].use == use) return i;
    } else {
      const auto key = [](std::uint32_t item, Use as) {
        return std::uint64_t{item} << 8 | static_cast<std::uint64_t>(as);
      };
      if (numbers_.empty())
        for (std::uint32_t i = 0; i < next; ++i) numbers_.emplace(key(all[i].id, all[i].use), i);
      const auto [found, is_new] = numbers_.try_emplace(key(id, use), next);
      if (!is_new) return found->second;
    }
    all.push_back({id, use, false});
    return next;
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
        path.names.push_back(step.qualified_name());
      } else if (step.test == NodeTest::kName && step.axis == Axis::kAttribute) {
        names_.push_back("@" + std::string(step.qualified_name()));
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
        if (!target) return Refuse(syntax, "there is no ${" + std::string(syntax.text) + "}");
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

  // Onto operands_; gives the place of the first.
  std::size_t Children(const Syntax& syntax, Want want) {
    const std::size_t first = operands_.size();
    for (const Syntax& child : syntax.children) operands_.push_back(Compile(child, want));
    return first;
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
        const std::size_t children = Children(syntax, Want::kValue);
        const auto first = static_cast<std::uint32_t>(program_.operators.size());
        program_.operators.insert(program_.operators.end(), syntax.operators.begin(),
                                  syntax.operators.end());
        return AddParent(
            syntax, {.op = sum ? Op::kSum : Op::kProduct, .type = Type::kNumber, .payload = first},
            children);
      }
      case Operator::kUnion: {
        const std::size_t children = Children(syntax, Want::kWalkedNodes);
        if (!error_.empty()) return 0;
        for (std::size_t i = 0; i < syntax.children.size(); ++i)
          if (const Type type = TypeOf(operands_[children + i]);
              type != Type::kNodes && type != Type::kAny)
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
      if (one != nullptr && text != nullptr) {
        const Code compared{.op = op == Operator::kEqual ? Op::kOneEqualsText : Op::kOneDiffersText,
                            .type = Type::kBoolean,
                            .first = one->first,
                            .payload = text->payload};
        // Nothing else refers to the two operands.
        if (left + 1 == right && right + 1 == program_.codes.size()) program_.codes.resize(left);
        return Add(at, compared);
      }
    }
    constexpr auto kFirst = static_cast<int>(Operator::kEqual);
    const auto code = static_cast<Op>(static_cast<int>(Op::kEqual) + static_cast<int>(op) - kFirst);
    return AddParent(at, {.op = code, .type = Type::kBoolean}, {left, right});
  }

  KnownFunction Found(std::string_view name) {
    if (name != last_name_) {
      last_name_ = name;
      last_function_ = FindFunction(name);
    }
    return last_function_;
  }

  std::uint32_t Call(const Syntax& call, Want want) {
    const auto [info, role] = Found(call.text);
    if (const std::string problem = ProblemOf(call, info, role); !problem.empty()) {
      if (!options_.late_function_errors) return Refuse(call, problem);
      return Add(call, {.op = Op::kUnknown, .type = Type::kAny, .payload = AddText(problem)});
    }
    const std::size_t count = call.children.size();
    if (info->is_volatile && !(role == Role::kRandomize && count == 2)) program_.is_volatile = true;
    if (role == Role::kCurrent || role == Role::kOnce) program_.uses_self = true;
    if (role == Role::kCurrent) return Add(call, {.op = Op::kSelf, .type = Type::kNodes});
    if (role == Role::kPosition || role == Role::kPoints)
      if (const auto code = ByReference(call, role)) return *code;
    if (count == 0 && predicate_depth_ == 0 &&
        (role == Role::kString || role == Role::kNumber || role == Role::kOfSelf))
      program_.uses_self = true;
    if (role == Role::kInstance || info->reads_tree) program_.uses_tree = true;
    const std::size_t first = operands_.size();
    for (std::size_t i = 0; i < count; ++i) {
      const bool node_set =
          (info->node_sets & (kAllNodeSets | (1u << std::min<std::size_t>(i, 30)))) != 0;
      Want as = want == Want::kValue || !PassesArguments(role, i) ? Want::kValue : want;
      if (node_set || role == Role::kOfAll)
        as = info->reads_tree ? Want::kWalkedNodes : Want::kNodeSet;
      if (role == Role::kIndexedRepeat && (i == 0 || i % 2 == 1)) as = Want::kEveryNode;
      const std::uint32_t argument = Compile(call.children[i], as);
      if (!error_.empty()) return 0;
      if (node_set && TypeOf(argument) != Type::kNodes && TypeOf(argument) != Type::kAny)
        return Refuse(call.children[i], std::string(call.text) + "() wants a node-set here");
      operands_.push_back(argument);
    }
    Code code{.op = Op::kCall, .type = info->type, .call = info->call};
    BuiltIn(role, std::span(operands_).subspan(first), code);
    return AddParent(call, code, first);
  }

  // Why this function cannot be called so; "" when it can.
  static std::string ProblemOf(const Syntax& call, const FunctionInfo* info, Role role) {
    if (info == nullptr) return "there is no function " + std::string(call.text) + "()";
    const std::size_t count = call.children.size();
    const bool in_pairs = role == Role::kPairs || role == Role::kIndexedRepeat;
    const bool odd_one = role == Role::kIndexedRepeat;
    if (count >= info->least && (info->most == kAnyNumber || count <= info->most) &&
        (!in_pairs || (count % 2 == 1) == odd_one))
      return {};
    return std::string(call.text) + "() does not take " + std::to_string(count) +
           (count == 1 ? " argument" : " arguments");
  }

  // Functions whose result is one of their arguments.
  static bool PassesArguments(Role role, std::size_t index) {
    return (role == Role::kIf && index > 0) || role == Role::kCoalesce || role == Role::kOnce;
  }

  // The ones that the evaluator knows by itself, because forms are full of them.
  void BuiltIn(Role role, std::span<const std::uint32_t> arguments, Code& code) const {
    switch (role) {
      case Role::kIf:
        code.op = Op::kIf;
        code.type = Joined(TypeOf(arguments[1]), TypeOf(arguments[2]));
        return;
      case Role::kNot:
        code.op = Op::kNot;
        return;
      case Role::kTrue:
        code.op = Op::kTrue;
        return;
      case Role::kFalse:
        code.op = Op::kFalse;
        return;
      case Role::kBoolean:
        code.op = Op::kToBoolean;
        return;
      case Role::kNumber:
        if (!arguments.empty()) code.op = Op::kToNumber;
        return;
      case Role::kString:
        if (!arguments.empty()) code.op = Op::kToText;
        return;
      case Role::kCoalesce:
      case Role::kOnce:
        code.type =
            arguments.size() == 2 ? Joined(TypeOf(arguments[0]), TypeOf(arguments[1])) : Type::kAny;
        return;
      default:
        return;
    }
  }

  // position(item) and points(item): only a number is read, no tree.
  std::optional<std::uint32_t> ByReference(const Syntax& call, Role role) {
    if (call.children.size() != 1) return std::nullopt;
    const Syntax& argument = call.children.front();
    const auto target = TargetOf(argument);
    if (!target) {
      if (role == Role::kPoints || argument.kind == SyntaxKind::kReference)
        return Refuse(argument, std::string(call.text) + "() wants an item of the form here");
      return std::nullopt;
    }
    const bool position = role == Role::kPosition;
    return Add(call, {.op = position ? Op::kPosition : Op::kPoints,
                      .type = Type::kNumber,
                      .first = Depend(*target, position ? Use::kPosition : Use::kPoints, false)});
  }

  std::uint32_t Filter(const Syntax& filter) {
    const std::uint32_t primary = Compile(filter.children.front(), Want::kWalkedNodes);
    if (!error_.empty()) return 0;
    if (TypeOf(primary) != Type::kNodes && TypeOf(primary) != Type::kAny)
      return Refuse(filter, "only a node-set can have a predicate");
    program_.uses_tree = true;
    const std::size_t first = operands_.size();
    operands_.push_back(primary);
    for (std::size_t i = 1; i < filter.children.size(); ++i)
      operands_.push_back(Predicate(filter.children[i]));
    return AddParent(filter, {.op = Op::kFilter, .type = Type::kNodes}, first);
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
    const std::size_t start = operands_.size();
    std::size_t first = 0;
    bool secondary = predicate_depth_ > 0 && !path.absolute;
    if (path.has_start) {
      first = 1;
      const Syntax& origin = path.children.front();
      operands_.push_back(Compile(origin, Want::kWalkedNodes));
      if (!error_.empty()) return 0;
      if (const Type type = TypeOf(operands_.back()); type != Type::kNodes && type != Type::kAny)
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
        Refuse(syntax, "the prefix " + std::string(syntax.prefix) + ": stands for no namespace");
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
  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;  // of dependencies, once they are many
  std::vector<std::uint32_t> operands_;                       // compiled, of parents that are not
  std::string_view last_name_;                                // of a function …
  KnownFunction last_function_;                               // … and what it is
  std::deque<std::string> names_;                             // of attributes in static paths
  int predicate_depth_ = 0;
  std::string error_;
};

Result<Expression> Compile(const SyntaxTree& tree, const Resolver& resolver,
                           const CompileOptions& options) {
  return Compiler(tree, resolver, options).Run(tree.root());
}

Result<Expression> Compile(std::string_view text, const Resolver& resolver,
                           const CompileOptions& options) {
  PINGSHEN_TRY(const SyntaxTree tree, Parse(text, options.start));
  return Compile(tree, resolver, options);
}

}  // namespace pingshen::expression
