// Checks of Chinese identifiers: 居民身份证 (GB 11643), 统一社会信用代码 (GB 32100), 行政区划代码 (form only).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pingshen::model {

enum class IdentityProblem : unsigned char {
  kNone,
  kLength,
  kFifteenDigits,
  kCharacter,
  kDate,
  kCheckDigit,
  kNotCanonical
};

// kNotCanonical: right but for lower-case x, full-width digits or blanks; offer CorrectedIdentityNumber.
IdentityProblem CheckIdentityNumber(std::string_view text);
IdentityProblem CheckCreditCode(std::string_view text);
// The canonical spelling when the text differs from a valid number only by case, width or blanks.
std::optional<std::string> CorrectedIdentityNumber(std::string_view text);
std::optional<std::string> CorrectedCreditCode(std::string_view text);
// First 6 and last 4 kept: "110105********002X"; shorter texts become all asterisks.
std::string MaskIdentityNumber(std::string_view text);
// 3 … 20 digits, with + ( ) - and blanks among them.
bool IsPhoneNumber(std::string_view text);
bool IsRegionCode(
    std::string_view text);  // six ASCII digits, first two a province code of GB/T 2260

}  // namespace pingshen::model
