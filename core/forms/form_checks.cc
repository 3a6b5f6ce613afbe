#include "core/forms/form_checks.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <string>
#include <utility>

#include "core/base/utf8.h"
#include "core/forms/compiler.h"

namespace pingshen::forms {
namespace {

using model::ItemType;
using Entry = ItemIndex::Entry;

bool IsInside(const Entry& place, const model::Item* repeat, const ItemIndex& items) {
  for (const model::Item* around = place.repeat; around != nullptr;
       around = items.Find(around->code)->repeat)
    if (around == repeat) return true;
  return false;
}

// `place`: the item that has the expression; nullptr for a veto.
Reach ReachOf(std::string_view code, const Entry* place, const ItemIndex& items) {
  const Entry* target = items.Find(code);
  if (target == nullptr || target->item->type == ItemType::kNote ||
      target->item->type == ItemType::kGroup)
    return Reach::kUnknown;
  if (target->repeat != nullptr && (place == nullptr || !IsInside(*place, target->repeat, items)))
    return Reach::kAll;
  return model::HasInstances(target->item->type) ? Reach::kRepeat : Reach::kOne;
}

// Whether the item's own answer can be `text`; true when that cannot be said.
bool CanAnswer(const model::Item& item, std::string_view text) {
  if (text.empty()) return true;
  if (text == model::kNotApplicable && item.allows_not_applicable) return true;
  switch (item.type) {
    case ItemType::kYesNoNa:
      return text == model::kYes || text == model::kNo;
    case ItemType::kSingleChoice:
    case ItemType::kMultipleChoice:
      if (item.type == ItemType::kMultipleChoice && text == model::kNoneOfThese) return true;
      return std::ranges::find(item.options, text, &model::Option::code) != item.options.end();
    case ItemType::kDeductions:
      return text == model::kFullMarks ||
             (text == model::kNotOccurred && item.allows_not_occurred) ||
             (text == model::kNoEvidence && item.allows_no_evidence);
    case ItemType::kRepeat:
      return text == model::kNoInstance;
    case ItemType::kGrade:
      return text.size() == 1 &&
             (text.front() >= 'A' && text.front() <= (item.allows_not_applicable ? 'E' : 'D'));
    case ItemType::kAcknowledge:
      return text == model::kAcknowledged;
    default:
      return true;
  }
}

// A comparison with an answer that the item does not offer would silently never hold.
class LiteralCheck {
 public:
  LiteralCheck(const ast::Tree& tree, const Entry* place, const ItemIndex& items)
      : tree_(tree), place_(place), items_(items) {}

  // "\"VC-01\": \"valdi\"" of the first such comparison, or "".
  std::string FirstWrong() const {
    for (std::uint32_t at = 0; at < tree_.nodes.size(); ++at) {
      const ast::Node& node = tree_.nodes[at];
      std::string wrong;
      if (node.kind == ast::Kind::kEqual || node.kind == ast::Kind::kNotEqual) {
        wrong = Wrong(node.first, at - 1, /*of_several=*/false);
        if (wrong.empty()) wrong = Wrong(at - 1, node.first, /*of_several=*/false);
      } else if (node.kind == ast::Kind::kCall && node.function == Function::kSelected) {
        wrong = Wrong(tree_.arguments[node.first], tree_.arguments[node.first + 1],
                      /*of_several=*/true);
      }
      if (!wrong.empty()) return wrong;
    }
    return {};
  }

 private:
  std::string Wrong(std::uint32_t reference, std::uint32_t literal, bool of_several) const {
    const model::Item* item = ItemOf(tree_.nodes[reference]);
    if (item == nullptr || tree_.nodes[literal].kind != ast::Kind::kText) return {};
    if (item->type == ItemType::kMultipleChoice && !of_several) return {};  // "a b" may be meant
    const std::string& text = tree_.texts[tree_.nodes[literal].first];
    return CanAnswer(*item, text) ? std::string() : Named(item->code) + ": " + Named(text);
  }

  const model::Item* ItemOf(const ast::Node& node) const {
    if (node.kind == ast::Kind::kCurrent) return place_ == nullptr ? nullptr : place_->item;
    if (node.kind != ast::Kind::kReference && node.kind != ast::Kind::kReferenceAll) return nullptr;
    return items_.Find(tree_.codes[node.first])->item;
  }

