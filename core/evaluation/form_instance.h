// One assessment in its form: the answers of the log, and the live form that they give.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/evaluation/answer_sheet.h"
#include "core/forms/engine.h"
#include "core/forms/loader.h"
#include "core/ports/random.h"

namespace pingshen::evaluation {

using Steps = std::vector<model::FieldPath::Step>;

class FormInstance final : private forms::World {
 public:
  // Computes everything. `today`: what today() gives, "2026-11-22". `random`: for values that are
  // recorded; nullptr where none are made, at the commission's desk. Form, answers and random must
  // remain live while this is.
  FormInstance(const forms::LoadedForm& form, const AnswerSheet& answers, const std::string& today,
               ports::Random* random = nullptr);

  const forms::LoadedForm& form() const { return form_; }
  const AnswerSheet& answers() const { return answers_; }
  const forms::Engine& engine() const { return engine_; }
  forms::Engine& engine() { return engine_; }

  // After the sheet has taken these: recomputes what depends on them. Valid until the next call.
  std::span<const forms::CellChange> Update(std::span<const model::AnswerRecord> records);

  // Empty while it is not relevant, and for a place that does not exist.
  const model::Value& Answer(std::string_view code, const Steps& around) const;
  // What a calculation gives there, as text; "" while it is not relevant.
  std::string_view Calculated(const model::FieldPath& path) const;
  // Options of the choice there that its filter leaves, by their place in Item::options.
  std::vector<std::uint32_t> OfferedOptions(const model::FieldPath& path) const;
  // Whether it exists, and it and all around it are relevant.
  bool IsRelevant(std::string_view code, const Steps& around) const;
  // The codes of the vetoes that hold, by schemes: first the form's own, then those of
  // Form::schemes, each in the form's order.
  bool VetoHolds(std::size_t veto) const { return engine_.VetoHolds(veto); }

 private:
  std::int64_t NowUtcMs() const override { return now_utc_ms_; }
  double Random() override;
  std::string Uuid() override;
  std::optional<std::string> Digest(std::string_view algorithm, std::string_view bytes) override;
  double Points(forms::CellId cell) override;

  std::optional<forms::CellId> Find(std::string_view code, const Steps& around) const;

  const forms::LoadedForm& form_;
  const AnswerSheet& answers_;
  ports::Random* random_;
  std::int64_t now_utc_ms_;
  mutable forms::Engine engine_;  // offering options evaluates; nothing that is kept changes
};

}  // namespace pingshen::evaluation
