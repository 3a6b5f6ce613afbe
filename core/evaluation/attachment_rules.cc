#include "core/evaluation/attachment_rules.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/base/utf8.h"

namespace pingshen::evaluation {
namespace {

using model::ItemType;

constexpr std::uint64_t kMiB = 1u << 20;

constexpr FileType kTypes[] = {
    {"jpg", "image/jpeg"},
    {"png", "image/png"},
    {"webp", "image/webp"},
    {"pdf", "application/pdf"},
    {"ofd", "application/ofd"},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    {"zip", "application/zip"},
    {"doc", "application/msword"},
    {"xls", "application/vnd.ms-excel"},
    {"ppt", "application/vnd.ms-powerpoint"},
    {"wps", "application/vnd.ms-works"},
    {"et", "application/vnd.ms-excel"},
    {"dps", "application/vnd.ms-powerpoint"},
    {"txt", "text/plain"},
    {"csv", "text/csv"},
    {"mp3", "audio/mpeg"},
    {"m4a", "audio/mp4"},
    {"aac", "audio/aac"},
    {"wav", "audio/wav"},
    {"ogg", "audio/ogg"},
    {"amr", "audio/amr"},
    {"flac", "audio/flac"},
    {"weba", "audio/webm"},
    {"mp4", "video/mp4"},
    {"mov", "video/quicktime"},
    {"3gp", "video/3gpp"},
    {"webm", "video/webm"},
};

constexpr std::string_view kPictures[] = {"jpg", "png", "webp"};
constexpr std::string_view kDrawings[] = {"png"};
constexpr std::string_view kSounds[] = {"mp3", "m4a", "aac", "wav", "ogg", "amr", "flac", "weba"};
constexpr std::string_view kFilms[] = {"mp4", "mov", "3gp", "webm"};
constexpr std::string_view kDocuments[] = {"pdf",  "jpg",  "png", "webp", "ofd", "docx",
                                           "xlsx", "pptx", "doc", "xls",  "ppt", "wps",
                                           "et",   "dps",  "txt", "csv",  "zip"};

// What the first bytes leave open is answered by the file's own extension, the first one otherwise.
constexpr std::string_view kZipFamily[] = {"zip", "docx", "xlsx", "pptx", "ofd"};
constexpr std::string_view kOleFamily[] = {"doc", "xls", "ppt", "wps", "et", "dps"};
constexpr std::string_view kMp4Family[] = {"mp4", "m4a", "mov", "3gp"};
constexpr std::string_view kWebmFamily[] = {"webm", "weba"};
constexpr std::string_view kTextFamily[] = {"txt", "csv"};

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

FileType Named(std::string_view extension) {
  return *std::find_if(std::begin(kTypes), std::end(kTypes),
                       [&](const FileType& type) { return type.extension == extension; });
}

FileType Of(std::span<const std::string_view> family, std::string_view extension) {
  const std::string lower = Lower(extension);
  const auto found = std::find(family.begin(), family.end(), lower);
  return Named(found == family.end() ? family.front() : *found);
}

bool HasAt(ByteView bytes, std::size_t at, std::string_view mark) {
  return bytes.size() >= at + mark.size() && AsText(bytes.subspan(at, mark.size())) == mark;
}

// ISO 14496-12: a file begins with a box "ftyp" that names its brand.
std::string_view Brand(ByteView bytes) {
  constexpr std::size_t kFtypAt = 4, kBrandAt = 8, kBrandBytes = 4;
  return HasAt(bytes, kFtypAt, "ftyp") && bytes.size() >= kBrandAt + kBrandBytes
             ? AsText(bytes.subspan(kBrandAt, kBrandBytes))
             : std::string_view();
}

// ISO 23008-12, annex B, and AVIF: pictures in the same box format.
bool IsHeifBrand(std::string_view brand) {
  constexpr std::string_view kBrands[] = {"heic", "heix", "hevc", "hevx", "heim",
                                          "heis", "mif1", "msf1", "avif", "avis"};
  return std::find(std::begin(kBrands), std::end(kBrands), brand) != std::end(kBrands);
}

// MPEG audio frames begin with eleven set bits; layer 00 is ADTS (AAC).
std::optional<FileType> MpegAudio(ByteView bytes) {
  if (bytes.size() < 2 || bytes[0] != 0xFF || (bytes[1] & 0xE0) != 0xE0) return std::nullopt;
  constexpr std::uint8_t kLayerBits = 0x06;
  if ((bytes[1] & kLayerBits) == 0)
    return (bytes[1] & 0xF0) == 0xF0 ? std::optional(Named("aac")) : std::nullopt;
  return Named("mp3");
}

// No control characters but tab and line ends. What encoding it is in stays open (GB 18030 is
// common).
bool IsPlainText(ByteView bytes) {
  return std::none_of(bytes.begin(), bytes.end(), [](std::uint8_t byte) {
    return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f') ||
           byte == 0x7F;
  });
}

}  // namespace

std::optional<FileType> TypeOf(ByteView bytes, std::string_view extension) {
  if (HasAt(bytes, 0, "\xFF\xD8\xFF")) return Named("jpg");
  if (HasAt(bytes, 0, "\x89PNG\r\n\x1A\n")) return Named("png");
  if (HasAt(bytes, 0, "RIFF") && HasAt(bytes, 8, "WEBP")) return Named("webp");
  if (HasAt(bytes, 0, "RIFF") && HasAt(bytes, 8, "WAVE")) return Named("wav");
  if (HasAt(bytes, 0, "%PDF-")) return Named("pdf");
  if (HasAt(bytes, 0, "PK\x03\x04")) return Of(kZipFamily, extension);
  if (HasAt(bytes, 0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return Of(kOleFamily, extension);
  if (HasAt(bytes, 0, "OggS")) return Named("ogg");
  if (HasAt(bytes, 0, "fLaC")) return Named("flac");
  if (HasAt(bytes, 0, "#!AMR")) return Named("amr");
  if (HasAt(bytes, 0, "\x1A\x45\xDF\xA3")) return Of(kWebmFamily, extension);
  if (const std::string_view brand = Brand(bytes); !brand.empty()) {
    if (IsHeifBrand(brand)) return std::nullopt;
    if (brand == "M4A " || brand == "M4B ") return Named("m4a");
    if (brand == "qt  ") return Named("mov");
    return Of(kMp4Family, extension);
  }
  if (HasAt(bytes, 0, "ID3")) return Named("mp3");
  if (const auto audio = MpegAudio(bytes)) return audio;
  const std::string lower = Lower(extension);
  const bool text =
      std::find(std::begin(kTextFamily), std::end(kTextFamily), lower) != std::end(kTextFamily);
  if (text && !bytes.empty() && IsPlainText(bytes)) return Of(kTextFamily, extension);
  return std::nullopt;
}

std::string_view MediaTypeOf(std::string_view extension) {
  for (const FileType& type : kTypes)
    if (type.extension == extension) return type.media_type;
  return "";
}

bool IsPicture(std::string_view extension) {
  return std::find(std::begin(kPictures), std::end(kPictures), extension) != std::end(kPictures);
}

AttachmentRule RuleOf(const model::Item& item, std::string_view field) {
  if (field == model::kEvidenceField)
    return {kDocuments, model::kMaxAttachments, 32 * kMiB, /*shrink_pictures=*/true};
  if (!field.empty()) return {};
  const auto count = static_cast<std::size_t>(std::clamp<std::int64_t>(
      item.max_count, 1, static_cast<std::int64_t>(model::kMaxAttachments)));
  switch (item.type) {
    case ItemType::kPhoto:
      return {kPictures, count, 16 * kMiB, /*shrink_pictures=*/true};
    case ItemType::kSignature:
      return {kDrawings, count, 2 * kMiB, /*shrink_pictures=*/false};
    case ItemType::kFile:
      return {kDocuments, count, 32 * kMiB, /*shrink_pictures=*/false};
    case ItemType::kAudio:
      return {kSounds, count, 32 * kMiB, /*shrink_pictures=*/false};
    case ItemType::kVideo:
      return {kFilms, count, 64 * kMiB, /*shrink_pictures=*/false};
    default:
      return {};
  }
}

std::string AcceptOf(const AttachmentRule& rule) {
  // A family as a whole lets phones offer the camera, the gallery and formats that the page can
  // turn into ours (HEIC on Apple's devices); single types are for documents.
  if (rule.extensions.data() == kPictures) return "image/*";
  if (rule.extensions.data() == kSounds) return "audio/*";
  if (rule.extensions.data() == kFilms) return "video/*";
  std::string accept;
  for (const std::string_view extension : rule.extensions)
    accept.append(accept.empty() ? "." : ",.").append(extension);
  return rule.shrink_pictures ? "image/*," + accept : accept;
}

bool Takes(const AttachmentRule& rule, std::string_view extension) {
  return std::find(rule.extensions.begin(), rule.extensions.end(), extension) !=
         rule.extensions.end();
}

Result<FileType> CheckFile(const AttachmentRule& rule, ByteView bytes,
                           std::string_view original_name) {
  if (bytes.empty()) return Fail(ErrorCode::ERR_ATTACHMENT_EMPTY);
  if (bytes.size() > rule.max_bytes)
    return Fail(ErrorCode::ERR_ATTACHMENT_SIZE, std::to_string(rule.max_bytes / kMiB) + " MiB");
  const auto type = TypeOf(bytes, ExtensionOf(original_name));
  if (!type && IsHeifBrand(Brand(bytes))) return Fail(ErrorCode::ERR_ATTACHMENT_HEIC);
  if (!type || !Takes(rule, type->extension)) {
    std::string takes;
    for (const std::string_view extension : rule.extensions)
      takes.append(takes.empty() ? "" : " ").append(extension);
    return Fail(ErrorCode::ERR_ATTACHMENT_TYPE, takes);
  }
  return *type;
}

std::string_view ExtensionOf(std::string_view file_name) {
  const std::size_t dot = file_name.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : file_name.substr(dot + 1);
}

}  // namespace pingshen::evaluation
