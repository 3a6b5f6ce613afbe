#include "commission/desk/bundles_api.h"

#include <charconv>
#include <limits>

#include "commission/http/http_errors.h"
#include "commission/http/query.h"
#include "core/bundle/bundle.h"
#include "core/bundle/instant.h"
#include "core/json/embed_json.h"
#include "core/json/json.h"

namespace pingshen::commission {
namespace {

constexpr int kDefaultPage = 100;
constexpr int kLargestPage = 500;
constexpr int kCreated = 201;

HttpResponse JsonResponse(int status, std::string body) {
  HttpResponse response;
  response.status = status;
  response.content_type = "application/json; charset=utf-8";
  response.headers.emplace_back("Cache-Control", "no-store");
  response.body = std::move(body) + "\n";
  return response;
}

std::string Instant(std::int64_t utc_ms) {
  return bundle::IsInstant(utc_ms) ? bundle::FormatInstant(utc_ms) : "";
}

void WriteAnswer(json::Writer& writer, const Reception& reception) {
  writer.Key("intake_number").Integer(reception.intake_number);
  writer.Member("manifest_sha256", reception.manifest_sha256);
  writer.Member("received_at", Instant(reception.received_at_ms));
  writer.Key("result");
  json::EmbedJson(writer, reception.result_json);
  writer.Key("warnings");
  json::EmbedJson(writer, reception.warnings_json);
}

void WriteSummary(json::Writer& writer, const Reception& reception) {
  const model::Assessment& assessment = reception.assessment;
  writer.Member("assessment_id", assessment.id);
  writer.Member("kind", model::CodeOf(assessment.kind));
  writer.Member("form_id", assessment.form_id);
  writer.Member("form_version", assessment.form_version);
  writer.Member("form_sha256", assessment.form_sha256);
  writer.Key("institution").BeginObject();
  writer.Member("name", assessment.institution.name);
  writer.Member("credit_code", assessment.institution.credit_code);
  writer.Member("region_code", assessment.institution.region_code);
  writer.EndObject();
  writer.Member("period", assessment.period);
  writer.Member("previous", assessment.previous);
  writer.Member("created_at", Instant(reception.created_at_ms));
}

void WriteSignatures(json::Writer& writer, const std::vector<ReceivedSignature>& signatures) {
  writer.Key("signatures").BeginArray();
  for (const ReceivedSignature& signature : signatures) {
    writer.BeginObject();
    writer.Member("key_id", signature.key_id);
    writer.Member("role", signature.role);
    writer.Member("name", signature.name);
    writer.Member("organisation", signature.organisation);
    writer.Member("signed_at", Instant(signature.signed_at_ms));
    writer.EndObject();
  }
  writer.EndArray();
}

}  // namespace

HttpResponse BundlesApi::Receive(const HttpRequest& request) const {
  const auto refuse = [&](const Error& error) {
    log_(request.remote_address + " " + std::string(CodeName(error.code)));
    return ErrorResponse(error);
  };
  const auto body = request.read_body();
  if (!body) return refuse(body.error());
  const auto answer = intake_.Accept(*body);
  if (!answer) return refuse(answer.error());
  const Reception& reception = answer->reception;
  log_(request.remote_address + " " + reception.manifest_sha256 +
       (answer->repeated ? " again " : " received ") + std::to_string(reception.intake_number));
  json::Writer writer;
  writer.BeginObject();
  WriteAnswer(writer, reception);
  writer.Key("receipt");
  if (reception.receipt.empty()) {
    writer.Null();
  } else {
    json::EmbedJson(writer, reception.receipt);
  }
  writer.EndObject();
  return JsonResponse(answer->repeated ? 200 : kCreated, writer.Take());
}

HttpResponse BundlesApi::List(const HttpRequest& request) const {
  constexpr std::int64_t kLast = std::numeric_limits<std::int64_t>::max();
  const auto before = QueryNumber(request, "before", kLast, 1, kLast);
  if (!before) return ErrorResponse(before.error());
  const auto limit = QueryNumber(request, "limit", kDefaultPage, 1, kLargestPage);
  if (!limit) return ErrorResponse(limit.error());
  const auto rows = store_.List(*before, static_cast<int>(*limit));
  if (!rows) return ErrorResponse(rows.error());
  json::Writer writer;
  writer.BeginObject().Key("bundles").BeginArray();
  for (const Reception& reception : *rows) {
    const auto files = store_.FilesOf(reception.intake_number);
    if (!files) return ErrorResponse(files.error());
    writer.BeginObject();
    WriteAnswer(writer, reception);
    WriteSummary(writer, reception);
    WriteSignatures(writer,
                    files->empty() ? std::vector<ReceivedSignature>{} : files->front().signatures);
    writer.EndObject();
  }
  writer.EndArray().Key("next_before");
  const bool more =
      rows->size() == static_cast<std::size_t>(*limit) && rows->back().intake_number > 1;
  if (more) {
    writer.Integer(rows->back().intake_number);
  } else {
    writer.Null();
  }
  writer.EndObject();
  return JsonResponse(200, writer.Take());
}

HttpResponse BundlesApi::Download(std::string_view manifest_sha256) const {
  const auto reception = store_.Find(manifest_sha256);
  if (!reception) return ErrorResponse(reception.error());
  if (!*reception)
    return ErrorResponse({ErrorCode::ERR_DESK_NOT_FOUND, std::string(manifest_sha256)});
  const auto files = store_.FilesOf((*reception)->intake_number);
  if (!files) return ErrorResponse(files.error());
  if (files->empty())
    return ErrorResponse({ErrorCode::ERR_DESK_STORED_FILE, std::string(manifest_sha256)});
  const StoredFile& file = files->front();
  HttpResponse response;
  response.content_type = bundle::kMediaType;
  response.headers = {{"Cache-Control", "no-store"},
                      {"Content-Disposition",
                       "attachment; filename=\"" + std::string(manifest_sha256) + ".psbundle\""},
                      {"ETag", "\"" + file.file_sha256 + "\""}};
  response.file = store_.PathOf(file.file_sha256);
  return response;
}

}  // namespace pingshen::commission
