#include "commission/intake/intake.h"

#include <algorithm>

#include "commission/intake/desk_result.h"
#include "core/bundle/instant.h"
#include "core/evaluation/recompute.h"

namespace pingshen::commission {
namespace {

constexpr std::int64_t kClockToleranceMs = 10 * 60 * 1000;

// A revoked key may be in a stranger's hands, who can write any date: what arrives after the
// revocation is not accepted, whenever it says it was signed.
Status CheckRevocations(const bundle::TrustList& list, const bundle::VerifiedPayload& payload,
                        std::int64_t now_utc_ms) {
  for (const bundle::SignatureFacts& signature : payload.signatures()) {
    const bundle::TrustedKey* key = list.Find(signature.key_id);
    if (key != nullptr && key->revoked_at_ms && *key->revoked_at_ms <= now_utc_ms) {
      return Fail(ErrorCode::ERR_BUNDLE_SIGNER_NOT_ALLOWED, signature.key_id + ": revoked");
    }
  }
  return {};
}

Reception Describe(const bundle::VerifiedPayload& payload) {
  Reception reception;
  reception.manifest_sha256 = payload.manifest_sha256();
  reception.bundle_id = payload.manifest().bundle_id;
  reception.assessment = payload.manifest().assessment;
  reception.created_at_ms = payload.manifest().created_at_ms;
  return reception;
}

}  // namespace

std::vector<ReceivedSignature> SignaturesOf(const bundle::VerifiedPayload& payload) {
  std::vector<ReceivedSignature> signatures;
  for (const bundle::SignatureFacts& each : payload.signatures()) {
    signatures.push_back({.key_id = each.key_id,
                          .role = each.signer.role,
                          .name = each.signer.name,
                          .organisation = each.signer.organisation,
                          .signed_at_ms = each.signer.signed_at_ms});
  }
  return signatures;
}

Result<IntakeAnswer> Intake::Accept(ByteView file) const {
  DeskStore& store = *environment_.store;
  PINGSHEN_TRY(const auto trust, environment_.trust->Current());
  PINGSHEN_TRY(const bundle::VerifiedPayload payload,
               bundle::Verify(file, {.max_bytes = environment_.max_bytes, .trust = &trust->list}));
  const std::int64_t now = environment_.clock->NowUtcMs();
  PINGSHEN_CHECK(CheckRevocations(trust->list, payload, now));
  const model::Assessment& assessment = payload.manifest().assessment;
  PINGSHEN_CHECK(environment_.forms->Check(assessment.form_sha256,
                                           assessment.form_id + " " + assessment.form_version));
  PINGSHEN_TRY(const evaluation::Recomputed recomputed, evaluation::Recompute(payload));

  Reception reception = Describe(payload);
  reception.received_at_ms = now;
  reception.trust_serial = trust->list.serial;
  SetResult(*recomputed.form, recomputed.evaluation, reception);
  PINGSHEN_TRY(const std::vector<Warning> warnings, FindWarnings(reception));
  reception.warnings_json = WarningsJson(warnings);

  const StoredFile stored{.file_sha256 = bundle::Sha256Hex(file),
                          .size_bytes = file.size(),
                          .received_at_ms = now,
                          .signatures = SignaturesOf(payload)};
  PINGSHEN_CHECK(store.KeepFile(stored.file_sha256, file));
  PINGSHEN_TRY(const DeskStore::Recorded recorded,
               store.Record(reception, stored, [&](Reception& numbered) -> Status {
                 if (environment_.receipts == nullptr) return {};
                 PINGSHEN_TRY(numbered.receipt, environment_.receipts->Sign(numbered));
                 return {};
               }));
  PINGSHEN_TRY(auto registered, store.Find(reception.manifest_sha256));
  if (!registered) return Fail(ErrorCode::ERR_DESK_STORE, reception.manifest_sha256);
  return IntakeAnswer{.reception = *std::move(registered), .repeated = recorded.repeated};
}

Result<std::vector<Warning>> Intake::FindWarnings(const Reception& reception) const {
  std::vector<Warning> warnings;
  PINGSHEN_TRY(const std::vector<Reception> earlier,
               environment_.store->OfAssessment(reception.assessment.id));
  std::string numbers;
  for (const Reception& each : earlier) {
    if (each.manifest_sha256 == reception.manifest_sha256) continue;
    numbers += (numbers.empty() ? "" : ", ") + std::to_string(each.intake_number);
  }
  if (!numbers.empty()) warnings.push_back({WarningCode::kSameAssessment, numbers});
  if (reception.created_at_ms > reception.received_at_ms + kClockToleranceMs) {
    warnings.push_back({WarningCode::kClockAhead, bundle::FormatInstant(reception.created_at_ms)});
  }
  if (const std::string& previous = reception.assessment.previous; !previous.empty()) {
    PINGSHEN_TRY(const auto found, environment_.store->Find(previous));
    if (!found) warnings.push_back({WarningCode::kPreviousUnknown, previous});
  }
  return warnings;
}

}  // namespace pingshen::commission
