#include "core/expression/syntax.h"

namespace pingshen::expression {
namespace {

constexpr std::string_view OperatorText(Operator op) {
  switch (op) {
    case Operator::kOr:
      return " or ";
    case Operator::kAnd:
      return " and ";
    case Operator::kEqual:
      return " = ";
    case Operator::kNotEqual:
      return " != ";
    case Operator::kLess:
      return " < ";
    case Operator::kLessOrEqual:
      return " <= ";
    case Operator::kGreater:
      return " > ";
    case Operator::kGreaterOrEqual:
      return " >= ";
    case Operator::kAdd:
      return " + ";
    case Operator::kSubtract:
      return " - ";
    case Operator::kMultiply:
      return " * ";
    case Operator::kDivide:
      return " div ";
    case Operator::kModulo:
      return " mod ";
    case Operator::kUnion:
      return " | ";
  }
  return {};
}

constexpr std::string_view AxisText(Axis axis) {
  switch (axis) {
    case Axis::kAncestor:
      return "ancestor::";
    case Axis::kAncestorOrSelf:
      return "ancestor-or-self::";
    case Axis::kAttribute:
      return "@";
    case Axis::kChild:
      return "";
    case Axis::kDescendant:
      return "descendant::";
    case Axis::kDescendantOrSelf:
      return "descendant-or-self::";
    case Axis::kFollowing:
      return "following::";
    case Axis::kFollowingSibling:
      return "following-sibling::";
    case Axis::kNamespace:
      return "namespace::";
    case Axis::kParent:
      return "parent::";
    case Axis::kPreceding:
      return "preceding::";
    case Axis::kPrecedingSibling:
      return "preceding-sibling::";
    case Axis::kSelf:
      return "self::";
  }
  return {};
}

// How tightly a syntax binds: an operand that binds less than its place wants needs brackets.
int Level(const Syntax& syntax) {
  constexpr int kNegateLevel = 6;
  constexpr int kPrimaryLevel = 9;
  if (syntax.kind == SyntaxKind::kNegate) return kNegateLevel;
  if (syntax.kind == SyntaxKind::kPath) return kPrimaryLevel - 1;
  if (syntax.kind != SyntaxKind::kOperation) return kPrimaryLevel;
  switch (syntax.operators.front()) {
    case Operator::kOr:
      return 0;
    case Operator::kAnd:
      return 1;
    case Operator::kEqual:
    case Operator::kNotEqual:
      return 2;
    case Operator::kAdd:
    case Operator::kSubtract:
      return 4;
    case Operator::kMultiply:
    case Operator::kDivide:
    case Operator::kModulo:
      return 5;
    case Operator::kUnion:
      return 7;
    default:
      return 3;
  }
}

class Printer {
 public:
  std::string Take(const Syntax& syntax) {
    Write(syntax);
    return std::move(out_);
  }

 private:
  void WriteQuoted(std::string_view text) {
    const char quote = text.find('\'') == std::string_view::npos ? '\'' : '"';
    out_ += quote;
    out_ += text;
    out_ += quote;
  }

  void WriteAt(const Syntax& syntax, int least_level) {
    const bool brackets = Level(syntax) < least_level;
    if (brackets) out_ += '(';
    Write(syntax);
    if (brackets) out_ += ')';
  }

  void Write(const Syntax& syntax) {
    switch (syntax.kind) {
      case SyntaxKind::kNumber:
        out_ += syntax.text;
        break;
      case SyntaxKind::kText:
        WriteQuoted(syntax.text);
        break;
      case SyntaxKind::kReference:
        out_ += "${";
        out_ += syntax.text;
        out_ += '}';
        break;
      case SyntaxKind::kLastSaved:
        out_ += "${last-saved#";
        out_ += syntax.text;
        out_ += '}';
        break;
      case SyntaxKind::kOperation: {
        // The first operand and all others of a chain bind tighter than the chain itself.
        const int inner = Level(syntax) + 1;
        for (std::size_t i = 0; i < syntax.children.size(); ++i) {
          if (i > 0) out_ += OperatorText(syntax.operators[i - 1]);
          // Of a union's operands only paths and primaries are left without brackets.
          WriteAt(syntax.children[i], inner);
        }
        break;
      }
      case SyntaxKind::kNegate:
        out_ += '-';
        WriteAt(syntax.children.front(), 6);
        break;
      case SyntaxKind::kCall:
        out_ += syntax.text;
        out_ += '(';
        for (std::size_t i = 0; i < syntax.children.size(); ++i) {
          if (i > 0) out_ += ", ";
          Write(syntax.children[i]);
        }
        out_ += ')';
        break;
      case SyntaxKind::kFilter:
        WriteAt(syntax.children.front(), 9);
        WritePredicates(syntax, 1);
        break;
      case SyntaxKind::kPath:
        WritePath(syntax);
        break;
      case SyntaxKind::kStep:
        WriteStep(syntax);
        break;
    }
  }

  void WritePath(const Syntax& path) {
    std::size_t at = 0;
    bool needs_slash = false;
    if (path.has_start) {
      WriteAt(path.children[at++], 9);
      needs_slash = true;
    } else if (path.absolute) {
      if (path.children.empty()) out_ += '/';
      needs_slash = true;
    }
    for (; at < path.children.size(); ++at) {
      const Syntax& step = path.children[at];
      const bool double_slash = step.axis == Axis::kDescendantOrSelf &&
                                step.test == NodeTest::kNode && step.children.empty() &&
                                needs_slash && at + 1 < path.children.size();
      if (double_slash) {
        out_ += "//";
        WriteStep(path.children[++at]);
        continue;
      }
      if (needs_slash) out_ += '/';
      WriteStep(step);
      needs_slash = true;
    }
  }

  void WriteStep(const Syntax& step) {
    if (step.test == NodeTest::kNode && step.children.empty()) {
      if (step.axis == Axis::kSelf || step.axis == Axis::kParent) {
        out_ += step.axis == Axis::kSelf ? "." : "..";
        return;
      }
    }
    out_ += AxisText(step.axis);
    switch (step.test) {
      case NodeTest::kName:
      case NodeTest::kAnyIn:
        out_ += step.qualified_name();
        break;
      case NodeTest::kAny:
        out_ += '*';
        break;
      case NodeTest::kNode:
        out_ += "node()";
        break;
      case NodeTest::kText:
        out_ += "text()";
        break;
      case NodeTest::kComment:
        out_ += "comment()";
        break;
      case NodeTest::kProcessingInstruction:
        out_ += "processing-instruction(";
        if (!step.text.empty()) WriteQuoted(step.text);
        out_ += ')';
        break;
    }
    WritePredicates(step, 0);
  }

  void WritePredicates(const Syntax& owner, std::size_t first) {
    for (std::size_t i = first; i < owner.children.size(); ++i) {
      out_ += '[';
      Write(owner.children[i]);
      out_ += ']';
    }
  }

  std::string out_;
};

}  // namespace

std::string Print(const Syntax& syntax) { return Printer().Take(syntax); }

}  // namespace pingshen::expression
