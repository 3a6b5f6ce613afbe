#include "core/bundle/dsse.h"

#include "core/bundle/crypto.h"
#include "core/bundle/strict_object.h"
#include "core/json/json.h"

namespace pingshen::bundle {

std::string PreAuthEncoding(std::string_view payload_type, std::string_view payload) {
  std::string out = "DSSEv1 ";
  out += std::to_string(payload_type.size());
  out += ' ';
  out += payload_type;
  out += ' ';
  out += std::to_string(payload.size());
  out += ' ';
  out += payload;
  return out;
}

std::string EncodeEnvelope(const Envelope& envelope) {
  json::Writer writer;
  writer.BeginObject()
      .Member("payloadType", envelope.payload_type)
      .Member("payload", EncodeBase64(AsBytes(envelope.payload)))
      .Key("signatures")
      .BeginArray()
      .BeginObject()
      .Member("keyid", envelope.key_id)
      .Member("sig", EncodeBase64(envelope.signature))
      .EndObject()
      .EndArray()
      .EndObject();
  return writer.Take();
}

Result<Envelope> DecodeEnvelope(std::string_view json) {
  const auto parsed = json::Parse(json, {.max_bytes = kMaxEnvelopeBytes, .max_depth = 4});
  if (!parsed) return Fail(ErrorCode::ERR_BUNDLE_ENVELOPE, parsed.error().context);
  std::string problem;
  StrictObject object(*parsed, problem);
  Envelope envelope;
  envelope.payload_type = object.Text("payloadType");
  const Bytes payload = object.Base64("payload");
  envelope.payload = AsText(payload);
  const json::Value& signatures = object.Array("signatures");
  object.End();
  if (problem.empty() && signatures.items.size() != 1) problem = "signatures";
  if (problem.empty()) {
    StrictObject signature(signatures.items.front(), problem);
    envelope.key_id = signature.Text("keyid");
    envelope.signature = signature.Base64("sig");
    signature.End();
  }
  if (problem.empty() && EncodeEnvelope(envelope) != json) problem = "spelling";
  if (!problem.empty()) return Fail(ErrorCode::ERR_BUNDLE_ENVELOPE, problem);
  return envelope;
}

}  // namespace pingshen::bundle
