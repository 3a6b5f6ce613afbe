#include "core/session/key_file.h"

#include "core/bundle/crypto.h"
#include "core/json/json.h"

namespace pingshen::session {

Result<std::string> PublicKeyJson(const store::KeyRow& key) {
  PINGSHEN_TRY(const bundle::Algorithm algorithm, bundle::AlgorithmOf(key.public_key));
  json::Writer writer;
  writer.BeginObject()
      .Member("type", "pingshen-public-key")
      .Member("key_id", key.key_id)
      .Member("algorithm", bundle::CodeOf(algorithm))
      .Member("public_key", bundle::EncodeBase64(key.public_key))
      .Member("holder", key.holder)
      .Member("organisation", key.organisation)
      .EndObject();
  return writer.Take();
}

}  // namespace pingshen::session
