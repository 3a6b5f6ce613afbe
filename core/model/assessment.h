// The facts of one assessment that are not answers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pingshen::model {

// 自评 / 现场评审 / 复评 / 抽查. The codes stand in the manifest.
enum class AssessmentKind : std::uint8_t { kSelf = 0, kOnsite = 1, kRereview = 2, kSpotcheck = 3 };
std::string_view CodeOf(AssessmentKind kind);  // "self", "onsite", "rereview", "spotcheck"
std::optional<AssessmentKind> AssessmentKindOf(std::string_view code);

struct Institution {
  std::string name;
  std::string credit_code;  // 统一社会信用代码, "" when unknown
  std::string region_code;  // GB/T 2260, six digits, "" when unknown
  bool operator==(const Institution&) const = default;
};

struct Assessment {
  std::string id;  // UUIDv7
  AssessmentKind kind = AssessmentKind::kSelf;
  std::string form_id;
  std::string form_version;
  std::string form_sha256;  // hexadecimal; pins the exact bytes of the form
  Institution institution;
  std::string period;    // "2026" or "2026-Q3", as typed
  std::string assessor;  // who fills in
  std::int64_t created_at_ms = 0;
  std::string previous;  // manifest digest of the bundle that this one answers, or ""
  bool operator==(const Assessment&) const = default;
};

}  // namespace pingshen::model
