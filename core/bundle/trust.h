// The trust list: whose keys the commission accepts, for what, and when. Itself a DSSE envelope by
// the commission's root key.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/bundle/crypto.h"

namespace pingshen::bundle {

inline constexpr std::string_view kTrustListType = "application/vnd.pingshen.trust-list+json";

struct TrustedKey {
  std::string key_id;
  Bytes public_key;
  std::string holder;
  std::string organisation;
  std::vector<std::string> roles;
  std::string region;  // GB/T 2260, trailing zero pairs stand for the whole ("510000": all of
                       // Sichuan); "" = any
  std::int64_t valid_from_ms = 0;
  std::int64_t valid_to_ms = 0;  // exclusive
  std::optional<std::int64_t> revoked_at_ms;
  std::string revoked_why;
  bool operator==(const TrustedKey&) const = default;
};

// What a signature claims, to be held against the list.
struct SignerClaim {
  std::string_view key_id;
  ByteView public_key;
  std::string_view role;
  std::string_view name;
  std::string_view organisation;
  std::string_view region;  // of the institution that the bundle is about
  std::int64_t signed_at_ms = 0;
};

struct TrustList {
  std::int64_t serial = 0;  // the newest wins
  std::int64_t issued_at_ms = 0;
  std::vector<TrustedKey> keys;  // each key once
  bool operator==(const TrustList&) const = default;

  const TrustedKey* Find(std::string_view key_id) const;
  // ERR_BUNDLE_SIGNER_UNKNOWN: no such key. ERR_BUNDLE_SIGNER_NOT_ALLOWED with "<key id>: <what>":
  // another name or organisation than the holder's, another role or region, or not valid at
  // signed_at_ms. signed_at_ms is what the signer says: whoever receives a bundle after a
  // revocation must also look at the day of receipt.
  Status Check(const SignerClaim& claim) const;
};

// DSSE envelope JSON, signed by the root key. ERR_TRUST_FORMAT, ERR_UTF8: what VerifyTrustList
// would refuse.
Result<std::string> SignTrustList(const TrustList& list, const PrivateKey& root,
                                  ports::Random& random);
// The signature is checked before the list is decoded. ERR_TRUST_SIGNATURE, ERR_TRUST_FORMAT;
// ERR_BUNDLE_KEY when root_public_key itself cannot be read.
Result<TrustList> VerifyTrustList(std::string_view envelope_json, ByteView root_public_key);

}  // namespace pingshen::bundle
