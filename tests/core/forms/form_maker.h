// Small forms made in code, for tests of what follows from them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/forms/engine.h"
#include "core/model/form.h"

namespace pingshen::forms {

inline model::Expression Written(std::string text) { return {std::move(text), 1, 1}; }

inline model::Item MakeItem(std::string code, model::ItemType type) {
  model::Item item;
  item.code = std::move(code);
  item.type = type;
  return item;
}
inline model::Item Integer(std::string code) {
  return MakeItem(std::move(code), model::ItemType::kInteger);
}
inline model::Item TextItem(std::string code) {
  return MakeItem(std::move(code), model::ItemType::kText);
}
inline model::Item Calculated(std::string code, std::string expression) {
  model::Item item = MakeItem(std::move(code), model::ItemType::kCalculated);
  item.calculation = Written(std::move(expression));
  return item;
}
inline model::Item Frame(std::string code, model::ItemType type,
                         std::vector<model::Item> children) {
  model::Item item = MakeItem(std::move(code), type);
  item.children = std::move(children);
  return item;
}
inline model::Item Repeat(std::string code, std::vector<model::Item> children) {
  return Frame(std::move(code), model::ItemType::kRepeat, std::move(children));
}
inline model::Item Group(std::string code, std::vector<model::Item> children) {
  return Frame(std::move(code), model::ItemType::kGroup, std::move(children));
}
inline model::Item When(std::string relevant, model::Item item) {
  item.relevant = Written(std::move(relevant));
  return item;
}
inline model::Form FormOf(std::vector<model::Item> items) {
  model::Form form;
  form.sections.push_back({});
  form.sections.back().code = "S";
  form.sections.back().items = std::move(items);
  return form;
}

// 2026-11-22T00:00 in China; random values count up.
class StillWorld : public World {
 public:
  std::int64_t NowUtcMs() const override { return 1'795'276'800'000; }
  double Random() override { return 0.25 * static_cast<double>(++calls_ % 4); }
  std::string Uuid() override { return "uuid-" + std::to_string(++calls_); }

 private:
  int calls_ = 0;
};

// A form, its plan and its engine.
struct Live {
  // Fails the test when the form has no plan.
  explicit Live(model::Form made);
  explicit Live(std::vector<model::Item> items) : Live(FormOf(std::move(items))) {}

  Live& Set(const std::string& path, const std::string& text);
  Live& Add(const std::string& instance);
  Live& Remove(const std::string& instance);
  // What expressions read there; "(none)" when there is no such place.
  std::string See(const std::string& path) const;
  bool Relevant(const std::string& path) const;

  model::Form form;
  std::shared_ptr<const Plan> plan;
  StillWorld world;
  std::unique_ptr<Engine> engine;
};

// Every cell of every existing frame with all that is computed of it, in a form that can be
// compared.
std::string Described(const Engine& engine);

}  // namespace pingshen::forms
