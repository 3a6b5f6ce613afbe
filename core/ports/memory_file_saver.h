// Keeps the saved files in memory.
#pragma once

#include <optional>
#include <vector>

#include "core/ports/file_saver.h"

namespace pingshen::ports {

class MemoryFileSaver : public FileSaver {
 public:
  struct File {
    std::string name;
    std::string media_type;
    Bytes bytes;
  };

  Status Save(std::string_view name, std::string_view media_type, ByteView bytes) override;
  const std::vector<File>& files() const { return files_; }
  // The next Save fails with this error and keeps nothing.
  void FailNext(Error error) { failure_ = std::move(error); }

 private:
  std::vector<File> files_;
  std::optional<Error> failure_;
};

}  // namespace pingshen::ports
