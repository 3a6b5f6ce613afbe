#include "core/bundle/statement.h"

#include <algorithm>
#include <array>

#include "core/base/utf8.h"
#include "core/bundle/instant.h"
#include "core/bundle/strict_object.h"
#include "core/json/json.h"

namespace pingshen::bundle {
namespace {

constexpr std::array<std::string_view, 5> kRoles = {"assessor", "team_leader", "institution",
                                                    "reviewer", "commission"};
constexpr std::size_t kMaxStatementBytes = 4u << 20;

std::string Encode(const Statement& statement) {
  const Signer& signer = statement.signer;
  json::Writer writer;
  writer.BeginObject()
      .Member("manifest_sha256", statement.manifest_sha256)
      .Member("role", signer.role)
      .Key("signer")
      .BeginObject()
      .Member("name", signer.name)
      .Member("organisation", signer.organisation)
      .EndObject()
      .Member("key_id", statement.key_id)
      .Member("algorithm", CodeOf(statement.algorithm))
      .Member("public_key", EncodeBase64(statement.public_key))
      .Member("signed_at", FormatInstant(signer.signed_at_ms));
  if (signer.refusal.empty()) {
    writer.Member("meaning", signer.meaning);
  } else {
    writer.Member("refusal", signer.refusal);
  }
  writer.EndObject();
  return writer.Take();
}

// "" or the member that is wrong.
std::string ProblemOf(const Statement& statement) {
  const Signer& signer = statement.signer;
  if (!IsLowerHex(statement.manifest_sha256, 64)) return "manifest_sha256";
  if (!IsRole(signer.role)) return "role";
  if (signer.name.empty()) return "name";
  if (!IsInstant(signer.signed_at_ms)) return "signed_at";
  if (signer.meaning.empty() == signer.refusal.empty()) return "meaning";
  return {};
}

}  // namespace

bool IsRole(std::string_view role) {
  return std::find(kRoles.begin(), kRoles.end(), role) != kRoles.end();
}

Result<std::string> EncodeStatement(const Statement& statement) {
  const Signer& signer = statement.signer;
  for (const std::string* text :
       {&signer.name, &signer.organisation, &signer.meaning, &signer.refusal}) {
    PINGSHEN_CHECK(CheckUtf8(*text));
  }
  if (std::string problem = ProblemOf(statement); !problem.empty()) {
    return Fail(ErrorCode::ERR_BUNDLE_STATEMENT, std::move(problem));
  }
  return Encode(statement);
}

Result<Statement> DecodeStatement(std::string_view json) {
  const auto parsed = json::Parse(json, {.max_bytes = kMaxStatementBytes, .max_depth = 3});
  if (!parsed) return Fail(ErrorCode::ERR_BUNDLE_STATEMENT, parsed.error().context);
  std::string problem;
  Statement statement;
  Signer& signer = statement.signer;
  StrictObject object(*parsed, problem);
  statement.manifest_sha256 = object.Hex("manifest_sha256", 64);
  signer.role = object.Text("role");
  StrictObject person(object.Object("signer"), problem);
  signer.name = person.Text("name");
  signer.organisation = person.Text("organisation");
  person.End();
  statement.key_id = object.Hex("key_id", 16);
  const auto algorithm = AlgorithmOfCode(object.Text("algorithm"));
  if (!algorithm) object.Refuse("algorithm");
  statement.algorithm = algorithm.value_or(Algorithm::kEd25519);
  statement.public_key = object.Base64("public_key");
  signer.signed_at_ms = object.Instant("signed_at");
  if (object.NextIs("refusal")) {
    signer.refusal = object.Text("refusal");
  } else {
    signer.meaning = object.Text("meaning");
  }
  object.End();
  if (problem.empty()) problem = ProblemOf(statement);
  if (problem.empty() && Encode(statement) != json) problem = "spelling";
  if (!problem.empty()) return Fail(ErrorCode::ERR_BUNDLE_STATEMENT, std::move(problem));

  PINGSHEN_TRY(const Algorithm actual, AlgorithmOf(statement.public_key));
  if (actual != statement.algorithm) {
    return Fail(ErrorCode::ERR_BUNDLE_KEY, std::string(CodeOf(statement.algorithm)));
  }
  if (KeyId(statement.public_key) != statement.key_id) {
    return Fail(ErrorCode::ERR_BUNDLE_KEY_ID, statement.key_id);
  }
  return statement;
}

}  // namespace pingshen::bundle
