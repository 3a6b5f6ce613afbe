#include "core/session/device_id.h"

#include "core/bundle/crypto.h"

namespace pingshen::session {
namespace {

constexpr std::string_view kDeviceIdSetting = "device_id";

}  // namespace

Result<std::string> DeviceId(store::Store& store, ports::Clock& clock, ports::Random& random) {
  PINGSHEN_TRY(std::string id, store.GetSetting(kDeviceIdSetting, ""));
  if (!id.empty()) return id;
  PINGSHEN_TRY(id, bundle::MakeUuid7(clock.NowUtcMs(), random));
  PINGSHEN_CHECK(store.PutSetting(kDeviceIdSetting, id));
  return id;
}

}  // namespace pingshen::session
