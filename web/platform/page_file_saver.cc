#include "web/platform/page_file_saver.h"

#include <string>

extern "C" int pingshen_file_offer(const char* name, const char* media_type,
                                   const std::uint8_t* bytes, std::size_t size);  // 1 = taken over

namespace pingshen::platform {

Status PageFileSaver::Save(std::string_view name, std::string_view media_type, ByteView bytes) {
  const std::string name_text(name);
  const std::string type_text(media_type);
  if (!pingshen_file_offer(name_text.c_str(), type_text.c_str(), bytes.data(), bytes.size())) {
    return Fail(ErrorCode::ERR_PAGE_FILE, name_text);
  }
  return {};
}

}  // namespace pingshen::platform
