// The result of a bundle, computed again from its own answers and its own form: nobody's total is
// trusted.
#pragma once

#include <memory>
#include <vector>

#include "core/bundle/bundle.h"
#include "core/evaluation/evaluation.h"
#include "core/forms/loader.h"

namespace pingshen::evaluation {

struct Recomputed {
  std::shared_ptr<const forms::LoadedForm> form;
  std::vector<model::AnswerRecord> records;
  AnswerSheet answers;
  Evaluation evaluation;  // its pointers live as long as `form`
};

// today() is AssessmentDate(manifest.created_at_ms): the date in China when the bundle was made, as
// the app had it. ERR_RESULT_FORM: the form is not the one named or cannot be used;
// ERR_BUNDLE_RECORDS; ERR_RESULT_RECORD "#12 VC-03": a record that the app could not have written;
// ERR_RESULT_ATTACHMENT_MISSING, ERR_RESULT_ATTACHMENT_UNNAMED: an attachment that a current answer
// names is not in the bundle, one in the bundle is named by no record. ERR_RESULT_INCOMPLETE: something blocks the finish; ERR_RESULT_MISMATCH "earned: 92.5 ≠ 91":
// claimed and recomputed figure.
Result<Recomputed> Recompute(const bundle::VerifiedPayload& payload);

}  // namespace pingshen::evaluation
