#include "core/archive/zip_memory.h"

#include <algorithm>
#include <cstring>

namespace pingshen::archive {
namespace {

void* Open(void* opaque, const void*, int) { return opaque; }
int Close(void*, void*) { return 0; }
int NoError(void*, void*) { return 0; }

template <typename Memory>
ZPOS64_T Tell(void*, void* stream) {
  return static_cast<Memory*>(stream)->position;
}

// Beyond the end is refused, so that positions stay within the bytes.
template <typename Memory>
long Seek(void*, void* stream, ZPOS64_T offset, int origin) {
  auto& memory = *static_cast<Memory*>(stream);
  std::uint64_t base = 0;
  if (origin == ZLIB_FILEFUNC_SEEK_CUR) base = memory.position;
  if (origin == ZLIB_FILEFUNC_SEEK_END) base = memory.bytes.size();
  const std::uint64_t target = base + offset;
  if (target < base || target > memory.bytes.size()) return -1;
  memory.position = static_cast<std::size_t>(target);
  return 0;
}

uLong ReadSource(void*, void* stream, void* out, uLong wanted) {
  auto& source = *static_cast<MemorySource*>(stream);
  const std::size_t count = std::min<std::size_t>(wanted, source.bytes.size() - source.position);
  if (count > 0) std::memcpy(out, source.bytes.data() + source.position, count);
  source.position += count;
  return static_cast<uLong>(count);
}

uLong WriteSink(void*, void* stream, const void* in, uLong count) {
  auto& sink = *static_cast<MemorySink*>(stream);
  if (sink.position + count > sink.bytes.size()) sink.bytes.resize(sink.position + count);
  if (count > 0) std::memcpy(sink.bytes.data() + sink.position, in, count);
  sink.position += count;
  return count;
}

// minizip's writer reads nothing of a new file.
uLong ReadNothing(void*, void*, void*, uLong) { return 0; }
uLong WriteNothing(void*, void*, const void*, uLong) { return 0; }

}  // namespace

zlib_filefunc64_def ReadingFunctions(MemorySource& source) {
  return {Open,  ReadSource, WriteNothing, Tell<MemorySource>, Seek<MemorySource>,
          Close, NoError,    &source};
}

zlib_filefunc64_def WritingFunctions(MemorySink& sink) {
  return {Open, ReadNothing, WriteSink, Tell<MemorySink>, Seek<MemorySink>, Close, NoError, &sink};
}

}  // namespace pingshen::archive
