// DSSE envelopes (Dead Simple Signing Envelope, protocol 1.0.2) with exactly one signature, in the
// one spelling we write.
#pragma once

#include <string>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/error.h"

namespace pingshen::bundle {

inline constexpr std::size_t kMaxEnvelopeBytes = 8u << 20;

struct Envelope {
  std::string payload_type;
  std::string payload;
  std::string key_id;
  Bytes signature;
};

// What is signed: "DSSEv1" SP LEN(type) SP type SP LEN(payload) SP payload, lengths in bytes,
// decimal.
std::string PreAuthEncoding(std::string_view payload_type, std::string_view payload);

// {"payloadType":…,"payload":…,"signatures":[{"keyid":…,"sig":…}]}, compact.
// REQUIRES: payload_type and key_id are valid UTF-8.
std::string EncodeEnvelope(const Envelope& envelope);
// ERR_BUNDLE_ENVELOPE for anything that EncodeEnvelope would not write: the bytes are rebuilt and
// compared. Does not check the signature.
Result<Envelope> DecodeEnvelope(std::string_view json);

}  // namespace pingshen::bundle
