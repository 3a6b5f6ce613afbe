#include "core/archive/zip_reader.h"

#include <unzip.h>

#include <map>

#include "core/archive/zip_memory.h"

namespace pingshen::archive {
namespace {

constexpr std::uint16_t kEncrypted = 1;
constexpr std::size_t kLongestName = 1024;

std::string Folded(std::string_view name) {
  std::string folded(name);
  for (char& letter : folded)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return folded;
}

// minizip tolerates an end record that is cut off or followed by something; a whole file has
// neither.
bool HasWholeEndRecord(ByteView file) {
  constexpr std::size_t kEndRecord = 22;
  constexpr std::size_t kLongestComment = 0xFFFF;
  for (std::size_t comment = 0; comment <= kLongestComment && kEndRecord + comment <= file.size();
       ++comment) {
    const std::size_t at = file.size() - kEndRecord - comment;
    if (LoadLe32(file, at) == 0x06054b50 && LoadLe16(file, at + 20) == comment) return true;
  }
  return false;
}

}  // namespace

struct ZipReader::State {
  MemorySource source;
  unzFile file = nullptr;
  std::vector<ZipEntry> entries;
  std::vector<unz64_file_pos> positions;
  std::map<std::string, std::size_t, std::less<>> by_name;

  ~State() {
    if (file != nullptr) unzClose(file);
  }
  Status ReadDirectory(const ZipLimits& limits);
  Status Add(const ZipLimits& limits, std::uint64_t& total);
};

Status ZipReader::State::Add(const ZipLimits& limits, std::uint64_t& total) {
  unz_file_info64 info{};
  std::string name(kLongestName + 1, '\0');
  if (unzGetCurrentFileInfo64(file, &info, name.data(), kLongestName, nullptr, 0, nullptr, 0) !=
      UNZ_OK)
    return Fail(ErrorCode::ERR_ZIP_FORMAT);
  if (info.size_filename > kLongestName) return Fail(ErrorCode::ERR_ZIP_FORMAT);
  name.resize(info.size_filename);
  if ((info.flag & kEncrypted) != 0 ||
      (info.compression_method != 0 && info.compression_method != Z_DEFLATED))
    return Fail(ErrorCode::ERR_ZIP_METHOD, name);
  if (info.uncompressed_size > limits.max_inflated_bytes ||
      (total += info.uncompressed_size) > limits.max_inflated_bytes)
    return Fail(ErrorCode::ERR_ZIP_LIMIT,
                name + ", " + std::to_string(limits.max_inflated_bytes >> 20) + " MiB");
  if (info.uncompressed_size > kRatioFloorBytes &&
      info.uncompressed_size / limits.max_ratio > info.compressed_size)
    return Fail(ErrorCode::ERR_ZIP_LIMIT, name + ", " + std::to_string(limits.max_ratio) + ":1");
  unz64_file_pos position{};
  if (unzGetFilePos64(file, &position) != UNZ_OK) return Fail(ErrorCode::ERR_ZIP_FORMAT);
  if (!by_name.emplace(Folded(name), entries.size()).second)
    return Fail(ErrorCode::ERR_ZIP_DUPLICATE, name);
  positions.push_back(position);
  entries.push_back({std::move(name), info.compressed_size, info.uncompressed_size});
  return {};
}

Status ZipReader::State::ReadDirectory(const ZipLimits& limits) {
  unz_global_info64 global{};
  if (unzGetGlobalInfo64(file, &global) != UNZ_OK) return Fail(ErrorCode::ERR_ZIP_FORMAT);
  if (global.number_entry > limits.max_entries)
    return Fail(ErrorCode::ERR_ZIP_LIMIT, std::to_string(limits.max_entries));
  if (global.number_entry == 0) return {};
  std::uint64_t total = 0;
  int step = unzGoToFirstFile(file);
  for (; step == UNZ_OK; step = unzGoToNextFile(file)) {
    if (entries.size() >= limits.max_entries)
      return Fail(ErrorCode::ERR_ZIP_LIMIT, std::to_string(limits.max_entries));
    PINGSHEN_CHECK(Add(limits, total));
  }
  if (step != UNZ_END_OF_LIST_OF_FILE) return Fail(ErrorCode::ERR_ZIP_FORMAT);
  return {};
}

ZipReader::ZipReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
ZipReader::ZipReader(ZipReader&&) noexcept = default;
ZipReader& ZipReader::operator=(ZipReader&&) noexcept = default;
ZipReader::~ZipReader() = default;

Result<ZipReader> ZipReader::Open(ByteView file, const ZipLimits& limits) {
  if (!HasWholeEndRecord(file)) return Fail(ErrorCode::ERR_ZIP_FORMAT);
  auto state = std::make_unique<State>();
  state->source.bytes = file;
  zlib_filefunc64_def functions = ReadingFunctions(state->source);
  state->file = unzOpen2_64("", &functions);
  if (state->file == nullptr) return Fail(ErrorCode::ERR_ZIP_FORMAT);
  PINGSHEN_CHECK(state->ReadDirectory(limits));
  return ZipReader(std::move(state));
}

const std::vector<ZipEntry>& ZipReader::entries() const { return state_->entries; }

std::size_t ZipReader::Find(std::string_view name) const {
  const auto found = state_->by_name.find(Folded(name));
  return found == state_->by_name.end() ? npos : found->second;
}

Result<Bytes> ZipReader::Read(std::size_t index) const {
  const ZipEntry& entry = state_->entries[index];
  const auto damaged = [&] { return Fail(ErrorCode::ERR_ZIP_DAMAGED, entry.name); };
  if (unzGoToFilePos64(state_->file, &state_->positions[index]) != UNZ_OK) return damaged();
  if (unzOpenCurrentFile(state_->file) != UNZ_OK) return damaged();
  // Grown as it inflates: a directory that lies about the size costs no memory.
  constexpr std::size_t kStep = 1u << 18;
  Bytes bytes;
  bool good = true;
  while (good && bytes.size() < entry.inflated_bytes) {
    const std::size_t have = bytes.size();
    const auto wanted =
        static_cast<std::size_t>(std::min<std::uint64_t>(kStep, entry.inflated_bytes - have));
    bytes.resize(have + wanted);
    const int count =
        unzReadCurrentFile(state_->file, bytes.data() + have, static_cast<unsigned>(wanted));
    good = count > 0;
    bytes.resize(have + (count > 0 ? static_cast<std::size_t>(count) : 0));
  }
  // minizip compares the checksum when the entry was read to its end.
  if (unzCloseCurrentFile(state_->file) != UNZ_OK || !good) return damaged();
  return bytes;
}

}  // namespace pingshen::archive
