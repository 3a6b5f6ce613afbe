#include "core/model/assessment.h"

#include <array>

namespace pingshen::model {
namespace {

constexpr std::array<std::string_view, 4> kKindCodes = {"self", "onsite", "rereview", "spotcheck"};

}  // namespace

std::string_view CodeOf(AssessmentKind kind) { return kKindCodes[static_cast<std::size_t>(kind)]; }

std::optional<AssessmentKind> AssessmentKindOf(std::string_view code) {
  for (std::size_t i = 0; i < kKindCodes.size(); ++i)
    if (kKindCodes[i] == code) return static_cast<AssessmentKind>(i);
  return std::nullopt;
}

}  // namespace pingshen::model
