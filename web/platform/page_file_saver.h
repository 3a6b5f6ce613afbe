// Hands files to the page, which offers them as downloads.
#pragma once

#include "core/ports/file_saver.h"

namespace pingshen::platform {

// Success means that the page has the bytes; where they are put is between the browser and the user.
class PageFileSaver final : public ports::FileSaver {
 public:
  Status Save(std::string_view name, std::string_view media_type, ByteView bytes) override;
};

}  // namespace pingshen::platform
