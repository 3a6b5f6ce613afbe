// Any bytes as a form file: refused with a place, or loaded; a loaded form takes answers.
#include <cstdint>
#include <string_view>

#include "core/forms/engine.h"
#include "core/forms/loader.h"

namespace {

class FuzzWorld final : public pingshen::forms::World {
 public:
  std::int64_t NowUtcMs() const override { return 1'795'276'800'000; }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pingshen;
  const auto form = forms::Load({reinterpret_cast<const char*>(data), size});
  if (!form) return 0;
  FuzzWorld world;
  forms::Engine engine((*form)->plan, (*form)->form, world);
  engine.RecalculateAll();
  const forms::Plan& plan = engine.plan();
  for (std::uint32_t node = 0; node < plan.nodes.size(); ++node) {
    if (plan.nodes[node].item == nullptr || plan.nodes[node].frame_kind != 0) continue;
    engine.Set({node, 0}, "1");
    if (plan.nodes[node].inner == forms::kNone) continue;
    model::FieldPath path;
    path.repeats.push_back({std::string(plan.nodes[node].code()), 1});
    engine.Apply(path, model::Value::Presence(true));
  }
  engine.Recalculate();
  return 0;
}
