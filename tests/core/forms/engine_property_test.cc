// Whatever the form and whatever the edits: what was recomputed step by step is what a fresh engine
// computes from the same answers at once.
#include <gtest/gtest.h>

#include <random>

#include "tests/core/forms/form_maker.h"

namespace pingshen::forms {
namespace {

using model::FieldPath;
using model::Item;
using model::ItemType;
using model::Value;

#ifdef __EMSCRIPTEN__
constexpr int kForms = 500;
#else
constexpr int kForms = 10'000;
#endif
constexpr int kEdits = 12;

// A form whose expressions read only what stands before them: random, and free of cycles.
class FormMaker {
 public:
  explicit FormMaker(std::mt19937& random) : random_(random) {}

  model::Form Make() {
    model::Form form;
    const std::size_t sections = 1 + Below(2);
    for (std::size_t i = 0; i < sections; ++i) {
      model::Section& section = form.sections.emplace_back();
      section.code = NewCode();
      if (Below(4) == 0) section.relevant = Written(Condition());
      section.items = Items(3 + Below(5), 0);
    }
    return form;
  }
  const std::vector<std::string>& answerable() const { return answerable_; }
  const std::vector<std::string>& repeats() const { return repeats_; }

 private:
  std::size_t Below(std::size_t bound) { return random_() % bound; }
  std::string NewCode() { return "q" + std::to_string(++made_); }
  std::string Reference() {
    return known_.empty() ? "0" : "${" + known_[Below(known_.size())] + "}";
  }

  std::string Number(int depth) {
    switch (Below(depth > 2 ? 3 : 12)) {
      case 0:
        return std::to_string(Below(5));
      case 1:
      case 2:
        return Reference();
      case 3:
        return Number(depth + 1) + " + " + Number(depth + 1);
      case 4:
        return "sum(" + NodeSet() + ")";
      case 5:
        return "count(" + NodeSet() + ")";
      case 6:
        return "if(" + Condition(depth + 1) + ", " + Number(depth + 1) + ", " + Number(depth + 1) +
               ")";
      case 7:
        return "coalesce(" + Reference() + ", " + Number(depth + 1) + ")";
      case 8:
        return "count-non-empty(" + NodeSet() + ")";
      case 9:
        return "max(" + NodeSet() + ")";
      case 10:
        return "position(..)";
      default:
        return "(" + Number(depth + 1) + ") * 2 - " + Number(depth + 1);
    }
  }
  std::string NodeSet() { return known_.empty() ? "self::node()[1 = 2]" : Reference(); }
  std::string Condition(int depth = 0) {
    switch (Below(depth > 2 ? 2 : 6)) {
      case 0:
        return Reference() + " = " + std::to_string(Below(3));
      case 1:
        return Reference() + " != ''";
      case 2:
        return Number(depth + 1) + " > " + Number(depth + 1);
      case 3:
        return Condition(depth + 1) + " and " + Condition(depth + 1);
      case 4:
        return Condition(depth + 1) + " or " + Condition(depth + 1);
      default:
        return "not(" + Condition(depth + 1) + ")";
    }
  }

  std::vector<Item> Items(std::size_t count, int depth) {
    std::vector<Item> items;
    for (std::size_t i = 0; i < count; ++i) items.push_back(Make(depth));
    return items;
  }

  Item Make(int depth) {
    const std::string code = NewCode();
    const std::size_t kind = Below(depth > 2 ? 6 : 10);
    Item item = MakeItem(code, ItemType::kInteger);
    if (Below(3) == 0) item.relevant = Written(Condition());
    if (kind < 4) {
      answerable_.push_back(code);
      if (Below(3) == 0) item.constraint = Written(". > " + Number(1));
      if (Below(3) == 0) item.required_when = Written(Condition());
      if (Below(5) == 0) item.read_only.when = Written(Condition());
      known_.push_back(code);
    } else if (kind < 6) {
      item.type = ItemType::kCalculated;
      item.calculation = Written(Number(0));
      known_.push_back(code);
    } else if (kind == 6) {
      item.type = ItemType::kGroup;
      item.children = Items(1 + Below(3), depth + 1);
    } else if (kind == 7) {
      item.type = ItemType::kTable;
      item.rows = {{"a", {}}, {"b", {}}};
      item.children = Items(1 + Below(3), depth + 1);
    } else {
      item.type = ItemType::kRepeat;
      const bool counted = Below(3) == 0;
      if (counted) item.count = Written(Number(1) + " mod 4");
      if (!counted) repeats_.push_back(code);
      item.children = Items(1 + Below(3), depth + 1);
      known_.push_back(code);
    }
    return item;
  }

