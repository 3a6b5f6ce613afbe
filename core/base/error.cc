#include "core/base/error.h"

#include <cstddef>
#include <iterator>

namespace pingshen {
namespace {

struct Row {
  std::string_view name;
  std::string_view zh;
  std::string_view en;
};

constexpr Row kRows[] = {
#define PINGSHEN_ERROR(code, zh, en, status) {#code, zh, en},
#include "core/base/error_codes.inc"
#undef PINGSHEN_ERROR
};

const Row& RowOf(ErrorCode code) {
  const auto index = static_cast<std::size_t>(code);
  // A number outside the table can only come from a bug; the first row says so.
  return kRows[index < std::size(kRows) ? index : 0];
}

}  // namespace

std::string_view CodeName(ErrorCode code) { return RowOf(code).name; }

std::string Sentence(const Error& error, Language language) {
  const Row& row = RowOf(error.code);
  const std::string_view sentence = language == Language::kChinese ? row.zh : row.en;
  const std::size_t hole = sentence.find("{}");
  if (hole == std::string_view::npos) return std::string(sentence);
  std::string_view before = sentence.substr(0, hole);
  const std::string_view after = sentence.substr(hole + 2);
  if (error.context.empty()) {
    for (const std::string_view colon : {std::string_view("："), std::string_view(": ")})
      if (before.ends_with(colon)) before.remove_suffix(colon.size());
  }
  std::string out(before);
  out += error.context;
  out += after;
  return out;
}

}  // namespace pingshen
