#include "core/model/scheme.h"

#include <array>

namespace pingshen::model {
namespace {

constexpr std::array<std::string_view, 6> kKinds = {"none",      "points", "ladder",
                                                    "composite", "stages", "ratio"};
constexpr std::array<std::string_view, 5> kMarks = {"A", "B", "C", "D", "E"};
const std::vector<Veto> kNoVetoes;

struct Outcomes {
  std::vector<const Outcome*> out;
  void operator()(const std::monostate&) {}
  void operator()(const PointsScheme& scheme) { Add(scheme.bands); }
  void operator()(const LadderScheme& scheme) { Add(scheme.grades); }
  void operator()(const CompositeScheme& scheme) { Add(scheme.grades); }
  void operator()(const StagesScheme& scheme) { Add(scheme.bands); }
  void operator()(const RatioScheme& scheme) { Add(scheme.bands); }

  template <typename List>
  void Add(const List& list) {
    for (const auto& outcome : list) out.push_back(&outcome);
  }
};

}  // namespace

std::vector<const Outcome*> OutcomesOf(const Scheme& scheme) {
  Outcomes outcomes;
  std::visit(outcomes, scheme);
  return std::move(outcomes.out);
}

const Outcome* FindOutcome(const Scheme& scheme, std::string_view code) {
  for (const Outcome* outcome : OutcomesOf(scheme))
    if (outcome->code == code) return outcome;
  return nullptr;
}

const std::vector<Veto>& VetoesOf(const Scheme& scheme) {
  if (const auto* points = std::get_if<PointsScheme>(&scheme)) return points->vetoes;
  if (const auto* ladder = std::get_if<LadderScheme>(&scheme)) return ladder->vetoes;
  if (const auto* composite = std::get_if<CompositeScheme>(&scheme))
    return composite->preconditions;
  return kNoVetoes;
}

std::string_view KindName(const Scheme& scheme) { return kKinds[scheme.index()]; }

std::string_view MarkName(Mark mark) { return kMarks[static_cast<std::size_t>(mark)]; }

std::optional<Mark> MarkOf(std::string_view name) {
  for (std::size_t i = 0; i < kMarks.size(); ++i)
    if (kMarks[i] == name) return static_cast<Mark>(i);
  return std::nullopt;
}

}  // namespace pingshen::model
