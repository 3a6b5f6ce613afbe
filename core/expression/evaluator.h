// Runs a program once. Private to the room; the function families are written against it.
#pragma once

#include <array>
#include <cstddef>
#include <memory_resource>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/expression/program.h"

namespace pingshen::expression {

// Either answers by number, or nodes of the tree. Views into the form or the evaluator's memory.
inline constexpr std::uint32_t kSelfReference = 0xFFFF'FFFF;  // NodeSet::reference of `.`

struct NodeSet {
  std::span<const Cell* const> cells = {};
  std::span<const Node> nodes = {};
  std::uint32_t reference = 0;  // of the cells
  bool of_cells = false;

  std::size_t size() const { return of_cells ? cells.size() : nodes.size(); }
};

struct Value {
  enum class Kind : std::uint8_t { kBoolean, kNumber, kText, kDate, kNodes };
  Kind kind = Kind::kText;
  bool boolean = false;
  // Of kDate: ms since 1970-01-01T00:00Z, NaN for an invalid date; with `boolean` it is printed
  // with its time even at midnight.
  double number = 0;
  std::string_view text = {};
  NodeSet nodes = {};

  static Value Of(bool boolean) { return {.kind = Kind::kBoolean, .boolean = boolean}; }
  static Value Of(double number) { return {.kind = Kind::kNumber, .number = number}; }
  static Value Of(std::string_view text) { return {.kind = Kind::kText, .text = text}; }
  static Value Of(NodeSet nodes) { return {.kind = Kind::kNodes, .nodes = nodes}; }
  static Value Date(double instant_ms) { return {.kind = Kind::kDate, .number = instant_ms}; }
};

class Evaluator {
 public:
  Evaluator(const program::Program& program, const Context& context);
  Evaluator(const Evaluator&) = delete;
  Evaluator& operator=(const Evaluator&) = delete;

  // The code at `at` in the wanted type.
  bool Boolean(std::uint32_t at);
  double Number(std::uint32_t at);
  std::string_view Text(std::uint32_t at);
  NodeSet Nodes(std::uint32_t at);  // fails when the result is no node-set
  Value Evaluate(std::uint32_t at);

  // Arguments of a call.
  std::uint32_t Argument(const program::Code& call, std::size_t index) const {
    return program_.children[call.first + index];
  }
  bool ArgumentBoolean(const program::Code& call, std::size_t index) {
    return Boolean(Argument(call, index));
  }
  double ArgumentNumber(const program::Code& call, std::size_t index) {
    return Number(Argument(call, index));
  }
  std::string_view ArgumentText(const program::Code& call, std::size_t index) {
    return Text(Argument(call, index));
  }
  Value ArgumentValue(const program::Code& call, std::size_t index) {
    return Evaluate(Argument(call, index));
  }
  NodeSet ArgumentNodes(const program::Code& call, std::size_t index) {
    return Nodes(Argument(call, index));
  }

  // Conversions of XPath 1.0.
  bool ToBoolean(const Value& value);
  double ToNumber(const Value& value);
  std::string_view ToText(const Value& value);

  // The members of a node-set.
  std::string_view TextAt(const NodeSet& set, std::size_t index);
  double NumberAt(const NodeSet& set, std::size_t index);
  Node NodeAt(const NodeSet& set, std::size_t index);

  // The first error counts; what is computed after it is thrown away.
  Value Fail(const program::Code& code, std::string what);
  bool failed() const { return error_.has_value(); }
  std::optional<Error> TakeError() { return std::move(error_); }
  // Counts work; false when there was too much, which is a failure.
  bool Spend(std::uint64_t steps);

  // Document order, no node twice.
  void Arrange(std::pmr::vector<Node>& nodes);
  // The nodes of a set, also of one of answers.
  NodeSet AsNodes(const NodeSet& set);
  NodeSet Kept(std::pmr::vector<Node>&& nodes);  // REQUIRES: made with memory()
  std::vector<Node> Listed(const NodeSet& set) {
    const NodeSet nodes = AsNodes(set);
    return {nodes.nodes.begin(), nodes.nodes.end()};
  }

  // Memory that lives as long as this evaluator.
  std::pmr::memory_resource* memory() { return &memory_; }
  std::string_view Keep(std::string_view text);

  const Context& context() const { return context_; }
  Environment& environment() { return context_.environment; }
  const TimeZone& zone() const { return context_.environment.Zone(); }
  const program::Program& program() const { return program_; }

  // The node under evaluation, its place among its kind, and how many there are.
  struct Focus {
    Node node;
    double position = 1;
    double size = 1;
    bool in_predicate = false;
  };
  const Focus& focus() const { return focus_; }
  NodeSet Self();     // `.` as the top level sees it
  NodeSet Current();  // the focus as a node-set
  const Tree* tree() const { return context_.tree; }

 private:
  bool Compare(const program::Code& code);
  bool CompareValues(program::Op op, const Value& left, const Value& right);
  double Sum(const program::Code& code);
  double Product(const program::Code& code);
  NodeSet Union(const program::Code& code);
  // path_walker.cc
  NodeSet Path(const program::Code& code);
  NodeSet Filter(const program::Code& code);
  void Step(const program::Step& step, Node from, std::pmr::vector<Node>& out);
  void Keep(std::pmr::vector<Node>& nodes, std::size_t first,
            std::span<const std::uint32_t> predicates);

  const program::Program& program_;
  const program::Code* codes_;
  const Context& context_;
  Focus focus_;
  std::uint64_t steps_ = 0;
  std::optional<Error> error_;
  std::array<std::byte, 1024> buffer_;
  std::pmr::monotonic_buffer_resource memory_;
};

}  // namespace pingshen::expression
