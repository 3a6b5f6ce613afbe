#include "web/ui/screen/drafts.h"

#include <algorithm>
#include <utility>

#include "core/model/identifiers.h"
#include "web/ui/words/time_text.h"

namespace pingshen::ui {
namespace {

std::optional<std::string> CorrectionOf(Spelling spelling, std::string_view text) {
  if (spelling == Spelling::kIdentityNumber &&
      model::CheckIdentityNumber(text) == model::IdentityProblem::kNotCanonical) {
    return model::CorrectedIdentityNumber(text);
  }
  if (spelling == Spelling::kCreditCode &&
      model::CheckCreditCode(text) == model::IdentityProblem::kNotCanonical) {
    return model::CorrectedCreditCode(text);
  }
  return std::nullopt;
}

// A local time without its offset from UTC gets the device's.
Result<model::Value> MakeValue(const DraftTarget& target, std::string_view text) {
  constexpr std::size_t kLocalBytes = std::string_view("2026-11-24T08:30").size();
  constexpr std::size_t kLocalSecondsBytes = std::string_view("2026-11-24T08:30:00").size();
  if (target.kind != model::ValueKind::kDateTime ||
      (text.size() != kLocalBytes && text.size() != kLocalSecondsBytes))
    return model::Value::Make(target.kind, text);
  return model::Value::Make(target.kind, std::string(text) + OffsetText(target.utc_offset_minutes));
}

bool IsBlankText(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

void Drafts::Know(const std::string& id, const DraftTarget& target, const model::Value& stored) {
  const auto found = fields_.find(id);
  if (found == fields_.end()) {
    fields_.emplace(id, Field{target, stored});
  } else if (!(found->second.stored == stored)) {
    found->second.stored = stored;
  }
}

void Drafts::TakeEdits(const DomInput& dom, double now_ms) {
  for (const TextEdit& edit : dom.edits) {
    if (!fields_.contains(edit.id)) continue;
    Draft& draft = drafts_[edit.id];
    if (draft.text != edit.text || draft.composing != edit.composing || !draft.dirty)
      draft.edited_ms = now_ms;
    draft.text = edit.text;
    draft.composing = edit.composing && !edit.committed;
    draft.committed = edit.committed;
    draft.dirty = true;
    draft.problem.reset();
  }
}

void Drafts::Replace(const std::string& id, std::string text) {
  Draft& draft = drafts_[id];
  draft = {};
  draft.text = std::move(text);
  draft.dirty = draft.committed = true;
}

Drafts::Shown Drafts::Show(const std::string& id, std::string_view stored, bool focused) {
  const auto found = drafts_.find(id);
  if (found == drafts_.end()) return {stored, nullptr};
  Draft& draft = found->second;
  if (!focused && !draft.dirty && !draft.problem) {
    drafts_.erase(found);
    return {stored, nullptr};
  }
  return {draft.text, draft.problem ? &*draft.problem : nullptr};
}

void Drafts::Collect(double now_ms, bool leaving, std::vector<session::Command>& commands,
                     double& wake_after_ms) {
  for (auto& [id, draft] : drafts_) {
    if (!draft.dirty || draft.problem) continue;
    const double rest_ms = draft.edited_ms + kCommitDelayMs - now_ms;
    const bool due = leaving || draft.committed || (!draft.composing && rest_ms <= 0);
    if (!due) {
      if (!draft.composing && (wake_after_ms < 0 || rest_ms < wake_after_ms))
        wake_after_ms = std::max(1.0, rest_ms);
      continue;
    }
    const Field& field = fields_.at(id);
    model::Value value;
    if (!IsBlankText(draft.text)) {
      if (std::optional<std::string> correction = CorrectionOf(field.target.spelling, draft.text)) {
        draft.problem = DraftProblem{DraftProblem::Kind::kCorrectable, std::move(*correction), {}};
        continue;
      }
      Result<model::Value> made = MakeValue(field.target, draft.text);
      if (!made) {
        draft.problem = DraftProblem{};
        continue;
      }
      value = std::move(*made);
    }
    draft.dirty = draft.committed = false;
    if (!(value == field.stored))
      commands.push_back(session::SetAnswer{field.target.path, std::move(value)});
  }
}

void Drafts::Applied(const session::SetAnswer& command, const Status& status, Language language) {
  if (!status) {
    const auto found = std::ranges::find_if(drafts_, [&](const auto& entry) {
      return fields_.at(entry.first).target.path == command.path;
    });
    if (found != drafts_.end()) {
      found->second.dirty = true;
      found->second.problem =
          DraftProblem{DraftProblem::Kind::kRefused, {}, Sentence(status.error(), language)};
    }
    return;
  }
  for (auto& [id, draft] : drafts_) {
    if (draft.problem && draft.problem->kind == DraftProblem::Kind::kRefused) {
      draft.problem.reset();
      draft.committed = true;
    }
  }
}

std::vector<std::string> Drafts::Unstored() const {
  std::vector<std::string> ids;
  for (const auto& [id, draft] : drafts_) {
    if (draft.problem) ids.push_back(id);
  }
  return ids;
}

const DraftTarget* Drafts::TargetOf(const std::string& id) const {
  const auto found = fields_.find(id);
  return found == fields_.end() ? nullptr : &found->second.target;
}

}  // namespace pingshen::ui
