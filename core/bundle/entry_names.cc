#include "core/bundle/entry_names.h"

#include <algorithm>

#include "core/bundle/strict_object.h"

namespace pingshen::bundle {
namespace {

constexpr std::size_t kDigestDigits = 64;
constexpr std::size_t kMaxExtension = 8;

}  // namespace

bool IsExtension(std::string_view extension) {
  return !extension.empty() && extension.size() <= kMaxExtension &&
         std::all_of(extension.begin(), extension.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

std::string AttachmentName(std::string_view sha256, std::string_view extension) {
  return std::string(kAttachmentFolder) + std::string(sha256) + "." + std::string(extension);
}

bool IsAttachmentName(std::string_view name) {
  constexpr std::size_t kStem = kAttachmentFolder.size() + kDigestDigits;
  return name.size() > kStem + 1 && name.starts_with(kAttachmentFolder) &&
         IsLowerHex(AttachmentSha256(name), kDigestDigits) && name[kStem] == '.' &&
         IsExtension(AttachmentExtension(name));
}

std::string_view AttachmentSha256(std::string_view name) {
  return name.substr(kAttachmentFolder.size(), kDigestDigits);
}

std::string_view AttachmentExtension(std::string_view name) {
  return name.substr(kAttachmentFolder.size() + kDigestDigits + 1);
}

std::string SignatureName(std::size_t number) {
  return std::string(kSignatureFolder) + std::to_string(number) + ".json";
}

}  // namespace pingshen::bundle
