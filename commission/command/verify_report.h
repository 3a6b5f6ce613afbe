// What can be said about one bundle file, for the command line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "commission/intake/form_shelf.h"
#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/bundle/bundle.h"
#include "core/bundle/trust.h"
#include "core/evaluation/recompute.h"

namespace pingshen::commission {

enum class SignerStanding : std::uint8_t { kNotCompared, kKnown, kUnknown };

struct FileReport {
  std::string path;
  // Why the file is refused; then what was not reached is missing below.
  std::optional<Error> refusal;
  std::string file_sha256;
  std::uint64_t size_bytes = 0;
  std::optional<bundle::VerifiedPayload> payload;
  std::vector<SignerStanding> standings;  // of payload->signatures(), in their order
  std::optional<evaluation::Recomputed> recomputed;
  bool form_published = false;  // the form is one of the program's own

  bool HasUnknownSigner() const;
};

// Container, hashes, signatures, signers (with `trust`), recomputed result against the claim; stops
// at the first refusal. A signer who is not in the list is no refusal, one who was not allowed to
// sign is. `trust` may be nullptr.
FileReport VerifyFile(const std::string& path, ByteView file, const bundle::TrustList* trust,
                      const FormShelf& published);

}  // namespace pingshen::commission
