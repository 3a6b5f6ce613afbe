// Exact decimal numbers for scores, thresholds and typed figures. Never converted from floating
// point.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/error.h"

namespace pingshen {

// coefficient × 10^-scale, coefficient of 128 bits, always kept without trailing zeros after the
// point.
class Decimal {
 public:
  // What Parse accepts: at most this many digits before and after the point.
  static constexpr int kMaxIntegerDigits = 15;
  static constexpr int kMaxFractionDigits = 9;

  constexpr Decimal() = default;  // zero
  static Decimal FromInteger(std::int64_t value);
  // "-12.50", "0.5", "7"; no exponent, no plus, no blanks, a digit on both sides of the point.
  // ERR_DECIMAL with the text as context, ERR_RANGE when it has too many digits.
  static Result<Decimal> Parse(std::string_view text);

  // Shortest exact form: "12.5", "-0.05", "0". Parse(ToString()) gives the value back.
  std::string ToString() const;
  // Rounded half away from zero to `places` (0…9) digits after the point, padded: "12.50". Display
  // only.
  std::string ToFixed(int places) const;
  // Nearest double. For drawing and for the expression language, never for a verdict.
  double ToDouble() const;

  bool IsZero() const { return coefficient_ == 0; }
  bool IsNegative() const { return coefficient_ < 0; }
  bool IsInteger() const { return scale_ == 0; }
  // nullopt when there is a fraction or it does not fit.
  std::optional<std::int64_t> ToInteger() const;

  // Sums of up to 10^9 parsed numbers are exact; an overflow beyond that is a bug and asserts.
  Decimal operator+(const Decimal& other) const;
  Decimal operator-(const Decimal& other) const;
  Decimal operator-() const;
  Decimal& operator+=(const Decimal& other) { return *this = *this + other; }
  Decimal& operator-=(const Decimal& other) { return *this = *this - other; }
  // Exact product; nullopt when it does not fit.
  std::optional<Decimal> Times(const Decimal& other) const;
  // this/divisor, rounded half away from zero to `places` (0…9) digits. nullopt when divisor is
  // zero or it does not fit. Display only.
  std::optional<Decimal> DividedBy(const Decimal& divisor, int places) const;

  std::strong_ordering operator<=>(const Decimal& other) const;
  bool operator==(const Decimal& other) const = default;  // normal form makes this exact
  // a×b against c×d, exact for all values: how shares are compared with bounds.
  static std::strong_ordering CompareProducts(const Decimal& a, const Decimal& b, const Decimal& c,
                                              const Decimal& d);

 private:
  __extension__ using Coefficient = __int128;
  constexpr Decimal(Coefficient coefficient, std::uint8_t scale)
      : coefficient_(coefficient), scale_(scale) {}
  void Normalize();

  Coefficient coefficient_ = 0;
  std::uint8_t scale_ = 0;
};

}  // namespace pingshen
