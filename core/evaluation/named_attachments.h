// Which attachments the answers of an assessment speak of.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/evaluation/answer_sheet.h"
#include "core/forms/loader.h"
#include "core/model/answer_record.h"

namespace pingshen::evaluation {

// Names in current answers: the last record of each path, outside removed instances. Items that are
// not relevant at the moment count, as their answers do in the log. REQUIRES: `answers` are those
// of `records`.
std::set<std::string> NamedAttachments(const forms::LoadedForm& form,
                                       const std::vector<model::AnswerRecord>& records,
                                       const AnswerSheet& answers);
// Names in any record.
std::set<std::string> EverNamedAttachments(const std::vector<model::AnswerRecord>& records);

}  // namespace pingshen::evaluation
