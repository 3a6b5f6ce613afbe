#include "core/bundle/manifest.h"

#include <algorithm>

#include "core/base/decimal.h"
#include "core/base/utf8.h"
#include "core/bundle/instant.h"
#include "core/bundle/strict_object.h"
#include "core/json/json.h"

namespace pingshen::bundle {
namespace {

constexpr std::string_view kPoints = "points";
constexpr std::string_view kGraded = "graded";
constexpr std::string_view kNone = "none";
// Of the manifest around a claimed result, and of the result itself.
constexpr std::size_t kMaxDepth = 16;
constexpr std::size_t kSha256Digits = 64;

bool IsUuid7(std::string_view text) {
  if (text.size() != 36 || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-')
    return false;
  std::string digits;
  for (const char c : text) {
    if (c != '-') digits += c;
  }
  return IsLowerHex(digits, 32) && text[14] == '7' &&
         std::string_view("89ab").find(text[19]) != std::string_view::npos;
}

bool IsCanonicalDecimal(const std::string& text) {
  const auto number = Decimal::Parse(text);
  return number && number->ToString() == text;
}

// Whether a JSON text is compact and escapes what json::Writer escapes, no more: then the recipe of
// docs/bundle_format.md, which knows no JSON, reads the same in it as we do. The bytes themselves
// stay as they are.
bool IsPlainlyWritten(std::string_view json) {
  bool in_text = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (c == '"') {
      in_text = !in_text;
    } else if (!in_text) {
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') return false;
    } else if (c == '\\') {
      const std::string_view escape = json.substr(i + 1, 5);
      if (escape.starts_with('u')) {
        const bool control = escape.size() == 5 && escape.starts_with("u00") &&
                             (escape[3] == '0' || escape[3] == '1') &&
                             IsLowerHex(escape.substr(4), 1);
        const bool has_letter = escape == "u0008" || escape == "u0009" || escape == "u000a" ||
                                escape == "u000c" || escape == "u000d";
        if (!control || has_letter) return false;
      } else if (escape.empty() ||
                 std::string_view("\"\\bfnrt").find(escape[0]) == std::string_view::npos) {
        return false;
      }
      ++i;
    }
  }
  return true;
}

// Objects, arrays, strings and booleans: nothing that could be spelled in two ways.
bool IsPlainTree(const json::Value& value) {
  switch (value.kind) {
    case json::Value::Kind::kNull:
    case json::Value::Kind::kNumber:
      return false;
    case json::Value::Kind::kBoolean:
    case json::Value::Kind::kString:
      return true;
    case json::Value::Kind::kArray:
      return std::ranges::all_of(value.items, IsPlainTree);
    case json::Value::Kind::kObject:
      return std::ranges::all_of(value.members, [](const json::Value::Member& member) {
        return IsPlainTree(member.value);
      });
  }
  return false;
}

void WriteTree(json::Writer& writer, const json::Value& value) {
  switch (value.kind) {
    case json::Value::Kind::kObject:
      writer.BeginObject();
      for (const json::Value::Member& member : value.members) {
        writer.Key(member.name);
        WriteTree(writer, member.value);
      }
      writer.EndObject();
      return;
    case json::Value::Kind::kArray:
      writer.BeginArray();
      for (const json::Value& item : value.items) WriteTree(writer, item);
      writer.EndArray();
      return;
    case json::Value::Kind::kBoolean:
      writer.Boolean(value.boolean);
      return;
    default:
      writer.String(value.text);
  }
}

// "" or the member whose value cannot be.
std::string ProblemOf(const Manifest& manifest) {
  const model::Assessment& assessment = manifest.assessment;
  if (manifest.format_version != 1) return "format_version";
  if (!IsUuid7(manifest.bundle_id)) return "bundle_id";
  if (!IsUuid7(assessment.id)) return "assessment_id";
  if (assessment.form_id.empty()) return "form id";
  if (assessment.form_version.empty()) return "form version";
  if (!IsLowerHex(assessment.form_sha256, kSha256Digits)) return "form sha256";
  if (!IsInstant(assessment.created_at_ms)) return "assessment_created_at";
  if (!IsInstant(manifest.created_at_ms)) return "created_at";
  if (!assessment.previous.empty() && !IsLowerHex(assessment.previous, kSha256Digits))
    return "previous";
  if (manifest.scheme != kPoints && manifest.scheme != kGraded && manifest.scheme != kNone)
    return "scheme";
  if (manifest.claimed.has_value() != (manifest.scheme == kPoints)) return "claimed";
  if (!manifest.claimed_result.empty() != (manifest.scheme == kGraded)) return "claimed";
  if (manifest.scheme == kGraded) {
    const auto result = json::Parse(manifest.claimed_result, {.max_depth = kMaxDepth});
    if (!result || result->kind != json::Value::Kind::kObject || !IsPlainTree(*result))
      return "result";
    json::Writer writer;
    WriteTree(writer, *result);
    if (writer.Take() != manifest.claimed_result) return "result";
  }
  if (manifest.claimed) {
    const ClaimedPoints& claimed = *manifest.claimed;
    if (!IsCanonicalDecimal(claimed.earned)) return "earned";
    if (!IsCanonicalDecimal(claimed.attainable)) return "attainable";
    if (!IsCanonicalDecimal(claimed.total)) return "total";
    if (!Decimal::Parse(claimed.score)) return "score";
  }
  return {};
}

void WriteClaimed(json::Writer& writer, const Manifest& manifest) {
  writer.Key("claimed").BeginObject().Member("scheme", manifest.scheme);
  if (manifest.claimed) {
    const ClaimedPoints& claimed = *manifest.claimed;
    writer.Member("earned", claimed.earned)
        .Member("attainable", claimed.attainable)
        .Member("total", claimed.total)
        .Member("score", claimed.score)
        .Member("band", claimed.band)
        .Key("vetoes")
        .BeginArray();
    for (const std::string& veto : claimed.vetoes) writer.String(veto);
    writer.EndArray();
  }
  if (manifest.scheme == kGraded) {
    writer.Key("result");
    if (const auto result = json::Parse(manifest.claimed_result, {.max_depth = kMaxDepth}))
      WriteTree(writer, *result);
    else
      writer.BeginObject().EndObject();
  }
  writer.EndObject();
}

void ReadClaimed(const json::Value& value, Manifest& manifest, std::string& problem) {
  StrictObject object(value, problem);
  manifest.scheme = object.Text("scheme");
  if (manifest.scheme == kPoints) {
    ClaimedPoints& claimed = manifest.claimed.emplace();
    claimed.earned = object.Text("earned");
    claimed.attainable = object.Text("attainable");
    claimed.total = object.Text("total");
    claimed.score = object.Text("score");
    claimed.band = object.Text("band");
    for (const json::Value& veto : object.Array("vetoes").items) {
      if (veto.kind != json::Value::Kind::kString) object.Refuse("vetoes");
      claimed.vetoes.push_back(veto.text);
    }
  }
  if (manifest.scheme == kGraded) {
    const json::Value& result = object.Object("result");
    if (!IsPlainTree(result)) object.Refuse("result");
    json::Writer writer;
    WriteTree(writer, result);
    manifest.claimed_result = writer.Take();
  }
  object.End();
}

}  // namespace

std::string EncodeManifest(const Manifest& manifest) {
  const model::Assessment& assessment = manifest.assessment;
  json::Writer writer;
  writer.BeginObject();
  writer.Key("format_version").Integer(manifest.format_version);
  writer.Member("bundle_id", manifest.bundle_id);
  writer.Member("assessment_id", assessment.id);
  writer.Member("kind", model::CodeOf(assessment.kind));
  writer.Key("form").BeginObject();
  writer.Member("id", assessment.form_id);
  writer.Member("version", assessment.form_version);
  writer.Member("sha256", assessment.form_sha256);
  writer.EndObject();
  writer.Key("institution").BeginObject();
  writer.Member("name", assessment.institution.name);
  writer.Member("credit_code", assessment.institution.credit_code);
  writer.Member("region_code", assessment.institution.region_code);
  writer.EndObject();
  writer.Member("period", assessment.period);
  writer.Member("assessor", assessment.assessor);
  writer.Member("assessment_created_at", FormatInstant(assessment.created_at_ms));
  writer.Member("created_at", FormatInstant(manifest.created_at_ms));
  writer.Member("device_id", manifest.device_id);
  writer.Member("app_version", manifest.app_version);
  writer.Member("previous", assessment.previous);
  WriteClaimed(writer, manifest);
  writer.Key("entries").BeginArray();
  for (const ManifestEntry& entry : manifest.entries) {
    writer.BeginObject();
    writer.Member("name", entry.name);
    writer.Key("size").Integer(static_cast<std::int64_t>(entry.size_bytes));
    writer.Member("sha256", entry.sha256);
    writer.EndObject();
  }
  writer.EndArray().EndObject();
  return writer.Take();
}

Status CheckManifest(const Manifest& manifest) {
  const model::Assessment& assessment = manifest.assessment;
  for (const std::string* text :
       {&assessment.form_id, &assessment.form_version, &assessment.institution.name,
        &assessment.institution.credit_code, &assessment.institution.region_code,
        &assessment.period, &assessment.assessor, &manifest.device_id, &manifest.app_version}) {
    PINGSHEN_CHECK(CheckUtf8(*text));
  }
  if (manifest.claimed) {
    PINGSHEN_CHECK(CheckUtf8(manifest.claimed->band));
    for (const std::string& veto : manifest.claimed->vetoes) PINGSHEN_CHECK(CheckUtf8(veto));
  }
  if (std::string problem = ProblemOf(manifest); !problem.empty()) {
    return Fail(ErrorCode::ERR_BUNDLE_MANIFEST, std::move(problem));
  }
  return {};
}

Result<Manifest> DecodeManifest(std::string_view json) {
  const auto parsed = json::Parse(json, {.max_depth = kMaxDepth});
  if (!parsed) return Fail(ErrorCode::ERR_BUNDLE_MANIFEST, parsed.error().context);
  std::string problem;
  Manifest manifest;
  model::Assessment& assessment = manifest.assessment;
  StrictObject object(*parsed, problem);
  if (object.Count("format_version") != 1) object.Refuse("format_version");
  manifest.bundle_id = object.Text("bundle_id");
  assessment.id = object.Text("assessment_id");
  const auto kind = model::AssessmentKindOf(object.Text("kind"));
  if (!kind) object.Refuse("kind");
  assessment.kind = kind.value_or(model::AssessmentKind::kSelf);
  StrictObject form(object.Object("form"), problem);
  assessment.form_id = form.Text("id");
  assessment.form_version = form.Text("version");
  assessment.form_sha256 = form.Hex("sha256", kSha256Digits);
  form.End();
  StrictObject institution(object.Object("institution"), problem);
  assessment.institution.name = institution.Text("name");
  assessment.institution.credit_code = institution.Text("credit_code");
  assessment.institution.region_code = institution.Text("region_code");
  institution.End();
  assessment.period = object.Text("period");
  assessment.assessor = object.Text("assessor");
  assessment.created_at_ms = object.Instant("assessment_created_at");
  manifest.created_at_ms = object.Instant("created_at");
  manifest.device_id = object.Text("device_id");
  manifest.app_version = object.Text("app_version");
  assessment.previous = object.Text("previous");
  ReadClaimed(object.Object("claimed"), manifest, problem);
  for (const json::Value& item : object.Array("entries").items) {
    StrictObject entry(item, problem);
    ManifestEntry& listed = manifest.entries.emplace_back();
    listed.name = entry.Text("name");
    listed.size_bytes = entry.Count("size");
    listed.sha256 = entry.Hex("sha256", kSha256Digits);
    entry.End();
  }
  object.End();
  if (problem.empty()) problem = ProblemOf(manifest);
  if (problem.empty() && !IsPlainlyWritten(json)) problem = "spelling";
  if (!problem.empty()) return Fail(ErrorCode::ERR_BUNDLE_MANIFEST, std::move(problem));
  return manifest;
}

}  // namespace pingshen::bundle