  std::mt19937& random_;
  int made_ = 0;
  std::vector<std::string> known_;
  std::vector<std::string> answerable_;
  std::vector<std::string> repeats_;
};

struct Edit {
  FieldPath path;
  Value value;
};

class Editor {
 public:
  Editor(std::mt19937& random, const FormMaker& maker, const Engine& engine)
      : random_(random), maker_(maker), engine_(engine) {}

  // Nothing when the place that was thought of does not exist.
  std::optional<Edit> Next() {
    const bool instances = !maker_.repeats().empty() && random_() % 3 == 0;
    const auto& codes = instances ? maker_.repeats() : maker_.answerable();
    if (codes.empty()) return std::nullopt;
    const auto cell = PlaceOf(codes[random_() % codes.size()]);
    if (!cell) return std::nullopt;
    Edit edit{engine_.PathOf(*cell), {}};
    if (!instances) {
      if (const std::size_t number = random_() % 5; number != 4)
        edit.value = Value::Integer(static_cast<std::int64_t>(number));
      return edit;
    }
    const auto existing = engine_.InstancesOf(*cell);
    const bool remove = !existing.empty() && random_() % 3 == 0;
    const std::uint32_t number = remove ? engine_.NumberOf(existing[random_() % existing.size()])
                                        : 1 + static_cast<std::uint32_t>(random_() % 5);
    edit.path.repeats.push_back({edit.path.item, number});
    edit.path.item.clear();
    edit.value = Value::Presence(!remove);
    return edit;
  }

 private:
  std::optional<CellId> PlaceOf(const std::string& code) {
    const Plan& plan = engine_.plan();
    const std::uint32_t node = plan.Find(code);
    std::vector<std::uint32_t> repeats;
    for (std::uint32_t kind = plan.nodes[node].frame_kind; kind != 0;
         kind = plan.frame_kinds[kind].parent)
      repeats.insert(repeats.begin(), plan.frame_kinds[kind].repeat);
    std::uint32_t frame = 0;
    for (const std::uint32_t repeat : repeats) {
      const auto instances = engine_.InstancesOf({repeat, frame});
      if (instances.empty()) return std::nullopt;
      frame = instances[random_() % instances.size()];
    }
    return CellId{node, frame};
  }

  std::mt19937& random_;
  const FormMaker& maker_;
  const Engine& engine_;
};

TEST(EngineProperty, IncrementalEqualsFull) {
  std::size_t edits = 0;
  std::size_t saved = 0;  // evaluations that were not needed
  for (int seed = 0; seed < kForms; ++seed) {
    std::mt19937 random(static_cast<std::mt19937::result_type>(seed));
    FormMaker maker(random);
    const model::Form form = maker.Make();
    const auto plan = MakePlan(form);
    ASSERT_TRUE(plan.has_value()) << "seed " << seed << ": " << plan.error().what;
    StillWorld world;
    Engine live(*plan, form, world);
    live.RecalculateAll();
    Editor editor(random, maker, live);
    std::vector<Edit> log;
    for (int i = 0; i < kEdits; ++i) {
      const auto edit = editor.Next();
      if (!edit) continue;
      log.push_back(*edit);
      const std::uint64_t before = live.evaluations();
      live.Apply(edit->path, edit->value);
      live.Recalculate();
      const std::uint64_t spent = live.evaluations() - before;
      Engine fresh(*plan, form, world);
      for (const Edit& each : log) fresh.Apply(each.path, each.value);
      fresh.RecalculateAll();
      ASSERT_EQ(Described(live), Described(fresh))
          << "seed " << seed << " after " << edit->path.ToString() << " = " << edit->value.text();
      ++edits;
      saved += fresh.evaluations() > spent ? 1 : 0;
      if (i % 4 == 3) {
        const std::string before_full = Described(live);
        live.RecalculateAll();
        ASSERT_EQ(Described(live), before_full) << "seed " << seed;
      }
    }
  }
  EXPECT_GT(edits, static_cast<std::size_t>(kForms) * 5);
  EXPECT_GT(saved, edits / 2);
}

}  // namespace
}  // namespace pingshen::forms
