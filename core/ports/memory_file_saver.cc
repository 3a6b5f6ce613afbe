#include "core/ports/memory_file_saver.h"

#include <utility>

namespace pingshen::ports {

Status MemoryFileSaver::Save(std::string_view name, std::string_view media_type, ByteView bytes) {
  if (failure_) return std::unexpected(*std::exchange(failure_, std::nullopt));
  files_.push_back({std::string(name), std::string(media_type), Bytes(bytes.begin(), bytes.end())});
  return {};
}

}  // namespace pingshen::ports
