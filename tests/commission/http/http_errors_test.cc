#include "commission/http/http_errors.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "core/json/json.h"

namespace pingshen::commission {
namespace {

constexpr ErrorCode kAll[] = {
#define PINGSHEN_ERROR(code, zh, en, status) ErrorCode::code,
#include "core/base/error_codes.inc"
#undef PINGSHEN_ERROR
};

TEST(HttpErrors, EveryCodeHasAStatus) {
  for (const ErrorCode code : kAll) {
    const int status = HttpStatusOf(code);
    EXPECT_GE(status, 400) << CodeName(code);
    EXPECT_LE(status, 599) << CodeName(code);
    const bool bundle =
        CodeName(code).starts_with("ERR_BUNDLE_") || CodeName(code).starts_with("ERR_FORM_");
    if (bundle) {
      EXPECT_LT(status, 500) << CodeName(code)
                             << ": the sender is at fault, trying again does not help";
    }
    const bool store =
        CodeName(code).starts_with("ERR_DESK_STORE") || CodeName(code).starts_with("ERR_FILE_");
    if (store) {
      EXPECT_GE(status, 500) << CodeName(code);
    }
  }
  EXPECT_EQ(HttpStatusOf(ErrorCode::ERR_BUNDLE_HASH), 422);
  EXPECT_EQ(HttpStatusOf(ErrorCode::ERR_BUNDLE_SIGNER_UNKNOWN), 403);
  EXPECT_EQ(HttpStatusOf(ErrorCode::ERR_DESK_TOO_LARGE), 413);
  EXPECT_EQ(HttpStatusOf(ErrorCode::ERR_DESK_STORE_FULL), 507);
}

// A client decides by the status whether to send again: whatever happens to the table of codes, what was
// given away once stays.
TEST(HttpErrors, EveryCodeKeepsItsStatus) {
  std::map<std::string, int> statuses;
  for (const ErrorCode code : kAll) statuses[std::string(CodeName(code))] = HttpStatusOf(code);
  std::ifstream known(PINGSHEN_SOURCE_DIR "/tests/commission/http/error_statuses.tsv");
  std::string line;
  std::size_t rows = 0;
  while (std::getline(known, line)) {
    if (line.starts_with('#')) continue;
    std::istringstream row(line);
    std::string code;
    int status = 0;
    ASSERT_TRUE(row >> code >> status) << line;
    EXPECT_EQ(statuses[code], status) << code;
    ++rows;
  }
  EXPECT_GE(rows, 257u);
}

TEST(HttpErrors, JsonHasCodeSentencesAndContext) {
  const auto parsed =
      json::Parse(ErrorJson({ErrorCode::ERR_BUNDLE_SIGNER_UNKNOWN, "00112233\xff"}));
  ASSERT_TRUE(parsed) << "malformed bytes of a stranger must not break the answer";
  EXPECT_EQ(parsed->Find("code")->text, "ERR_BUNDLE_SIGNER_UNKNOWN");
  EXPECT_NE(parsed->Find("sentence_zh")->text.find("pingshen trust add"), std::string::npos);
  EXPECT_NE(parsed->Find("sentence_en")->text.find("00112233"), std::string::npos);
  EXPECT_TRUE(parsed->Find("context")->text.starts_with("00112233"));
}

}  // namespace
}  // namespace pingshen::commission
