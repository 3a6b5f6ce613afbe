#include "commission/intake/receipt.h"

#include "core/bundle/dsse.h"
#include "core/bundle/instant.h"
#include "core/json/embed_json.h"
#include "core/json/json.h"

namespace pingshen::commission {

Result<std::string> ReceiptSigner::Sign(const Reception& reception) const {
  const Bytes public_key = key_.PublicKeyInfo();
  json::Writer writer;
  writer.BeginObject();
  writer.Member("manifest_sha256", reception.manifest_sha256);
  writer.Key("intake_number").Integer(reception.intake_number);
  writer.Member("received_at", bundle::FormatInstant(reception.received_at_ms));
  writer.Key("result");
  json::EmbedJson(writer, reception.result_json);
  writer.Key("warnings");
  json::EmbedJson(writer, reception.warnings_json);
  writer.Member("key_id", bundle::KeyId(public_key));
  writer.Member("algorithm", bundle::CodeOf(key_.algorithm()));
  writer.Member("public_key", bundle::EncodeBase64(public_key));
  writer.EndObject();
  bundle::Envelope envelope;
  envelope.payload_type = kReceiptType;
  envelope.payload = writer.Take();
  envelope.key_id = bundle::KeyId(public_key);
  PINGSHEN_TRY(envelope.signature,
               key_.Sign(AsBytes(bundle::PreAuthEncoding(envelope.payload_type, envelope.payload)),
                         random_));
  return bundle::EncodeEnvelope(envelope);
}

}  // namespace pingshen::commission