  const ast::Tree& tree_;
  const Entry* place_;
  const ItemIndex& items_;
};

}  // namespace

json::Place PlaceInString(std::string_view file_text, json::Place start, std::size_t offset) {
  std::size_t at = 0;
  for (std::uint32_t line = 1; line < start.line; ++line) at = file_text.find('\n', at) + 1;
  for (std::uint32_t column = 1; column < start.column; ++column) NextCodePoint(file_text, at);
  json::Place place = start;
  ++at;  // the quotation mark
  ++place.column;
  std::size_t decoded = 0;
  while (decoded < offset && at < file_text.size()) {
    const std::size_t before = at;
    if (file_text[at] == '\\' && at + 1 < file_text.size()) {
      // A surrogate pair is four bytes of UTF-8: two for each half.
      const bool unicode = file_text[at + 1] == 'u';
      std::uint32_t unit = 0;
      if (unicode)
        for (const char digit : file_text.substr(at + 2, 4))
          unit = unit * 16 +
                 static_cast<std::uint32_t>(digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
      const bool surrogate = unit >= 0xD800 && unit <= 0xDFFF;
      decoded += !unicode || unit < 0x80 ? 1 : unit < 0x800 || surrogate ? 2 : 3;
      at += unicode ? 6 : 2;
      place.column += unicode ? 6 : 2;
    } else {
      NextCodePoint(file_text, at);
      decoded += at - before;
      ++place.column;
    }
  }
  return place;
}

Program CompileProgram(Draft& draft, const ItemIndex& items, std::string_view file_text) {
  Program program;
  for (const PendingExpression& pending : draft.expressions) {
    if (draft.problems.any()) break;
    using Use = PendingExpression::Use;
    // The other members are kept as texts in the model.
    const bool of_item = pending.use == Use::kRelevant || pending.use == Use::kConstraint;
    if (!of_item && pending.use != Use::kVeto && pending.use != Use::kSectionRelevant) continue;
    const Entry* place = of_item ? items.Find(pending.owner) : nullptr;
    assert(!of_item || place != nullptr);
    const json::Place start = pending.written->place;
    auto compiled = Compiler::Compile(
        pending.written->text, [&](std::string_view code) { return ReachOf(code, place, items); });
    if (!compiled) {
      const ParseError& error = compiled.error();
      draft.problems.Report(
          error.unknown_code ? ErrorCode::ERR_FORM_CODE_UNKNOWN : ErrorCode::ERR_FORM_EXPRESSION,
          PlaceInString(file_text, start, error.offset), error.what);
      break;
    }
    if (const std::string wrong =
            LiteralCheck(Compiler::TreeOf(*compiled), place, items).FirstWrong();
        !wrong.empty())
      draft.problems.Report(ErrorCode::ERR_FORM_CODE_UNKNOWN, start, wrong);
    auto& expressions = pending.use == Use::kVeto         ? program.vetoes
                        : pending.use == Use::kConstraint ? program.constraint
                                                          : program.relevant;
    expressions.emplace(pending.owner, *std::move(compiled));
  }
  return program;
}

void CheckReferences(Draft& draft, const ItemIndex& items) {
  for (const PendingReference& pending : draft.references)
    if (items.Find(pending.code) == nullptr)
      draft.problems.Report(ErrorCode::ERR_FORM_CODE_UNKNOWN, pending.place, Named(pending.code));
}

void CheckDenominators(Draft& draft, const ItemIndex& items) {
  for (const PendingDenominator& pending : draft.denominators) {
    const Entry* entry = items.Find(pending.denominator);
    const bool is_number =
        entry != nullptr && entry->repeat == nullptr &&
        (entry->item->type == ItemType::kInteger || entry->item->type == ItemType::kDecimal);
    if (!is_number || pending.denominator == pending.owner)
      draft.problems.Report(ErrorCode::ERR_FORM_CODE_UNKNOWN, pending.place,
                            Named(pending.denominator));
  }
}

void CheckCycles(Draft& draft, const ItemIndex& items, const Program& program) {
  if (program.relevant.empty()) return;
  // What the relevance of an item depends on: the items that its expression and those of the groups
  // and sections around it read, and the repeat around it.
  const auto dependencies_of = [&](const Entry& entry) {
    std::vector<const Entry*> dependencies;
    if (entry.repeat != nullptr) dependencies.push_back(items.Find(entry.repeat->code));
    const auto add = [&](const std::string& owner) {
      const auto found = program.relevant.find(owner);
      if (found == program.relevant.end()) return;
      for (const std::string& code : found->second.dependencies())
        dependencies.push_back(items.Find(code));
    };
    add(entry.item->code);
    for (const ItemIndex::Frame& frame : items.FramesAround(entry)) add(*frame.code);
    return dependencies;
  };
  enum class State : std::uint8_t { kNew, kOpen, kDone };
  const std::vector<Entry>& entries = items.in_form_order();
  std::vector<State> states(entries.size(), State::kNew);
  const auto state_of = [&](const Entry* entry) -> State& {
    return states[static_cast<std::size_t>(entry - entries.data())];
  };
  struct Visit {
    const Entry* entry;
    std::vector<const Entry*> dependencies;
    std::size_t next = 0;
  };
  std::vector<Visit> stack;
  const auto open = [&](const Entry* entry) {
    state_of(entry) = State::kOpen;
    stack.push_back({entry, dependencies_of(*entry)});
  };
  for (const Entry& start : entries) {
    if (state_of(&start) != State::kNew) continue;
    open(&start);
    while (!stack.empty()) {
      Visit& visit = stack.back();
      if (visit.next == visit.dependencies.size()) {
        state_of(visit.entry) = State::kDone;
        stack.pop_back();
        continue;
      }
      const Entry* dependency = visit.dependencies[visit.next++];
      if (state_of(dependency) == State::kNew) {
        open(dependency);
      } else if (state_of(dependency) == State::kOpen) {
        auto step = std::ranges::find(stack, dependency, &Visit::entry);
        // A repeat closes no cycle by itself: some item of it, or what the item stands in, has the
        // expression to blame.
        const model::Expression* blamed = nullptr;
        std::string codes;
        for (; step != stack.end(); ++step) {
          const model::Item& item = *step->entry->item;
          if (blamed == nullptr && !item.relevant.empty()) blamed = &item.relevant;
          if (const auto frames = items.FramesAround(*step->entry);
              blamed == nullptr && !frames.empty())
            blamed = frames.front().relevant;
          codes += item.code + " → ";
        }
        assert(blamed != nullptr);
        draft.problems.Report(ErrorCode::ERR_FORM_CYCLE, {blamed->line, blamed->column},
                              codes + dependency->item->code);
        return;
      }
    }
  }
}

}  // namespace pingshen::forms
