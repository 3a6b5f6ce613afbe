// The one error type of the program: a stable code, a sentence in two languages, facts as context.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/language.h"

namespace pingshen {

// Enumerators bear the stable code itself (ERR_…), see error_codes.inc.
enum class ErrorCode : std::uint16_t {
#define PINGSHEN_ERROR(code, zh, en, status) code,
#include "core/base/error_codes.inc"
#undef PINGSHEN_ERROR
};

struct Error {
  ErrorCode code;
  // The facts of this failure: a file name, "line 3, column 7", a key id. Shown in place of "{}" in
  // the sentence, so it must be fit for a user: never a secret, never a passphrase or an identity
  // number.
  std::string context;
};

template <typename T>
using Result = std::expected<T, Error>;
using Status = Result<void>;

// "ERR_BUNDLE_HASH". Valid as long as the program runs.
std::string_view CodeName(ErrorCode code);

// The sentence for a user, with the context in its place; without the code.
std::string Sentence(const Error& error, Language language);

inline std::unexpected<Error> Fail(ErrorCode code, std::string context = {}) {
  return std::unexpected<Error>(Error{code, std::move(context)});
}

}  // namespace pingshen

#define PINGSHEN_CAT_(a, b) a##b
#define PINGSHEN_CAT(a, b) PINGSHEN_CAT_(a, b)

// Evaluates a Result; on failure returns its error from the enclosing function, else binds the
// value:
//   PINGSHEN_TRY(auto bytes, device.ReadAll(3));
#define PINGSHEN_TRY(declaration, expression)                                   \
  auto PINGSHEN_CAT(result_, __LINE__) = (expression);                          \
  if (!PINGSHEN_CAT(result_, __LINE__))                                         \
    return std::unexpected(std::move(PINGSHEN_CAT(result_, __LINE__)).error()); \
  declaration = std::move(*PINGSHEN_CAT(result_, __LINE__))

// The same for a Status, or a Result whose value is not needed.
#define PINGSHEN_CHECK(expression)                                                \
  do {                                                                            \
    auto check_result_ = (expression);                                            \
    if (!check_result_) return std::unexpected(std::move(check_result_).error()); \
  } while (false)
