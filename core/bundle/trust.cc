#include "core/bundle/trust.h"

#include <algorithm>
#include <utility>

#include "core/base/utf8.h"
#include "core/bundle/dsse.h"
#include "core/bundle/instant.h"
#include "core/bundle/statement.h"
#include "core/bundle/strict_object.h"
#include "core/json/json.h"

namespace pingshen::bundle {
namespace {

constexpr std::int64_t kMaxSerial = std::int64_t{1} << 53;

bool IsRegion(std::string_view region) {
  return region.empty() ||
         (region.size() == 6 &&
          std::all_of(region.begin(), region.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

// Whether `allowed` covers `region`; whole provinces and prefectures end in zero pairs.
bool Covers(std::string_view allowed, std::string_view region) {
  while (allowed.ends_with("00")) allowed.remove_suffix(2);
  return region.starts_with(allowed);
}

// "" or what cannot be.
std::string ProblemOf(const TrustList& list) {
  if (list.serial < 1 || list.serial > kMaxSerial) return "serial";
  if (!IsInstant(list.issued_at_ms)) return "issued_at";
  std::vector<std::string_view> ids;
  for (const TrustedKey& key : list.keys) {
    if (!AlgorithmOf(key.public_key)) return "public_key";
    if (KeyId(key.public_key) != key.key_id) return "key_id";
    if (key.holder.empty()) return "holder";
    if (key.roles.empty() || !std::all_of(key.roles.begin(), key.roles.end(), IsRole))
      return "roles";
    if (!IsRegion(key.region)) return "region";
    if (!IsInstant(key.valid_from_ms)) return "valid_from";
    if (!IsInstant(key.valid_to_ms) || key.valid_to_ms <= key.valid_from_ms) return "valid_to";
    if (key.revoked_at_ms ? !IsInstant(*key.revoked_at_ms) : !key.revoked_why.empty())
      return "revoked";
    ids.push_back(key.key_id);
  }
  std::sort(ids.begin(), ids.end());
  if (std::adjacent_find(ids.begin(), ids.end()) != ids.end()) return "key_id twice";
  return {};
}

std::string Encode(const TrustList& list) {
  json::Writer writer;
  writer.BeginObject();
  writer.Key("serial").Integer(list.serial);
  writer.Member("issued_at", FormatInstant(list.issued_at_ms));
  writer.Key("keys").BeginArray();
  for (const TrustedKey& key : list.keys) {
    writer.BeginObject();
    writer.Member("key_id", key.key_id);
    writer.Member("public_key", EncodeBase64(key.public_key));
    writer.Member("holder", key.holder);
    writer.Member("organisation", key.organisation);
    writer.Key("roles").BeginArray();
    for (const std::string& role : key.roles) writer.String(role);
    writer.EndArray();
    writer.Member("region", key.region);
    writer.Member("valid_from", FormatInstant(key.valid_from_ms));
    writer.Member("valid_to", FormatInstant(key.valid_to_ms));
    if (key.revoked_at_ms) {
      writer.Key("revoked").BeginObject();
      writer.Member("at", FormatInstant(*key.revoked_at_ms));
      writer.Member("why", key.revoked_why);
      writer.EndObject();
    }
    writer.EndObject();
  }
  writer.EndArray().EndObject();
  return writer.Take();
}

TrustedKey ReadKey(const json::Value& value, std::string& problem) {
  StrictObject object(value, problem);
  TrustedKey key;
  key.key_id = object.Hex("key_id", 16);
  key.public_key = object.Base64("public_key");
  key.holder = object.Text("holder");
  key.organisation = object.Text("organisation");
  for (const json::Value& role : object.Array("roles").items) {
    if (role.kind != json::Value::Kind::kString) object.Refuse("roles");
    key.roles.push_back(role.text);
  }
  key.region = object.Text("region");
  key.valid_from_ms = object.Instant("valid_from");
  key.valid_to_ms = object.Instant("valid_to");
  if (object.NextIs("revoked")) {
    StrictObject revoked(object.Object("revoked"), problem);
    key.revoked_at_ms = revoked.Instant("at");
    key.revoked_why = revoked.Text("why");
    revoked.End();
  }
  object.End();
  return key;
}

Result<TrustList> Decode(std::string_view payload) {
  const auto parsed = json::Parse(payload, {.max_bytes = kMaxEnvelopeBytes, .max_depth = 5});
  if (!parsed) return Fail(ErrorCode::ERR_TRUST_FORMAT, parsed.error().context);
  std::string problem;
  TrustList list;
  StrictObject object(*parsed, problem);
  list.serial = static_cast<std::int64_t>(object.Count("serial"));
  list.issued_at_ms = object.Instant("issued_at");
  for (const json::Value& key : object.Array("keys").items)
    list.keys.push_back(ReadKey(key, problem));
  object.End();
  if (problem.empty()) problem = ProblemOf(list);
  if (!problem.empty()) return Fail(ErrorCode::ERR_TRUST_FORMAT, std::move(problem));
  return list;
}

std::unexpected<Error> NotAllowed(const SignerClaim& claim, std::string_view what) {
  return Fail(ErrorCode::ERR_BUNDLE_SIGNER_NOT_ALLOWED,
              std::string(claim.key_id) + ": " + std::string(what));
}

}  // namespace

const TrustedKey* TrustList::Find(std::string_view key_id) const {
  const auto found = std::find_if(keys.begin(), keys.end(),
                                  [&](const TrustedKey& key) { return key.key_id == key_id; });
  return found == keys.end() ? nullptr : &*found;
}

Status TrustList::Check(const SignerClaim& claim) const {
  const TrustedKey* key = Find(claim.key_id);
  // A key id has 64 bits: the key itself decides.
  if (key == nullptr || !std::equal(key->public_key.begin(), key->public_key.end(),
                                    claim.public_key.begin(), claim.public_key.end())) {
    return Fail(ErrorCode::ERR_BUNDLE_SIGNER_UNKNOWN, std::string(claim.key_id));
  }
  if (key->holder != claim.name) return NotAllowed(claim, "name");
  if (key->organisation != claim.organisation) return NotAllowed(claim, "organisation");
  if (std::find(key->roles.begin(), key->roles.end(), claim.role) == key->roles.end()) {
    return NotAllowed(claim, "role");
  }
  if (!Covers(key->region, claim.region)) return NotAllowed(claim, "region");
  if (claim.signed_at_ms < key->valid_from_ms || claim.signed_at_ms >= key->valid_to_ms) {
    return NotAllowed(claim, "time");
  }
  if (key->revoked_at_ms && claim.signed_at_ms >= *key->revoked_at_ms)
    return NotAllowed(claim, "revoked");
  return {};
}

Result<std::string> SignTrustList(const TrustList& list, const PrivateKey& root,
                                  ports::Random& random) {
  for (const TrustedKey& key : list.keys) {
    for (const std::string* text : {&key.holder, &key.organisation, &key.revoked_why}) {
      PINGSHEN_CHECK(CheckUtf8(*text));
    }
  }
  if (std::string problem = ProblemOf(list); !problem.empty()) {
    return Fail(ErrorCode::ERR_TRUST_FORMAT, std::move(problem));
  }
  Envelope envelope{std::string(kTrustListType), Encode(list), KeyId(root.PublicKeyInfo()), {}};
  PINGSHEN_TRY(
      envelope.signature,
      root.Sign(AsBytes(PreAuthEncoding(envelope.payload_type, envelope.payload)), random));
  std::string json = EncodeEnvelope(envelope);
  PINGSHEN_CHECK(VerifyTrustList(json, root.PublicKeyInfo()));
  return json;
}

Result<TrustList> VerifyTrustList(std::string_view envelope_json, ByteView root_public_key) {
  PINGSHEN_TRY(const Algorithm algorithm, AlgorithmOf(root_public_key));
  const auto envelope = DecodeEnvelope(envelope_json);
  if (!envelope) return Fail(ErrorCode::ERR_TRUST_FORMAT, envelope.error().context);
  if (envelope->payload_type != kTrustListType)
    return Fail(ErrorCode::ERR_TRUST_FORMAT, "payloadType");
  const std::string signed_bytes = PreAuthEncoding(envelope->payload_type, envelope->payload);
  if (envelope->key_id != KeyId(root_public_key) ||
      !VerifySignature(algorithm, root_public_key, AsBytes(signed_bytes), envelope->signature)) {
    return Fail(ErrorCode::ERR_TRUST_SIGNATURE, KeyId(root_public_key));
  }
  return Decode(envelope->payload);
}

}  // namespace pingshen::bundle
