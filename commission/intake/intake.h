// The one way into the register: verify, recompute, record. Nothing that a sender states is
// believed.
#pragma once

#include <cstdint>
#include <optional>

#include "commission/intake/form_shelf.h"
#include "commission/intake/receipt.h"
#include "commission/intake/warnings.h"
#include "commission/register/desk_store.h"
#include "commission/trust/trust_folder.h"
#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/bundle/bundle.h"
#include "core/ports/clock.h"

namespace pingshen::commission {

struct IntakeAnswer {
  Reception reception;
  bool repeated = false;  // received before: the number of that time
};

class Intake {
 public:
  struct Environment {  // all must remain live while the intake is; clock and trust are used from
                        // several threads
    DeskStore* store = nullptr;
    TrustSource* trust = nullptr;
    ports::Clock* clock = nullptr;
    const FormShelf* forms = nullptr;
    const ReceiptSigner* receipts = nullptr;  // nullptr: no receipts are signed
    std::uint64_t max_bytes = 256u << 20;
  };
  explicit Intake(const Environment& environment) : environment_(environment) {}

  // Durable when it returns success; sending twice is harmless. In this order: trust list usable;
  // size, container, hashes, signatures, signers (ERR_BUNDLE_…); no signing key revoked by now;
  // form published (ERR_DESK_FORM_UNKNOWN); claimed result equal to the recomputed one; file kept,
  // then registered in one transaction. Safe to use from several threads at once.
  Result<IntakeAnswer> Accept(ByteView file) const;

 private:
  Result<std::vector<Warning>> FindWarnings(const Reception& reception) const;
  const Environment environment_;
};

// The signatures of a bundle as the register keeps them.
std::vector<ReceivedSignature> SignaturesOf(const bundle::VerifiedPayload& payload);

}  // namespace pingshen::commission
