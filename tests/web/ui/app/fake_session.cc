#include "tests/web/ui/app/fake_session.h"

#include <gtest/gtest.h>

#include <utility>

#include "core/evaluation/attachment_rules.h"
#include "tests/web/ui/app/sample_form.h"

namespace pingshen::ui {
namespace {

template <typename... Handlers>
struct Overloaded : Handlers... {
  using Handlers::operator()...;
};

}  // namespace

FakeSession::FakeSession() : form_(SampleForm()) {
  view_.catalogue.emplace_back();
  view_.catalogue.back().form_sha256 = std::string(64, 'a');
  view_.catalogue.back().form = form_;
  Refresh();
}

void FakeSession::AddSample(std::string name) {
  session::AssessmentSummary summary;
  summary.assessment.id = kSampleId;
  summary.assessment.institution.name = std::move(name);
  summary.assessment.period = "2026";
  summary.assessment.assessor = "李敏";
  summary.assessment.form_version = form_->form.version;
  summary.form_title = form_->form.title;
  summary.total = 12;
  summary.changed_at_ms = kNowUtcMs;
  view_.assessments.insert(view_.assessments.begin(), std::move(summary));
  Refresh();
}

void FakeSession::Put(const model::FieldPath& path, model::Value value) {
  log_.push_back({++sequence_, path, std::move(value), "李敏", kNowUtcMs});
  answers_.Apply(log_.back());
  if (!view_.open) return;
  view_.open->save_state = session::SaveState::kSaved;
  view_.open->saved_at_ms = kNowUtcMs;
}

Result<Bytes> FakeSession::ReadAttachment(std::string_view name) {
  const auto found = files_.find(name);
  if (found == files_.end()) return Fail(ErrorCode::ERR_STORE_MISSING, std::string(name));
  return found->second;
}

Status FakeSession::PutAll(Result<std::vector<evaluation::Change>> changes) {
  if (!changes) return std::unexpected(changes.error());
  for (evaluation::Change& change : *changes) Put(change.path, std::move(change.value));
  return {};
}

void FakeSession::Answer(std::string_view path, model::ValueKind kind, std::string_view text) {
  const Result<model::FieldPath> parsed = model::FieldPath::Parse(path);
  const Result<model::Value> value = model::Value::Make(kind, text);
  ASSERT_TRUE(parsed && value) << path;
  Put(*parsed, *value);
  Refresh();
}

void FakeSession::AnswerAll() {
  using enum model::ValueKind;
  Answer("S-01", kChoice, "yes");
  Answer("S-02", kDecimal, "60");
  Answer("S-03", kChoice, "approved");
  Answer("S-04", kChoices, "a b c d e");
  Answer("S-06", kInteger, "3");
  Answer("S-10#1", kPresence, "1");
  Answer("S-10#1/person", kText, "王芳");
  Answer("S-10#1/registered", kChoice, "yes");
  Answer("S-12", kChoice, "full");
  Answer("S-14", kChoice, "no");
}

void FakeSession::UseForm(std::shared_ptr<const forms::LoadedForm> form) {
  form_ = std::move(form);
  view_.catalogue.front().form = form_;
  Refresh();
}

void FakeSession::AnswerMany(const std::vector<std::pair<std::string, std::string>>& choices) {
  for (const auto& [item, code] : choices) {
    const Result<model::Value> value = model::Value::Make(model::ValueKind::kChoice, code);
    ASSERT_TRUE(value) << code;
    Put(model::FieldPath::Of(item), *value);
  }
  Refresh();
}

std::string FakeSession::Stored(std::string_view path) const {
  const Result<model::FieldPath> parsed = model::FieldPath::Parse(path);
  return parsed ? answers_.At(*parsed).text() : "not a path";
}

void FakeSession::Refresh() {
  evaluation_ = evaluation::Evaluate(*form_, answers_, "2026-11-22");
  if (view_.open) {
    view_.open->form = form_.get();
    view_.open->answers = &answers_;
    view_.open->evaluation = &evaluation_;
    view_.open->attachments = &attachments_;
  }
  ++view_.revision;
}

Status FakeSession::Apply(const session::Command& command) {
  if (fail_next_) {
    const Error error = *std::exchange(fail_next_, std::nullopt);
    view_.last_error = error;
    if (view_.open) view_.open->save_state = session::SaveState::kFailed;
    ++view_.revision;
    return std::unexpected(error);
  }
  Status status;
  std::visit(
      Overloaded{
          [&](const session::CreateAssessment& make) {
            AddSample(make.institution.name);
            view_.assessments.front().assessment.kind = make.kind;
            view_.assessments.front().assessment.assessor = make.assessor;
          },
          [&](const session::OpenAssessment& open) {
            view_.open.emplace();
            for (const auto& summary : view_.assessments) {
              if (summary.assessment.id == open.id) view_.open->assessment = summary.assessment;
            }
          },
          [&](const session::CloseAssessment&) {
            view_.open.reset();
            view_.last_export.reset();
          },
          [&](const session::SetAnswer& set) {
            status = PutAll(evaluation::AnswerChanges(*form_, answers_, set.path, set.value));
          },
          [&](const session::AddInstance& add) {
            status = PutAll(evaluation::AddInstanceChanges(*form_, answers_, add.repeat));
          },
          [&](const session::RemoveInstance& remove) {
            status = PutAll(evaluation::RemoveInstanceChanges(*form_, answers_, remove.instance));
          },
          [&](const session::Attach& attach) {
            // Any 64 digits will do for a name.
            const std::string number = std::to_string(files_.size() + 1);
            const std::string extension(evaluation::ExtensionOf(attach.original_name));
            const std::string name = std::string(64 - number.size(), '0') + number + "." +
                                     (extension.empty() ? "png" : extension);
            files_[name] = attach.bytes;
            attachments_[name] = {name, "", attach.original_name, attach.bytes.size(), kNowUtcMs};
            const std::string before = answers_.At(attach.path).text();
            Put(attach.path, *model::Value::Make(model::ValueKind::kAttachments,
                                                 before.empty() ? name : before + " " + name));
          },
          [&](const session::Detach& detach) {
            std::string text;
            for (const std::string& name : answers_.At(detach.path).Attachments())
              if (name != detach.name) text += (text.empty() ? "" : " ") + name;
            Put(detach.path, text.empty()
                                 ? model::Value()
                                 : *model::Value::Make(model::ValueKind::kAttachments, text));
          },
          [&](const session::CreateKey& make) {
            passphrase_ = make.passphrase;
            view_.key = session::KeyView{"0123456789abcdef", make.holder, make.organisation};
          },
          [&](const session::SignAndExport& sign) {
            if (sign.passphrase != passphrase_) {
              status = Fail(ErrorCode::ERR_KEY_PASSPHRASE);
              return;
            }
            view_.last_export = session::ExportOutcome{"sample.psbundle", 48'213,
                                                       std::string(64, 'd'), "0123456789abcdef"};
          },
          [&](const session::ExamineForm& examine) {
            view_.examined = session::ExamineFormFile(examine.file_name, examine.file);
            view_.examined->origin = examine.origin;
          },
          [&](const session::DismissForm&) { view_.examined.reset(); },
          [&](const session::InstallForm&) {
            session::CatalogueEntry& entry = view_.catalogue.emplace_back();
            entry.form_sha256 = view_.examined->sha256;
            entry.form = view_.examined->form;
            entry.origin = session::CatalogueEntry::Origin::kFile;
            entry.from = view_.examined->file_name;
            entry.installed_at_ms = kNowUtcMs;
            view_.examined.reset();
          },
          [&](const session::PlanMove& plan) {
            const auto& to = view_.catalogue.back();
            view_.move = session::MoveView{plan.form_sha256, to.form->form.title,
                                           form_->form.version, to.form->form.version,
                                           evaluation::PlanVersionMove(*form_, *to.form, log_)};
          },
          [&](const session::DismissMove&) { view_.move.reset(); },
          [&](const session::MoveToVersion&) { view_.move.reset(); },
          [&](const session::SetLanguage& set) {
            view_.language = set.language;
            view_.form_language = set.form_language;
          },
          [](const auto&) {},
      },
      command);
  view_.last_error = status ? std::nullopt : std::optional(status.error());
  Refresh();
  return status;
}

}  // namespace pingshen::ui
