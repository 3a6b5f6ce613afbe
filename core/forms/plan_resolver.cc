#include "core/forms/plan_resolver.h"

namespace pingshen::forms {

using expression::Target;
using model::ItemType;

std::optional<Target> PlanResolver::TargetOf(std::uint32_t node) const {
  const model::Item* item = plan_.nodes[node].item;
  if (item == nullptr || item->type == ItemType::kNote || item->type == ItemType::kGroup)
    return std::nullopt;
  const std::uint32_t here = place_ == kNone ? 0 : plan_.nodes[place_].frame_kind;
  return Target{node, !plan_.IsInside(here, plan_.nodes[node].frame_kind)};
}

std::optional<Target> PlanResolver::Name(std::string_view name) const {
  const std::uint32_t node = plan_.Find(name);
  const auto target = node == kNone ? std::nullopt : TargetOf(node);
  if (!target) unknown_ = name;
  return target;
}

std::optional<Target> PlanResolver::Path(const expression::StaticPath& path) const {
  std::uint32_t base = place_;  // kNone: the root element
  std::size_t first = 0;
  if (path.absolute) {
    if (path.names.empty()) return std::nullopt;
    if (path.names.front() != kRootElementName) return Lost(path.names.front());
    base = kNone;
    first = 1;
  } else {
    if (over_options_ && path.up == 0) return std::nullopt;
    for (std::uint32_t i = 0; i < path.up; ++i) {
      if (base == kNone) return std::nullopt;
      base = plan_.nodes[base].parent;
    }
  }
  if (first == path.names.size()) return base == kNone ? std::nullopt : TargetOf(base);
  const std::uint32_t found = plan_.Find(path.names.back());
  std::uint32_t node = found;
  for (std::size_t i = path.names.size(); i-- > first;) {
    if (node == kNone || plan_.nodes[node].code() != path.names[i]) return Lost(path.names[i]);
    node = plan_.nodes[node].parent;
  }
  if (node != base) return Lost(path.names[first]);
  return TargetOf(found);
}

std::nullopt_t PlanResolver::Lost(std::string_view name) const {
  if (lost_.empty()) lost_ = name;
  return std::nullopt;
}

}  // namespace pingshen::forms
