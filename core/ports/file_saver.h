// What we ask of the world: hand a finished file to the user.
#pragma once

#include <string>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/error.h"

namespace pingshen::ports {

class FileSaver {
 public:
  virtual ~FileSaver() = default;
  // Offers `bytes` under `name` (a plain file name). Success means that the system took it over.
  virtual Status Save(std::string_view name, std::string_view media_type, ByteView bytes) = 0;
};

}  // namespace pingshen::ports
