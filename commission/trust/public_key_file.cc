#include "commission/trust/public_key_file.h"

#include "commission/system/os_files.h"
#include "core/bundle/instant.h"
#include "core/json/json.h"

namespace pingshen::commission {
namespace {

constexpr std::uint64_t kLargestKeyFile = 64u << 10;
constexpr std::string_view kType = "pingshen-public-key";
constexpr std::size_t kPemLine = 64;
constexpr std::string_view kPemBegin = "-----BEGIN PUBLIC KEY-----";
constexpr std::string_view kPemEnd = "-----END PUBLIC KEY-----";

auto Bad(std::string what) { return Fail(ErrorCode::ERR_PUBLIC_KEY_FILE, std::move(what)); }

Result<PublicKeyFile> FromKeyInfo(Bytes key) {
  const auto algorithm = bundle::AlgorithmOf(key);
  if (!algorithm) return Bad("public_key");
  PublicKeyFile file;
  file.key_id = bundle::KeyId(key);
  file.algorithm = *algorithm;
  file.public_key = std::move(key);
  return file;
}

Result<PublicKeyFile> DecodePem(std::string_view text) {
  const std::size_t begin = text.find(kPemBegin);
  const std::size_t end = text.find(kPemEnd);
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin)
    return Bad("PEM");
  std::string base64;
  for (const char each : text.substr(begin + kPemBegin.size(), end - begin - kPemBegin.size())) {
    if (each != '\n' && each != '\r') base64.push_back(each);
  }
  auto key = bundle::DecodeBase64(base64);
  if (!key) return Bad("PEM");
  return FromKeyInfo(*std::move(key));
}

std::string TextOf(const json::Value& object, std::string_view name) {
  const json::Value* value = object.Find(name);
  return value != nullptr && value->kind == json::Value::Kind::kString ? value->text : "";
}

Result<PublicKeyFile> DecodeJson(std::string_view text) {
  auto parsed = json::Parse(text, {.max_bytes = kLargestKeyFile, .max_depth = 8});
  if (!parsed) return Bad(parsed.error().context);
  if (parsed->Find("type") != nullptr && TextOf(*parsed, "type") != kType) return Bad("type");
  auto key = bundle::DecodeBase64(TextOf(*parsed, "public_key"));
  if (!key || key->empty()) return Bad("public_key");
  PINGSHEN_TRY(PublicKeyFile file, FromKeyInfo(*std::move(key)));
  if (parsed->Find("key_id") != nullptr && TextOf(*parsed, "key_id") != file.key_id)
    return Bad("key_id");
  if (parsed->Find("algorithm") != nullptr &&
      TextOf(*parsed, "algorithm") != bundle::CodeOf(file.algorithm)) {
    return Bad("algorithm");
  }
  file.holder = TextOf(*parsed, "holder");
  file.organisation = TextOf(*parsed, "organisation");
  if (const std::string created = TextOf(*parsed, "created_at"); !created.empty()) {
    file.created_at_ms = bundle::ParseInstant(created);
    if (!file.created_at_ms) return Bad("created_at");
  }
  return file;
}

}  // namespace

std::string EncodePublicKeyJson(const PublicKeyFile& file) {
  json::Writer writer;
  writer.BeginObject();
  writer.Member("type", kType);
  writer.Member("key_id", file.key_id);
  writer.Member("algorithm", bundle::CodeOf(file.algorithm));
  writer.Member("public_key", bundle::EncodeBase64(file.public_key));
  writer.Member("holder", file.holder);
  writer.Member("organisation", file.organisation);
  if (file.created_at_ms) writer.Member("created_at", bundle::FormatInstant(*file.created_at_ms));
  writer.EndObject();
  return writer.Take() + "\n";
}

std::string EncodePublicKeyPem(ByteView public_key_info) {
  const std::string base64 = bundle::EncodeBase64(public_key_info);
  std::string pem(kPemBegin);
  pem += "\n";
  for (std::size_t start = 0; start < base64.size(); start += kPemLine)
    pem += base64.substr(start, kPemLine) + "\n";
  pem += kPemEnd;
  return pem + "\n";
}

Result<PublicKeyFile> DecodePublicKey(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return Bad("");
  if (text[first] == '{') return DecodeJson(text);
  return DecodePem(text);
}

Result<PublicKeyFile> LoadPublicKey(const std::filesystem::path& path) {
  PINGSHEN_TRY(const Bytes bytes, ReadWholeFile(path, kLargestKeyFile));
  auto file = DecodePublicKey(AsText(bytes));
  if (!file)
    return Bad(path.string() + (file.error().context.empty() ? "" : ": " + file.error().context));
  return file;
}

}  // namespace pingshen::commission
