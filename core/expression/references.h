// The answers that one expression reads, by number: the fast way, without a tree and without names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string_view>

#include "core/expression/tree.h"

namespace pingshen::expression {

// One answer. The owner keeps `number` beside the text: NumberOfAnswer(text, zone) of number.h.
struct Cell {
  std::string_view text;  // "" when unanswered
  double number = std::numeric_limits<double>::quiet_NaN();
};

inline constexpr Cell kEmptyCell;

// Numbers are those of Expression::dependencies(). Everything given out remains live and unchanged
// during an evaluation.
class References {
 public:
  virtual ~References() = default;

  // Use::kOne: the answer as seen from the place of the expression (same repeat instance first).
  const Cell& One(std::uint32_t reference) const { return *one_[reference]; }

  std::span<const Cell* const> OneAsSet(std::uint32_t reference) const {
    return {one_ + reference, 1};
  }

  // Use::kAll and kEvery: the answers, in document order; not relevant ones are left out.
  virtual std::span<const Cell* const> All(std::uint32_t reference) const = 0;
  // The nodes of these same answers (kOne: index 0). Asked only when a function or a path behind
  // the reference walks the tree.
  virtual Node NodeOf(std::uint32_t, std::size_t) const { return {}; }
  // Use::kPosition: the 1-based number of the repeat instance; NaN when there is none.
  virtual double Position(std::uint32_t) const { return std::numeric_limits<double>::quiet_NaN(); }
  // Use::kPoints: what grading gives the item; NaN when it gives nothing.
  virtual double Points(std::uint32_t) const { return std::numeric_limits<double>::quiet_NaN(); }

 protected:
  // `one` has an entry for each reference, never null for those of Use::kOne (kEmptyCell when there
  // is no answer), and must remain live while this object is used.
  explicit References(const Cell* const* one) : one_(one) {}
  References(const References&) = default;
  References& operator=(const References&) = default;
  void SetOne(const Cell* const* one) { one_ = one; }

 private:
  const Cell* const* one_;
};

// For expressions that read no answers.
class NoReferences final : public References {
 public:
  NoReferences() : References(nullptr) {}
  std::span<const Cell* const> All(std::uint32_t) const override { return {}; }
};

}  // namespace pingshen::expression
