#include "core/evaluation/named_attachments.h"

#include "core/evaluation/instances.h"

namespace pingshen::evaluation {
namespace {

bool Names(const model::AnswerRecord& record) {
  return record.value.kind() == model::ValueKind::kAttachments;
}

void Insert(const model::Value& value, std::set<std::string>& names) {
  for (std::string& name : value.Attachments()) names.insert(std::move(name));
}

}  // namespace

std::set<std::string> NamedAttachments(const forms::LoadedForm& form,
                                       const std::vector<model::AnswerRecord>& records,
                                       const AnswerSheet& answers) {
  std::set<std::string> names;
  std::set<std::string> seen;
  for (const model::AnswerRecord& record : records) {
    if (!Names(record) || !seen.insert(record.path.ToString()).second) continue;
    if (InstancesExist(form, answers, record.path)) Insert(answers.At(record.path), names);
  }
  return names;
}

std::set<std::string> EverNamedAttachments(const std::vector<model::AnswerRecord>& records) {
  std::set<std::string> names;
  for (const model::AnswerRecord& record : records)
    if (Names(record)) Insert(record.value, names);
  return names;
}

}  // namespace pingshen::evaluation
