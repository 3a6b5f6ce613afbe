#include "core/ports/memory_slot_device.h"
#include "tests/core/store/samples.h"
#include "tests/core/store/store_contract.h"

namespace pingshen::store {
namespace {

class SlotsPlace : public Place {
 public:
  Store::Options options() const override { return OptionsOf(*vfs_); }
  void Restart() override {
    vfs_.reset();
    device_.PowerCut(0);
    vfs_ = MakeVfs(device_);
  }

 private:
  ports::MemorySlotDevice device_{kSlots};
  std::unique_ptr<SlotVfs> vfs_ = MakeVfs(device_);
};

INSTANTIATE_TEST_SUITE_P(Slots, StoreContract,
                         testing::Values(PlaceKind{"Memory",
                                                   [] { return std::make_unique<SlotsPlace>(); }}),
                         NameOf);

}  // namespace
}  // namespace pingshen::store
