#include "core/store/attachment_table.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "core/store/digest.h"

namespace pingshen::store {
namespace {

constexpr std::size_t kSha256Digits = 64;
constexpr std::size_t kMaxExtension = 8;

std::uint64_t DigestOf(std::string_view assessment_id, const model::Attachment& attachment) {
  return Digest("attachment")
      .Add(assessment_id)
      .Add(attachment.name)
      .Add(attachment.media_type)
      .Add(attachment.original_name)
      .Add(attachment.size_bytes)
      .Add(static_cast<std::uint64_t>(attachment.created_at_ms))
      .Value();
}

}  // namespace

bool IsAttachmentName(std::string_view name) {
  if (name.size() < kSha256Digits + 2 || name.size() > kSha256Digits + 1 + kMaxExtension ||
      name[kSha256Digits] != '.')
    return false;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const std::string_view extension = name.substr(kSha256Digits + 1);
  return std::all_of(name.begin(), name.begin() + kSha256Digits,
                     [&](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); }) &&
         std::all_of(extension.begin(), extension.end(),
                     [&](char c) { return is_digit(c) || (c >= 'a' && c <= 'z'); });
}

std::string_view Sha256Of(std::string_view name) { return name.substr(0, kSha256Digits); }

Result<std::unique_ptr<AttachmentTable>> AttachmentTable::Make(Connection& connection) {
  std::unique_ptr<AttachmentTable> made(new AttachmentTable);
  PINGSHEN_TRY(made->put_,
               connection.Prepare("INSERT INTO attachment(assessment_id, name, media_type, "
                                  "original_name, size_bytes, created_at_ms, digest) "
                                  "VALUES(?,?,?,?,?,?,?)"));
  PINGSHEN_TRY(made->has_, connection.Prepare("SELECT 1 FROM attachment WHERE assessment_id = ? "
                                              "AND name = ?"));
  PINGSHEN_TRY(made->list_,
               connection.Prepare("SELECT name, media_type, original_name, size_bytes, "
                                  "created_at_ms, digest FROM attachment WHERE assessment_id = ? "
                                  "ORDER BY name"));
  return made;
}

Status AttachmentTable::Put(std::string_view assessment_id, const model::Attachment& attachment) {
  return Query(put_, assessment_id, attachment.name, attachment.media_type,
               attachment.original_name, attachment.size_bytes, attachment.created_at_ms,
               DigestOf(assessment_id, attachment))
      .Run();
}

Result<bool> AttachmentTable::Has(std::string_view assessment_id, std::string_view name) {
  return Query(has_, assessment_id, name).Next();
}

Result<std::vector<model::Attachment>> AttachmentTable::List(std::string_view assessment_id) {
  std::vector<model::Attachment> all;
  Query query(list_, assessment_id);
  while (true) {
    PINGSHEN_TRY(const bool more, query.Next());
    if (!more) return all;
    model::Attachment one{query.Text(0), query.Text(1), query.Text(2),
                          static_cast<std::uint64_t>(query.Integer(3)), query.Integer(4)};
    if (static_cast<std::uint64_t>(query.Integer(5)) == DigestOf(assessment_id, one))
      all.push_back(std::move(one));
  }
}

Status AttachmentTable::CheckNamed(std::string_view assessment_id, const model::Value& value) {
  for (const std::string& name : value.Attachments()) {
    PINGSHEN_TRY(const bool has, Has(assessment_id, name));
    if (!has) return Fail(ErrorCode::ERR_STORE_ATTACHMENT_MISSING, name);
  }
  return {};
}

}  // namespace pingshen::store
