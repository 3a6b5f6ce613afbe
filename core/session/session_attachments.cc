#include <algorithm>
#include <string>
#include <utility>

#include "core/bundle/crypto.h"
#include "core/evaluation/attachment_rules.h"
#include "core/evaluation/declaration.h"
#include "core/session/session_core.h"

namespace pingshen::session {
namespace {

constexpr std::size_t kMaxNameBytes = 120;

std::string Joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : " ") + name;
  return text;
}

// The name as a plain file name, whatever system it comes from.
std::string PlainFileName(std::string_view name) {
  const std::size_t slash = name.find_last_of("/\\");
  if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
  const std::string extension(evaluation::ExtensionOf(name));
  if (name.empty() || evaluation::FileNamePart(name, kMaxNameBytes) == name)
    return std::string(name);
  if (extension.empty() || extension.size() >= name.size())
    return evaluation::FileNamePart(name, kMaxNameBytes);
  name.remove_suffix(extension.size() + 1);
  return evaluation::FileNamePart(name, kMaxNameBytes) + "." +
         evaluation::FileNamePart(extension, 8);
}

Result<model::Value> AttachmentsOf(const std::vector<std::string>& names) {
  if (names.empty()) return model::Value();
  return model::Value::Make(model::ValueKind::kAttachments, Joined(names));
}

}  // namespace

Status SessionCore::Do(const Attach& command) {
  if (!open_) return Fail(ErrorCode::ERR_SESSION_NOT_OPEN);
  const forms::LoadedForm& form = *open_->form().form;
  PINGSHEN_TRY(const model::Item* item, evaluation::FindPlace(form, command.path));
  const evaluation::AttachmentRule rule = evaluation::RuleOf(*item, command.path.field);
  if (rule.extensions.empty()) return Fail(ErrorCode::ERR_SESSION_PATH, command.path.ToString());
  PINGSHEN_TRY(const evaluation::FileType type,
               evaluation::CheckFile(rule, command.bytes, command.original_name));

  std::vector<std::string> names = open_->answers().At(command.path).Attachments();
  // Signing again: the new drawing stands for the old one.
  if (item->type == model::ItemType::kSignature && command.path.field.empty() &&
      names.size() == rule.max_count)
    names.pop_back();
  if (names.size() >= rule.max_count)
    return Fail(ErrorCode::ERR_ATTACHMENT_COUNT, std::to_string(rule.max_count));
  model::Attachment attachment;
  attachment.name = bundle::Sha256Hex(command.bytes) + "." + std::string(type.extension);
  attachment.media_type = type.media_type;
  attachment.original_name = PlainFileName(command.original_name);
  attachment.size_bytes = command.bytes.size();
  attachment.created_at_ms = Now();
  if (std::find(names.begin(), names.end(), attachment.name) != names.end())
    return Fail(ErrorCode::ERR_ATTACHMENT_TWICE);
  if (open_->AttachedBytes() + attachment.size_bytes > evaluation::kMaxTotalBytes)
    return Fail(ErrorCode::ERR_ATTACHMENT_TOTAL,
                std::to_string(evaluation::kMaxTotalBytes >> 20) + " MiB");

  names.push_back(attachment.name);
  PINGSHEN_TRY(const model::Value value, AttachmentsOf(names));
  // Whether the answer fits is known before anything is kept.
  const auto changes = evaluation::AnswerChanges(form, open_->answers(), command.path, value);
  if (!changes) return std::unexpected(changes.error());
  PINGSHEN_CHECK(open_->Keep(attachment, command.bytes));
  return Commit(changes);
}

Status SessionCore::Do(const Detach& command) {
  if (!open_) return Fail(ErrorCode::ERR_SESSION_NOT_OPEN);
  std::vector<std::string> names = open_->answers().At(command.path).Attachments();
  if (std::erase(names, command.name) == 0)
    return Fail(ErrorCode::ERR_SESSION_PATH, command.path.ToString());
  PINGSHEN_TRY(const model::Value value, AttachmentsOf(names));
  return Commit(
      evaluation::AnswerChanges(*open_->form().form, open_->answers(), command.path, value));
}

Status SessionCore::Do(const SaveAttachment& command) {
  PINGSHEN_TRY(const Bytes bytes, ReadAttachment(command.name));
  const auto found = open_->attachments().find(command.name);
  const bool known = found != open_->attachments().end();
  const std::string name =
      known && !found->second.original_name.empty() ? found->second.original_name : command.name;
  return environment_.saver->Save(
      name, evaluation::MediaTypeOf(evaluation::ExtensionOf(command.name)), bytes);
}

Result<Bytes> SessionCore::ReadAttachment(std::string_view name) {
  if (!open_) return Fail(ErrorCode::ERR_SESSION_NOT_OPEN);
  return environment_.store->ReadAttachment(name);
}

}  // namespace pingshen::session
