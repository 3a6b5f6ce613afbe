// Changes every byte of a bundle in turn and asks Verify each time; nothing may be accepted.
//   flip_every_byte FILE
// Three rounds: the lowest bit, all bits, and the lowest bit of each entry's content with the entry's CRC-32 made right
// again, so that the change gets past the container and meets the hash or signature that guards it.
// Prints how many changes each code refused; exit code 0 only when every change was refused with a code that fits its place.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include "core/archive/crc32.h"
#include "core/archive/stored_zip.h"
#include "core/bundle/bundle.h"

namespace {

using pingshen::Bytes;
using pingshen::ErrorCode;

struct Place {
  std::string entry;
  std::size_t begin = 0, end = 0;  // of the content, in the file
  std::size_t local_crc = 0, central_crc = 0;
};

constexpr std::size_t kLocalHeaderBytes = 30, kCentralHeaderBytes = 46;
constexpr std::size_t kLocalCrcAt = 14, kCentralCrcAt = 16, kEndRecordBytes = 22,
                      kDirectoryOffsetAt = 16;

std::vector<Place> Places(const Bytes& file) {
  const auto entries = pingshen::archive::ReadStoredZip(file, file.size());
  std::vector<Place> places;
  if (!entries) return places;
  std::size_t central =
      pingshen::LoadLe32(file, file.size() - kEndRecordBytes + kDirectoryOffsetAt);
  for (const auto& entry : *entries) {
    const auto begin = static_cast<std::size_t>(entry.bytes.data() - file.data());
    const std::size_t local = begin - entry.name.size() - kLocalHeaderBytes;
    places.push_back({std::string(entry.name), begin, begin + entry.bytes.size(),
                      local + kLocalCrcAt, central + kCentralCrcAt});
    central += kCentralHeaderBytes + entry.name.size();
  }
  return places;
}

void PutLe32(Bytes& file, std::size_t at, std::uint32_t value) {
  for (std::size_t i = 0; i < 4; ++i) file[at + i] = static_cast<std::uint8_t>(value >> (8 * i));
}

// What may refuse a change inside an entry once the container is right.
bool FitsEntry(const std::string& entry, const std::string& code) {
  if (entry == "mimetype") return code == "ERR_BUNDLE_MIMETYPE";
  if (entry == "manifest.json") return code == "ERR_BUNDLE_MANIFEST_DIGEST";
  if (entry == "assessment.cereal" || entry == "form.json" || entry.starts_with("attachments/"))
    return code == "ERR_BUNDLE_HASH";
  static const std::set<std::string> kSignatureCodes = {
      "ERR_BUNDLE_ENVELOPE",       "ERR_BUNDLE_PAYLOAD_TYPE",
      "ERR_BUNDLE_STATEMENT",      "ERR_BUNDLE_KEY",
      "ERR_BUNDLE_KEY_ID",         "ERR_BUNDLE_SIGNATURE",
      "ERR_BUNDLE_MANIFEST_DIGEST"};
  return kSignatureCodes.contains(code);
}

struct Tally {
  std::map<std::string, std::size_t> refused;
  std::size_t accepted = 0, misplaced = 0;
};

void Try(const Bytes& changed, std::size_t at, const std::string& entry, Tally& tally) {
  const auto verified = pingshen::bundle::Verify(changed, {});
  if (verified) {
    ++tally.accepted;
    std::printf("ACCEPTED with byte %zu changed\n", at);
    return;
  }
  const std::string code(pingshen::CodeName(verified.error().code));
  ++tally.refused[code];
  const bool fits = entry.empty() ? code.starts_with("ERR_BUNDLE_ZIP_") : FitsEntry(entry, code);
  if (fits) return;
  ++tally.misplaced;
  std::printf("byte %zu (%s): unexpected %s\n", at, entry.empty() ? "container" : entry.c_str(),
              code.c_str());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: flip_every_byte FILE\n");
    return 2;
  }
  std::ifstream in(argv[1], std::ios::binary);
  Bytes file{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const auto original = pingshen::bundle::Verify(file, {});
  if (!original) {
    std::printf("the unchanged file is refused: %s\n",
                std::string(pingshen::CodeName(original.error().code)).c_str());
    return 2;
  }
  const std::vector<Place> places = Places(file);
  Tally tally;
  for (const std::uint8_t pattern : {std::uint8_t{0x01}, std::uint8_t{0xff}}) {
    for (std::size_t at = 0; at < file.size(); ++at) {
      file[at] ^= pattern;
      Try(file, at, "", tally);
      file[at] ^= pattern;
    }
  }
  std::size_t inside = 0;
  for (const Place& place : places) {
    const pingshen::ByteView content(file.data() + place.begin, place.end - place.begin);
    const std::uint32_t right = pingshen::archive::Crc32(content);
    for (std::size_t at = place.begin; at < place.end; ++at, ++inside) {
      file[at] ^= 0x01;
      const std::uint32_t crc = pingshen::archive::Crc32(content);
      PutLe32(file, place.local_crc, crc);
      PutLe32(file, place.central_crc, crc);
      Try(file, at, place.entry, tally);
      file[at] ^= 0x01;
    }
    PutLe32(file, place.local_crc, right);
    PutLe32(file, place.central_crc, right);
  }
  for (const auto& [code, count] : tally.refused) std::printf("%8zu  %s\n", count, code.c_str());
  std::printf(
      "%zu bytes, %zu changes (%zu with the CRC repaired): %zu accepted, %zu refused out of place\n",
      file.size(), 2 * file.size() + inside, inside, tally.accepted, tally.misplaced);
  return tally.accepted == 0 && tally.misplaced == 0 ? 0 : 1;
}
