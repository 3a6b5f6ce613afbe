#include "core/archive/zip_writer.h"

#include <zip.h>

#include "core/archive/zip_memory.h"

namespace pingshen::archive {
namespace {

constexpr uLong kFirstDay = 0x00210000;  // 1980-01-01 00:00 as ZIP counts
constexpr uLong kUtf8Names = 0x0800;

bool WriteEntry(zipFile file, const Entry& entry) {
  zip_fileinfo info{};
  info.dosDate = kFirstDay;
  if (zipOpenNewFileInZip4_64(file, entry.name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr,
                              Z_DEFLATED, Z_DEFAULT_COMPRESSION, 0, -MAX_WBITS, DEF_MEM_LEVEL,
                              Z_DEFAULT_STRATEGY, nullptr, 0, 20, kUtf8Names, 0) != ZIP_OK)
    return false;
  const bool written = entry.bytes.empty() ||
                       zipWriteInFileInZip(file, entry.bytes.data(),
                                           static_cast<unsigned>(entry.bytes.size())) == ZIP_OK;
  return zipCloseFileInZip(file) == ZIP_OK && written;
}

}  // namespace

Result<Bytes> WriteDeflatedZip(const std::vector<Entry>& entries) {
  MemorySink sink;
  zlib_filefunc64_def functions = WritingFunctions(sink);
  const zipFile file = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
  if (file == nullptr) return Fail(ErrorCode::ERR_INTERNAL, "zip");
  bool good = true;
  for (const Entry& entry : entries) good = good && WriteEntry(file, entry);
  if (zipClose(file, nullptr) != ZIP_OK || !good) return Fail(ErrorCode::ERR_INTERNAL, "zip");
  return std::move(sink.bytes);
}

}  // namespace pingshen::archive
