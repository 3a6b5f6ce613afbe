// The entries of a bundle, in their order.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pingshen::bundle {

inline constexpr std::string_view kMimetypeName = "mimetype";
inline constexpr std::string_view kManifestName = "manifest.json";
inline constexpr std::string_view kRecordsName = "assessment.cereal";
inline constexpr std::string_view kFormName = "form.json";
inline constexpr std::string_view kAttachmentFolder = "attachments/";
inline constexpr std::string_view kSignatureFolder = "signatures/";

// 1 … 8 of a-z 0-9.
bool IsExtension(std::string_view extension);
// "attachments/<sha256>.<extension>"
std::string AttachmentName(std::string_view sha256, std::string_view extension);
bool IsAttachmentName(std::string_view name);
// REQUIRES: IsAttachmentName(name). Views into name.
std::string_view AttachmentSha256(std::string_view name);
std::string_view AttachmentExtension(std::string_view name);
// "signatures/<number>.json", counted from 1.
std::string SignatureName(std::size_t number);

}  // namespace pingshen::bundle
