#include "core/session/recompute.h"

#include <set>

#include "core/bundle/crypto.h"
#include "core/session/answer_rules.h"
#include "core/session/declaration.h"
#include "core/session/form_catalogue.h"
#include "core/session/named_attachments.h"

namespace pingshen::session {
namespace {

std::string Described(const Error& error) {
  return std::string(CodeName(error.code)) + " " + error.context;
}

Result<std::shared_ptr<const forms::LoadedForm>> LoadForm(const bundle::VerifiedPayload& payload) {
  const model::Assessment& assessment = payload.manifest().assessment;
  if (bundle::Sha256Hex(payload.form_json()) != assessment.form_sha256)
    return Fail(ErrorCode::ERR_RESULT_FORM, "SHA-256");
  auto form = LoadProvenForm(payload.form_json());
  if (!form) return Fail(ErrorCode::ERR_RESULT_FORM, Described(form.error()));
  const model::Form& facts = (*form)->form;
  if (facts.id != assessment.form_id || facts.version != assessment.form_version)
    return Fail(ErrorCode::ERR_RESULT_FORM, assessment.form_id + " " + assessment.form_version +
                                                " ≠ " + facts.id + " " + facts.version);
  return form;
}

Status Replay(const forms::LoadedForm& form, const std::vector<model::AnswerRecord>& records,
              AnswerSheet& answers) {
  std::uint64_t expected = 0;
  for (const model::AnswerRecord& record : records) {
    const std::string place = "#" + std::to_string(record.sequence) + " " + record.path.ToString();
    if (record.sequence != ++expected) return Fail(ErrorCode::ERR_RESULT_RECORD, place);
    if (!CheckRecord(form, answers, record)) return Fail(ErrorCode::ERR_RESULT_RECORD, place);
    answers.Apply(record);
  }
  return {};
}

Status CheckComplete(const Evaluation& evaluation) {
  if (evaluation.complete) return {};
  std::string where;
  std::size_t count = 0;
  for (const model::Finding& finding : evaluation.findings) {
    if (!finding.blocks_finish) continue;
    constexpr std::size_t kShown = 5;
    if (++count <= kShown) where += (where.empty() ? "" : ", ") + finding.path.ToString();
    if (count == kShown + 1) where += " …";
  }
  return Fail(ErrorCode::ERR_RESULT_INCOMPLETE, where);
}

// What current answers name is there, and nothing is there that no record ever named.
Status CheckAttachments(const bundle::VerifiedPayload& payload, const Recomputed& recomputed) {
  std::set<std::string> present;
  for (const bundle::AttachmentPlace& place : payload.attachments()) present.insert(place.name);
  for (const std::string& name :
       NamedAttachments(*recomputed.form, recomputed.records, recomputed.answers))
    if (!present.contains(name)) return Fail(ErrorCode::ERR_RESULT_ATTACHMENT_MISSING, name);
  const std::set<std::string> named = EverNamedAttachments(recomputed.records);
  for (const std::string& name : present)
    if (!named.contains(name)) return Fail(ErrorCode::ERR_RESULT_ATTACHMENT_UNNAMED, name);
  return {};
}

std::string Joined(const std::vector<std::string>& codes) {
  std::string out;
  for (const std::string& code : codes) out += (out.empty() ? "" : " ") + code;
  return "[" + out + "]";
}

Status Same(std::string_view name, const std::string& claimed, const std::string& recomputed) {
  if (claimed == recomputed) return {};
  return Fail(ErrorCode::ERR_RESULT_MISMATCH,
              std::string(name) + ": " + claimed + " ≠ " + recomputed);
}

Status CompareClaim(const bundle::Manifest& manifest, const Evaluation& evaluation) {
  bundle::Manifest recomputed;
  SetClaim(evaluation, recomputed);
  PINGSHEN_CHECK(Same("scheme", manifest.scheme, recomputed.scheme));
  if (manifest.claimed.has_value() != recomputed.claimed.has_value())
    return Fail(ErrorCode::ERR_RESULT_MISMATCH, "claimed");
  if (!manifest.claimed) return {};
  const bundle::ClaimedPoints& claim = *manifest.claimed;
  const bundle::ClaimedPoints& own = *recomputed.claimed;
  PINGSHEN_CHECK(Same("earned", claim.earned, own.earned));
  PINGSHEN_CHECK(Same("attainable", claim.attainable, own.attainable));
  PINGSHEN_CHECK(Same("total", claim.total, own.total));
  PINGSHEN_CHECK(Same("score", claim.score, own.score));
  PINGSHEN_CHECK(Same("vetoes", Joined(claim.vetoes), Joined(own.vetoes)));
  return Same("band", claim.band, own.band);
}

}  // namespace

Result<Recomputed> Recompute(const bundle::VerifiedPayload& payload) {
  Recomputed out;
  PINGSHEN_TRY(out.form, LoadForm(payload));
  PINGSHEN_TRY(out.records, payload.DecodeRecords());
  PINGSHEN_CHECK(Replay(*out.form, out.records, out.answers));
  PINGSHEN_CHECK(CheckAttachments(payload, out));
  out.evaluation =
      Evaluate(*out.form, out.answers, AssessmentDate(payload.manifest().created_at_ms));
  PINGSHEN_CHECK(CheckComplete(out.evaluation));
  PINGSHEN_CHECK(CompareClaim(payload.manifest(), out.evaluation));
  return out;
}

}  // namespace pingshen::session
