#include "commission/command/verify_report.h"

#include <algorithm>

#include "commission/system/file_limits.h"

namespace pingshen::commission {
namespace {

// The file is on this machine already; its size is its owner's matter.

Result<std::vector<SignerStanding>> Compare(const bundle::VerifiedPayload& payload,
                                            const bundle::TrustList* trust) {
  std::vector<SignerStanding> standings;
  for (const bundle::SignatureFacts& each : payload.signatures()) {
    if (trust == nullptr) {
      standings.push_back(SignerStanding::kNotCompared);
      continue;
    }
    const Status allowed =
        trust->Check({.key_id = each.key_id,
                      .public_key = each.public_key,
                      .role = each.signer.role,
                      .name = each.signer.name,
                      .organisation = each.signer.organisation,
                      .region = payload.manifest().assessment.institution.region_code,
                      .signed_at_ms = each.signer.signed_at_ms});
    if (!allowed && allowed.error().code != ErrorCode::ERR_BUNDLE_SIGNER_UNKNOWN) {
      return std::unexpected(allowed.error());
    }
    standings.push_back(allowed ? SignerStanding::kKnown : SignerStanding::kUnknown);
  }
  return standings;
}

Status Fill(FileReport& report, ByteView file, const bundle::TrustList* trust,
            const FormShelf& published) {
  PINGSHEN_TRY(report.payload, bundle::Verify(file, {.max_bytes = kNoLimit_bytes}));
  PINGSHEN_TRY(report.standings, Compare(*report.payload, trust));
  report.form_published =
      published.Check(report.payload->manifest().assessment.form_sha256, "").has_value();
  PINGSHEN_TRY(report.recomputed, evaluation::Recompute(*report.payload));
  return {};
}

}  // namespace

bool FileReport::HasUnknownSigner() const {
  return std::find(standings.begin(), standings.end(), SignerStanding::kUnknown) != standings.end();
}

FileReport VerifyFile(const std::string& path, ByteView file, const bundle::TrustList* trust,
                      const FormShelf& published) {
  FileReport report;
  report.path = path;
  report.size_bytes = file.size();
  report.file_sha256 = bundle::Sha256Hex(file);
  if (const Status filled = Fill(report, file, trust, published); !filled)
    report.refusal = filled.error();
  return report;
}

}  // namespace pingshen::commission
