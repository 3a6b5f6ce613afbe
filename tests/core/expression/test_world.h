// Worlds for expression tests: a fixed clock and dice, and answers by name.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/expression/expression.h"
#include "core/expression/number.h"

namespace pingshen::expression {

class TestEnvironment : public Environment {
 public:
  explicit TestEnvironment(int zone_minutes = 480) : zone_(zone_minutes) {}
  std::int64_t NowUtcMs() const override { return 1795480200000; }  // 2026-11-24T08:30:00+08:00
  const TimeZone& Zone() const override { return zone_; }
  double Random() override { return 0.25; }
  std::string Uuid() override { return "8f14e45f-ceea-467f-a0a1-2f0d0c8b7e11"; }
  std::optional<std::string> Digest(std::string_view, std::string_view) override {
    return std::nullopt;
  }

 private:
  FixedZone zone_;
};

// Names with one or several answers; resolver and references in one.
class TestAnswers final : public Resolver, public References {
 public:
  TestAnswers() : References(nullptr) {}
  TestAnswers& Set(std::string name, std::string text) {
    return SetAll(name, {std::move(text)}, false);
  }
  TestAnswers& SetAll(const std::string& name, std::vector<std::string> texts,
                      bool repeated = true) {
    Item item;
    item.repeated = repeated;
    item.texts = std::move(texts);
    names_.push_back(name);
    items_.push_back(std::move(item));
    return *this;
  }

  std::optional<Target> Name(std::string_view name) const override {
    for (std::size_t i = 0; i < names_.size(); ++i)
      if (names_[i] == name) return Target{static_cast<std::uint32_t>(i), items_[i].repeated};
    return std::nullopt;
  }
  std::optional<Target> Path(const StaticPath& path) const override {
    return path.names.empty() ? std::nullopt : Name(path.names.back());
  }

  // Lays the answers out for one expression.
  void Bind(const Expression& expression) {
    one_.clear();
    all_.clear();
    for (Item& item : items_) {
      item.cells.clear();
      for (const std::string& text : item.texts)
        item.cells.push_back({text, NumberOfAnswer(text, FixedZone(480))});
    }
    for (const Dependency& dependency : expression.dependencies()) {
      const Item& item = items_[dependency.id];
      one_.push_back(item.cells.empty() ? &kEmptyCell : &item.cells.front());
      std::vector<const Cell*> cells;
      for (const Cell& cell : item.cells) cells.push_back(&cell);
      all_.push_back(std::move(cells));
    }
    SetOne(one_.data());
  }
  std::span<const Cell* const> All(std::uint32_t reference) const override {
    return all_[reference];
  }
  double Points(std::uint32_t) const override { return 7; }
  double Position(std::uint32_t) const override { return 3; }

 private:
  struct Item {
    bool repeated = false;
    std::vector<std::string> texts;
    std::vector<Cell> cells;
  };
  std::vector<std::string> names_;
  std::vector<Item> items_;
  std::vector<const Cell*> one_;
  std::vector<std::vector<const Cell*>> all_;
};

// The string value of the result, or "ERROR: why".
inline std::string Evaluated(std::string_view text, TestAnswers answers = {},
                             std::string_view self = {}) {
  const auto expression = Compile(text, answers);
  if (!expression) return "ERROR: " + expression.error().context;
  answers.Bind(*expression);
  TestEnvironment environment;
  const Cell cell{self, NumberOfAnswer(self, environment.Zone())};
  const Context context{.references = answers, .environment = environment, .self = &cell};
  const auto result = expression->EvaluateString(context);
  return result ? *result : "ERROR: " + result.error().context;
}

}  // namespace pingshen::expression
