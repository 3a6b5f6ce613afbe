// minizip's file functions over memory.
#pragma once

#include <ioapi.h>

#include "core/base/bytes.h"

namespace pingshen::archive {

struct MemorySource {
  ByteView bytes;
  std::size_t position = 0;
};
struct MemorySink {
  Bytes bytes;
  std::size_t position = 0;
};

// The source or sink must remain live while minizip uses the functions.
zlib_filefunc64_def ReadingFunctions(MemorySource& source);
zlib_filefunc64_def WritingFunctions(MemorySink& sink);

}  // namespace pingshen::archive
