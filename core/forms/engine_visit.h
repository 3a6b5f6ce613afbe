// Engine::VisitFrames, for the sources of the engine.
#pragma once

#include "core/forms/engine.h"

namespace pingshen::forms {

// Existing frames of `kind` that are or stand inside `from`, in document order.
template <typename Visit>
void Engine::VisitFrames(std::uint32_t from, std::uint32_t kind, const Visit& visit) const {
  if (frames_[from]->kind == kind) {
    visit(from);
    return;
  }
  // The repeat inside `from` that leads there.
  std::uint32_t next = kind;
  while (plan_->frame_kinds[next].parent != frames_[from]->kind)
    next = plan_->frame_kinds[next].parent;
  for (const std::uint32_t inner : frames_[from]->instances[plan_->frame_kinds[next].repeat_number])
    VisitFrames(inner, kind, visit);
}

}  // namespace pingshen::forms
