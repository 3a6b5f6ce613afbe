#include "core/evaluation/recompute.h"

#include <algorithm>
#include <set>

#include "core/bundle/crypto.h"
#include "core/evaluation/answer_rules.h"
#include "core/evaluation/declaration.h"
#include "core/evaluation/named_attachments.h"
#include "core/evaluation/proven_form.h"
#include "core/json/json.h"

namespace pingshen::evaluation {
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
  for (const model::Finding* finding : evaluation.Findings()) {
    if (!finding->blocks_finish) continue;
    constexpr std::size_t kShown = 5;
    if (++count <= kShown) where += (where.empty() ? "" : ", ") + finding->path.ToString();
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

// The first place in which two claimed results differ: "schemes/0/verdict: A ≠ B".
std::string FirstDifference(const json::Value& claimed, const json::Value& own,
                            const std::string& at) {
  using Kind = json::Value::Kind;
  const auto inside = [&](const std::string& name) { return at.empty() ? name : at + "/" + name; };
  if (claimed.kind == own.kind && own.kind == Kind::kObject) {
    for (std::size_t i = 0; i < std::min(claimed.members.size(), own.members.size()); ++i) {
      if (claimed.members[i].name != own.members[i].name)
        return inside(claimed.members[i].name) + ": ≠ " + own.members[i].name;
      const std::string found = FirstDifference(claimed.members[i].value, own.members[i].value,
                                                inside(own.members[i].name));
      if (!found.empty()) return found;
    }
    return claimed.members.size() == own.members.size() ? "" : inside("…");
  }
  if (claimed.kind == own.kind && own.kind == Kind::kArray) {
    for (std::size_t i = 0; i < std::min(claimed.items.size(), own.items.size()); ++i) {
      const std::string found =
          FirstDifference(claimed.items[i], own.items[i], inside(std::to_string(i)));
      if (!found.empty()) return found;
    }
    return claimed.items.size() == own.items.size() ? "" : inside("…");
  }
  const auto text = [](const json::Value& value) {
    return value.kind == Kind::kBoolean ? std::string(value.boolean ? "true" : "false")
                                        : value.text;
  };
  return claimed.kind == own.kind && text(claimed) == text(own)
             ? ""
             : at + ": " + text(claimed) + " ≠ " + text(own);
}

Status CompareResults(const std::string& claimed, const std::string& own) {
  if (claimed == own) return {};
  const auto claimed_tree = json::Parse(claimed);
  const auto own_tree = json::Parse(own);
  if (!claimed_tree || !own_tree) return Fail(ErrorCode::ERR_RESULT_MISMATCH, "result");
  return Fail(ErrorCode::ERR_RESULT_MISMATCH, FirstDifference(*claimed_tree, *own_tree, ""));
}

Status CompareClaim(const bundle::Manifest& manifest, const Evaluation& evaluation) {
  bundle::Manifest recomputed;
  SetClaim(evaluation, recomputed);
  PINGSHEN_CHECK(Same("scheme", manifest.scheme, recomputed.scheme));
  if (manifest.claimed.has_value() != recomputed.claimed.has_value())
    return Fail(ErrorCode::ERR_RESULT_MISMATCH, "claimed");
  PINGSHEN_CHECK(CompareResults(manifest.claimed_result, recomputed.claimed_result));
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

}  // namespace pingshen::evaluation
