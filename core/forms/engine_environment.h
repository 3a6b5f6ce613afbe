// What the expressions of a form ask besides the answers: the form's own lists and tables, and the
// world outside.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/expression/environment.h"
#include "core/forms/plan.h"

namespace pingshen::forms {

struct CellId;

// The world outside; whoever keeps an engine provides it. All must answer the same at the
// commission's desk, where what is random was recorded.
class World {
 public:
  virtual ~World() = default;
  // What now() gives: the date of the assessment. ms since 1970-01-01T00:00:00Z.
  virtual std::int64_t NowUtcMs() const = 0;
  virtual double Random() { return 0; }      // 0 <= value < 1
  virtual std::string Uuid() { return {}; }  // version 4
  virtual std::optional<std::string> Digest(std::string_view /*algorithm*/,
                                            std::string_view /*bytes*/) {
    return std::nullopt;
  }
  // What grading gives the item; NaN when it gives nothing.
  virtual double Points(CellId cell);
};

// Dates without a zone are those of China, UTC+8, whatever the device thinks.
inline constexpr int kChinaOffsetMinutes = 8 * 60;

class EngineEnvironment final : public expression::Environment {
 public:
  // All must remain live while this is.
  EngineEnvironment(const Plan& plan, const model::Form& form, World& world)
      : plan_(plan), form_(form), world_(world) {}

  std::int64_t NowUtcMs() const override { return world_.NowUtcMs(); }
  const expression::TimeZone& Zone() const override { return zone_; }
  double Random() override { return world_.Random(); }
  std::string Uuid() override { return world_.Uuid(); }
  std::optional<std::string> Digest(std::string_view algorithm, std::string_view bytes) override {
    return world_.Digest(algorithm, bytes);
  }
  expression::Node Instance(std::string_view id) const override;
  std::optional<std::string> PullData(std::string_view table, std::string_view wanted,
                                      std::string_view key_column,
                                      std::string_view key) const override;
  // In the form's main language: a label that is compared must not change with the screen's.
  std::optional<std::string> ChoiceName(std::string_view value,
                                        std::string_view question) const override;

  World& world() { return world_; }

 private:
  const Plan& plan_;
  const model::Form& form_;
  World& world_;
  expression::FixedZone zone_{kChinaOffsetMinutes};
};

}  // namespace pingshen::forms
