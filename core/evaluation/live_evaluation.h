// The evaluation of an assessment that is being filled in: one answer updates what it concerns.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/evaluation/evaluation.h"
#include "core/evaluation/form_instance.h"

namespace pingshen::evaluation {

class LiveEvaluation {
 public:
  // Evaluates everything. `instance` must remain live while this is.
  explicit LiveEvaluation(const FormInstance& instance);
  LiveEvaluation(const LiveEvaluation&) = delete;
  LiveEvaluation& operator=(const LiveEvaluation&) = delete;

  // `changes`: of FormInstance::Update, each exactly once and in order.
  void Update(std::span<const forms::CellChange> changes);

  // Valid until the next Update.
  const Evaluation& evaluation() const { return evaluation_; }
  // REQUIRES: this is not used afterwards.
  Evaluation Take() { return std::move(evaluation_); }

 private:
  // What one item adds to the figures around it.
  struct Share {
    std::uint32_t total = 0;
    std::uint32_t answered = 0;
    std::uint32_t blocking = 0;
    bool missing = false;
    Decimal earned;
    Decimal attainable;
  };

  void BuildSection(const model::Section& section, SectionState& state);
  void Register(std::uint32_t node, std::uint32_t frame, ItemState& state);
  void Forget(const ItemState& state, std::uint32_t node);
  void Rebuild(forms::CellId repeat);
  void Refresh(forms::CellId cell);
  Share ShareOf(const ItemState& state, std::uint32_t node) const;
  // Adds the share (takes it away) everywhere from the item outwards.
  void Add(const Share& share, std::uint32_t node);
  void Remove(const Share& share, std::uint32_t node);
  void AddAffected(forms::CellId cell, std::set<forms::CellId>& affected) const;
  void Grade();
  ItemState* Find(forms::CellId cell);

  const FormInstance& instance_;
  Evaluation evaluation_;
  std::vector<SectionState*> section_of_;              // by node, of sections
  std::vector<std::vector<ItemState*>> items_;         // by frame and slot
  std::vector<std::vector<std::uint32_t>> scored_by_;  // by node: items that divide by it
  std::vector<std::uint32_t> missing_;                 // by node: how often
  std::uint32_t blocking_ = 0;
  bool graded_ = false;  // the form has a scheme or checks
};

}  // namespace pingshen::evaluation
