// The search behind PlanRaises.
#include <algorithm>

#include "core/grading/ladder_gap.h"

namespace pingshen::grading {
namespace {

// What one class must cross at least, closed over its capacity: a bound that more items must cross
// than stand right below it must be fed from further below. nullopt: there are not enough items.
std::optional<Crossings> Closed(const Below& below, Crossings needed) {
  needed.to_a = std::max<std::int64_t>(needed.to_a, 0);
  needed.to_b = std::max({needed.to_b, needed.to_a - below.b, std::int64_t{0}});
  needed.to_c = std::max({needed.to_c, needed.to_b - below.c, std::int64_t{0}});
  if (needed.to_c > below.d) return std::nullopt;
  return needed;
}

// The best way for one class alone: fewest items, then fewest steps. With n items at least
// max(C, B, A) are touched; that many suffice when those that cross into C go on into B as far as
// A asks for.
std::optional<Crossings> Best(const Below& below, const Crossings& needed) {
  std::optional<Crossings> best = Closed(below, needed);
  if (best) best->to_b = std::max(best->to_b, std::min(best->to_c, best->to_a));
  return best;
}

Crossings Left(const Crossings& needed, const Crossings& done) {
  return {needed.to_c - done.to_c, needed.to_b - done.to_b, needed.to_a - done.to_a};
}

class Search {
 public:
  Search(const Below& core, const Below& other, const Crossings& core_needed,
         const Crossings& all_needed)
      : core_(core), other_(other), core_needed_(core_needed), all_needed_(all_needed) {}

  std::optional<LadderPlan> Run() {
    const auto core = Closed(core_, core_needed_);
    const Below pooled = {core_.b + other_.b, core_.c + other_.c, core_.d + other_.d};
    const auto total = Best(pooled, {std::max(all_needed_.to_c, core ? core->to_c : 0),
                                     std::max(all_needed_.to_b, core ? core->to_b : 0),
                                     std::max(all_needed_.to_a, core ? core->to_a : 0)});
    if (!core || !total) return std::nullopt;
    // No plan can do with less than both classes in one pot.
    bound_items_ = total->Items();
    bound_steps_ = total->Steps();
    // Beyond what the two columns ask for, a crossing of a ★ item has no use but to feed the next
    // bound, so no more than the largest demand is ever crossed.
    const std::int64_t most =
        std::max({total->to_c, total->to_b, total->to_a, core->to_c, core->to_b, core->to_a});
    for (std::int64_t c = core->to_c; c <= std::min(core_.d, most) && !done_; ++c) {
      const std::int64_t most_b = std::min(core_.c + c, most);
      for (std::int64_t b = core->to_b; b <= most_b && !done_; ++b) {
        if (best_ && std::max(c, b) > best_items_) break;
        const std::int64_t most_a = std::min(core_.b + b, most);
        for (std::int64_t a = core->to_a; a <= most_a && !done_; ++a) {
          if (best_ && Crossings{c, b, a}.Items() > best_items_) break;
          Try({c, b, a});
        }
      }
    }
    return best_;
  }

 private:
  void Try(const Crossings& core) {
    const auto other = Best(other_, Left(all_needed_, core));
    if (!other) return;
    const LadderPlan plan = {core, *other};
    const std::int64_t items = plan.Items();
    const std::int64_t steps = plan.Steps();
    if (best_ && (items > best_items_ || (items == best_items_ && steps >= best_steps_))) return;
    best_ = plan;
    best_items_ = items;
    best_steps_ = steps;
    done_ = items <= bound_items_ && steps <= bound_steps_;
  }

  const Below core_;
  const Below other_;
  const Crossings core_needed_;
  const Crossings all_needed_;
  std::int64_t bound_items_ = 0;
  std::int64_t bound_steps_ = 0;
  std::optional<LadderPlan> best_;
  std::int64_t best_items_ = 0;
  std::int64_t best_steps_ = 0;
  bool done_ = false;
};

}  // namespace

std::int64_t Crossings::Items() const {
  return to_c + std::max<std::int64_t>(0, to_b - to_c) + std::max<std::int64_t>(0, to_a - to_b);
}

std::optional<LadderPlan> PlanRaises(const Below& core, const Below& other,
                                     const Crossings& core_needed, const Crossings& all_needed,
                                     bool core_in_all) {
  if (core_in_all) return Search(core, other, core_needed, all_needed).Run();
  const auto core_plan = Best(core, core_needed);
  const auto other_plan = Best(other, all_needed);
  if (!core_plan || !other_plan) return std::nullopt;
  return LadderPlan{*core_plan, *other_plan};
}

}  // namespace pingshen::grading
