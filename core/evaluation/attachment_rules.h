// Which files an answer takes, and what a file truly is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/model/canonical.h"
#include "core/model/item.h"

namespace pingshen::evaluation {

struct FileType {
  std::string_view extension;
  std::string_view media_type;
};

// By the first bytes, whatever the name says. `extension` (any case) decides only between types
// that begin alike: Office and OFD documents are ZIP files, sound and film share MP4 and WebM.
// nullopt: a type that no answer takes (HEIC, HTML, SVG, programs …).
std::optional<FileType> TypeOf(ByteView bytes, std::string_view extension);
// "image/jpeg" for "jpg"; "" for an extension that TypeOf never gives.
std::string_view MediaTypeOf(std::string_view extension);
bool IsPicture(std::string_view extension);

struct AttachmentRule {
  std::span<const std::string_view> extensions;  // none: takes no attachments
  std::size_t max_count = 0;
  std::uint64_t max_bytes = 0;  // of each
  // The page may make pictures smaller (2048 px, JPEG) before they come here.
  bool shrink_pictures = false;
};
// Of the item's answer (field "") or of kEvidenceField.
AttachmentRule RuleOf(const model::Item& item, std::string_view field);
// For <input accept>.
std::string AcceptOf(const AttachmentRule& rule);
bool Takes(const AttachmentRule& rule, std::string_view extension);

// What one assessment's current attachments may add up to: with it a bundle stays below the 256 MiB
// that a desk takes in, and below what a phone's browser gives one page.
inline constexpr std::uint64_t kMaxTotalBytes = 200u << 20;

// ERR_ATTACHMENT_EMPTY, ERR_ATTACHMENT_HEIC, ERR_ATTACHMENT_TYPE, ERR_ATTACHMENT_SIZE.
Result<FileType> CheckFile(const AttachmentRule& rule, ByteView bytes,
                           std::string_view original_name);

// "报告.final.PDF" → "PDF"; "" when there is none.
std::string_view ExtensionOf(std::string_view file_name);

}  // namespace pingshen::evaluation
