// The answers that one expression reads, in one frame.
#pragma once

#include <cstdint>
#include <span>

#include "core/expression/references.h"
#include "core/forms/engine.h"

namespace pingshen::forms {

class EngineReferences final : public expression::References {
 public:
  // All must remain live while this is. One at a time for each engine: they share its scratch.
  EngineReferences(Engine& engine, const Task& task, std::uint32_t frame)
      : References(engine.frames_[frame]->one.data() + task.first_reference),
        engine_(engine),
        task_(task),
        frame_(frame) {}

  std::span<const expression::Cell* const> All(std::uint32_t reference) const override;
  expression::Node NodeOf(std::uint32_t reference, std::size_t index) const override;
  double Position(std::uint32_t reference) const override;
  double Points(std::uint32_t reference) const override;

 private:
  void Collect(std::uint32_t reference) const;

  Engine& engine_;
  const Task& task_;
  std::uint32_t frame_;
  mutable std::uint64_t collected_ = 0;  // bits by reference; those from 64 on are collected anew
};

}  // namespace pingshen::forms
