#include "core/session/form_catalogue.h"

#include "core/bundle/crypto.h"
#include "core/evaluation/proven_form.h"

namespace pingshen::session {

Status FormCatalogue::AddBuiltIn(const Bytes& json) {
  PINGSHEN_TRY(auto form, evaluation::LoadProvenForm(json));
  const std::string sha256 = form->form.sha256;
  if (!entries_.contains(sha256)) built_in_.push_back(sha256);
  entries_[sha256] = {std::move(form), json};
  return {};
}

Result<const FormCatalogue::Entry*> FormCatalogue::Find(const std::string& sha256) {
  if (const Entry* loaded = FindLoaded(sha256)) return loaded;
  const auto unusable = [](const Error& error) {
    return Fail(ErrorCode::ERR_SESSION_FORM,
                std::string(CodeName(error.code)) + " " + error.context);
  };
  Result<Bytes> bytes = store_.GetForm(sha256);
  if (!bytes) return unusable(bytes.error());
  if (bundle::Sha256Hex(*bytes) != sha256)
    return unusable({ErrorCode::ERR_STORE_DAMAGED, "SHA-256"});
  auto form = evaluation::LoadProvenForm(*bytes);
  if (!form) return unusable(form.error());
  return &(entries_[sha256] = {std::move(*form), std::move(*bytes)});
}

const FormCatalogue::Entry* FormCatalogue::FindLoaded(const std::string& sha256) const {
  const auto found = entries_.find(sha256);
  return found == entries_.end() ? nullptr : &found->second;
}

}  // namespace pingshen::session
