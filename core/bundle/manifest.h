// manifest.json: the signed facts of a bundle.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/model/assessment.h"

namespace pingshen::bundle {

struct ManifestEntry {
  std::string name;
  std::uint64_t size_bytes = 0;
  std::string sha256;  // hexadecimal
};

// All figures as decimal strings; the desk recomputes every one of them and compares.
struct ClaimedPoints {
  std::string earned;  // canonical (Decimal::ToString), as are attainable and total
  std::string attainable;
  std::string total;
  std::string score;                // rounded for display
  std::string band;                 // code
  std::vector<std::string> vetoes;  // codes
};

struct Manifest {
  int format_version = 1;
  std::string bundle_id;  // UUIDv7, lower case; so is assessment.id
  model::Assessment assessment;
  std::int64_t created_at_ms = 0;
  std::string device_id;
  std::string app_version;
  std::string scheme;                    // "points", "graded" or "none"
  std::optional<ClaimedPoints> claimed;  // present exactly when scheme is "points"
  // Present exactly when scheme is "graded": the whole result as compact JSON of objects, arrays,
  // strings and booleans (evaluation::GradingJson), which the desk recomputes byte for byte.
  std::string claimed_result;
  std::vector<ManifestEntry>
      entries;  // every entry except mimetype, manifest.json and signatures/*
};

// Compact JSON in the member order of docs/bundle_format.md; `entries` comes last.
// REQUIRES: texts are valid UTF-8, times within 1970 … 9999 (CheckManifest).
std::string EncodeManifest(const Manifest& manifest);
// ERR_BUNDLE_MANIFEST with the member that is wrong, ERR_UTF8: what DecodeManifest would refuse.
Status CheckManifest(const Manifest& manifest);
// ERR_BUNDLE_MANIFEST with what is wrong. Strict: unknown, missing or misplaced members are errors,
// so are blanks and needless escapes.
Result<Manifest> DecodeManifest(std::string_view json);

}  // namespace pingshen::bundle
