// The commission's signed receipt: a DSSE envelope that the device matches to its outbox.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "commission/register/desk_store.h"
#include "core/base/error.h"
#include "core/bundle/crypto.h"
#include "core/ports/random.h"

namespace pingshen::commission {

inline constexpr std::string_view kReceiptType = "application/vnd.pingshen.receipt+json";

// Payload of the envelope: compact JSON of manifest_sha256, intake_number, received_at, result,
// warnings, key_id, algorithm, public_key.
class ReceiptSigner {
 public:
  // `random` must remain live while this is.
  ReceiptSigner(bundle::PrivateKey key, ports::Random& random)
      : key_(std::move(key)), random_(random) {}
  // Safe to use from several threads at once.
  Result<std::string> Sign(const Reception& reception) const;
  std::string KeyId() const { return bundle::KeyId(key_.PublicKeyInfo()); }

 private:
  bundle::PrivateKey key_;
  ports::Random& random_;
};

}  // namespace pingshen::commission
