#include "commission/pages/desk_attachment.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>

#include "commission/http/http_errors.h"
#include "core/archive/stored_zip.h"
#include "core/bundle/crypto.h"
#include "core/bundle/entry_names.h"
#include "core/evaluation/attachment_rules.h"

namespace pingshen::commission {
namespace {

Result<Bytes> ReadEntry(const std::filesystem::path& path, std::string_view entry) {
  std::ifstream stream(path, std::ios::binary);
  std::error_code failed;
  const std::uintmax_t size = std::filesystem::file_size(path, failed);
  if (!stream || failed) return Fail(ErrorCode::ERR_DESK_STORED_FILE, path.filename().string());
  const auto read = [&](std::uint64_t offset, std::size_t size_bytes) -> Result<Bytes> {
    Bytes part(size_bytes);
    stream.seekg(static_cast<std::streamoff>(offset));
    stream.read(reinterpret_cast<char*>(part.data()), static_cast<std::streamsize>(size_bytes));
    if (static_cast<std::size_t>(stream.gcount()) != size_bytes)
      return Fail(ErrorCode::ERR_DESK_STORED_FILE, path.filename().string());
    return part;
  };
  PINGSHEN_TRY(const archive::EntryPlace place, archive::FindStoredEntry(read, size, entry));
  return read(place.offset_bytes, static_cast<std::size_t>(place.size_bytes));
}

}  // namespace

std::string AttachmentPath(std::string_view manifest_sha256, std::string_view name) {
  return "/desk/bundles/" + std::string(manifest_sha256) + "/attachments/" + std::string(name);
}

HttpResponse AnswerAttachment(DeskStore& store, std::string_view manifest_sha256,
                              std::string_view name) {
  const HttpResponse missing = ErrorResponse({ErrorCode::ERR_DESK_NOT_FOUND, std::string(name)});
  const std::string entry = std::string(bundle::kAttachmentFolder) + std::string(name);
  if (!bundle::IsAttachmentName(entry)) return missing;
  const std::string_view extension = bundle::AttachmentExtension(entry);
  const std::string_view media_type = evaluation::MediaTypeOf(extension);
  if (media_type.empty()) return missing;
  const auto reception = store.Find(manifest_sha256);
  if (!reception) return ErrorResponse(reception.error());
  if (!*reception) return missing;
  const auto files = store.FilesOf((*reception)->intake_number);
  if (!files) return ErrorResponse(files.error());
  if (files->empty())
    return ErrorResponse({ErrorCode::ERR_DESK_STORED_FILE, std::string(manifest_sha256)});

  const auto bytes = ReadEntry(store.PathOf(files->front().file_sha256), entry);
  if (!bytes && bytes.error().code == ErrorCode::ERR_BUNDLE_ENTRY_MISSING) return missing;
  if (!bytes || bundle::Sha256Hex(*bytes) != bundle::AttachmentSha256(entry))
    return ErrorResponse({ErrorCode::ERR_DESK_STORED_FILE, files->front().file_sha256});
  HttpResponse response;
  response.content_type = media_type;
  response.headers = {{"Cache-Control", "private, no-store"},
                      {"Content-Disposition",
                       std::string(evaluation::IsPicture(extension) ? "inline" : "attachment") +
                           "; filename=\"" + std::string(name) + "\""},
                      {"Content-Security-Policy", "default-src 'none'; sandbox"},
                      {"Cross-Origin-Resource-Policy", "same-origin"}};
  response.body = AsText(*bytes);
  return response;
}

}  // namespace pingshen::commission
