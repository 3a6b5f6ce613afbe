#include "core/model/identifiers.h"

#include <algorithm>
#include <array>

#include "core/model/date.h"
#include "core/model/typed_text.h"

namespace pingshen::model {
namespace {

constexpr std::size_t kLength = 18;
constexpr std::size_t kOldIdentityLength = 15;

bool IsDecimalDigit(char c) { return c >= '0' && c <= '9'; }

std::string UpperCase(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

// GB 11643-1999.
IdentityProblem IdentityProblemOf(std::string_view number) {
  constexpr std::array<int, 17> kWeights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  constexpr std::string_view kCheckCharacters = "10X98765432";
  constexpr std::size_t kBirthBegin = 6;
  constexpr std::size_t kBirthDigits = 8;
  if (number.size() == kOldIdentityLength &&
      std::all_of(number.begin(), number.end(), IsDecimalDigit))
    return IdentityProblem::kFifteenDigits;
  if (number.size() != kLength) return IdentityProblem::kLength;
  const std::string_view body = number.substr(0, kWeights.size());
  if (!std::all_of(body.begin(), body.end(), IsDecimalDigit) ||
      (!IsDecimalDigit(number.back()) && number.back() != 'X'))
    return IdentityProblem::kCharacter;
  std::string birth(number.substr(kBirthBegin, kBirthDigits));
  birth.insert(6, "-").insert(4, "-");
  if (!IsDate(birth)) return IdentityProblem::kDate;
  int sum = 0;
  for (std::size_t i = 0; i < kWeights.size(); ++i) sum += (number[i] - '0') * kWeights[i];
  return number.back() == kCheckCharacters[static_cast<std::size_t>(sum % 11)]
             ? IdentityProblem::kNone
             : IdentityProblem::kCheckDigit;
}

// GB 32100-2015.
IdentityProblem CreditProblemOf(std::string_view code) {
  constexpr std::string_view kCharacters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  constexpr int kModulus = 31;
  if (code.size() != kLength) return IdentityProblem::kLength;
  int sum = 0;
  int weight = 1;
  for (std::size_t i = 0; i < kLength; ++i) {
    const std::size_t value = kCharacters.find(code[i]);
    if (value == std::string_view::npos) return IdentityProblem::kCharacter;
    if (i + 1 == kLength) break;
    sum += static_cast<int>(value) * weight;
    weight = weight * 3 % kModulus;
  }
  const int check = (kModulus - sum % kModulus) % kModulus;
  return code.back() == kCharacters[static_cast<std::size_t>(check)] ? IdentityProblem::kNone
                                                                     : IdentityProblem::kCheckDigit;
}

using ProblemOf = IdentityProblem (*)(std::string_view);

IdentityProblem Check(std::string_view text, ProblemOf problem_of) {
  const std::string canonical = UpperCase(NormalizeIdentifier(text));
  const IdentityProblem problem = problem_of(canonical);
  return problem == IdentityProblem::kNone && canonical != text ? IdentityProblem::kNotCanonical
                                                                : problem;
}

std::optional<std::string> Corrected(std::string_view text, ProblemOf problem_of) {
  std::string canonical = UpperCase(NormalizeIdentifier(text));
  if (problem_of(canonical) != IdentityProblem::kNone || canonical == text) return std::nullopt;
  return canonical;
}

}  // namespace

IdentityProblem CheckIdentityNumber(std::string_view text) {
  return Check(text, IdentityProblemOf);
}
IdentityProblem CheckCreditCode(std::string_view text) { return Check(text, CreditProblemOf); }

std::optional<std::string> CorrectedIdentityNumber(std::string_view text) {
  return Corrected(text, IdentityProblemOf);
}
std::optional<std::string> CorrectedCreditCode(std::string_view text) {
  return Corrected(text, CreditProblemOf);
}

std::string MaskIdentityNumber(std::string_view text) {
  constexpr std::size_t kKeptFront = 6;
  constexpr std::size_t kKeptBack = 4;
  const bool ascii = std::all_of(text.begin(), text.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (text.size() != kLength || !ascii) {
    // One asterisk for each character, not for each byte.
    const auto characters = std::count_if(text.begin(), text.end(), [](char c) {
      return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
    });
    return std::string(static_cast<std::size_t>(characters), '*');
  }
  std::string out(text);
  std::fill(out.begin() + kKeptFront, out.end() - kKeptBack, '*');
  return out;
}

bool IsPhoneNumber(std::string_view text) {
  const auto digits = std::count_if(text.begin(), text.end(), IsDecimalDigit);
  return digits >= 3 && digits <= 20 &&
         text.find_first_not_of("0123456789+-() ") == std::string_view::npos;
}

bool IsRegionCode(std::string_view text) {
  constexpr std::array<std::string_view, 34> kProvinces = {
      "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34",
      "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52",
      "53", "54", "61", "62", "63", "64", "65", "71", "81", "82"};
  return text.size() == 6 && std::all_of(text.begin(), text.end(), IsDecimalDigit) &&
         std::find(kProvinces.begin(), kProvinces.end(), text.substr(0, 2)) != kProvinces.end();
}

}  // namespace pingshen::model
