#include "core/base/decimal.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdlib>
#include <limits>

namespace pingshen {
namespace {

__extension__ using Wide = unsigned __int128;
__extension__ using Signed = __int128;

constexpr Wide kMaxMagnitude = ~Wide{0} >> 1;
// 10^38 is the largest power of ten below 2^127.
constexpr int kMaxScale = 38;

constexpr std::array<Wide, kMaxScale + 1> kPowersOfTen = [] {
  std::array<Wide, kMaxScale + 1> powers{};
  powers[0] = 1;
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

Wide PowerOfTen(int exponent) { return kPowersOfTen[static_cast<std::size_t>(exponent)]; }

Wide Magnitude(Signed value) {
  return value < 0 ? Wide{0} - static_cast<Wide>(value) : static_cast<Wide>(value);
}
Signed WithSign(Wide magnitude, bool negative) {
  return negative ? -static_cast<Signed>(magnitude) : static_cast<Signed>(magnitude);
}

// false when the product exceeds kMaxMagnitude.
bool Multiply(Wide a, Wide b, Wide& product) {
  if (a != 0 && b > kMaxMagnitude / a) return false;
  product = a * b;
  return true;
}

std::string Digits(Wide magnitude) {
  std::string out;
  do {
    out.push_back(static_cast<char>('0' + static_cast<int>(magnitude % 10)));
    magnitude /= 10;
  } while (magnitude != 0);
  std::reverse(out.begin(), out.end());
  return out;
}

std::string Written(Wide magnitude, int scale, bool negative) {
  std::string digits = Digits(magnitude);
  const auto places = static_cast<std::size_t>(scale);
  if (places > 0) {
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    digits.insert(digits.size() - places, 1, '.');
  }
  return negative && magnitude != 0 ? "-" + digits : digits;
}

// Unsigned integers of 512 bits, least significant limb first: room for two coefficients (128 bits
// each) and a power of ten that aligns their scales (10^76 < 2^253).
using Huge = std::array<std::uint32_t, 16>;

Huge HugeOf(Wide value) {
  Huge out{};
  for (std::size_t i = 0; i < 4; ++i) out[i] = static_cast<std::uint32_t>(value >> (32 * i));
  return out;
}

Huge Product(const Huge& a, const Huge& b) {
  Huge out{};
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::uint64_t carry = 0;
    for (std::size_t j = 0; i + j < out.size(); ++j) {
      carry += out[i + j] + static_cast<std::uint64_t>(a[i]) * b[j];
      out[i + j] = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
  }
  return out;
}

std::strong_ordering CompareHuge(const Huge& a, const Huge& b) {
  for (std::size_t i = a.size(); i-- > 0;)
    if (a[i] != b[i]) return a[i] <=> b[i];
  return std::strong_ordering::equal;
}

Huge AlignedBy(Huge value, int exponent) {
  for (; exponent > kMaxScale; exponent -= kMaxScale)
    value = Product(value, HugeOf(PowerOfTen(kMaxScale)));
  return exponent > 0 ? Product(value, HugeOf(PowerOfTen(exponent))) : value;
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

void Decimal::Normalize() {
  if (coefficient_ == 0) scale_ = 0;
  while (scale_ > 0 && coefficient_ % 10 == 0) {
    coefficient_ /= 10;
    --scale_;
  }
}

Decimal Decimal::FromInteger(std::int64_t value) { return Decimal(value, 0); }

Result<Decimal> Decimal::Parse(std::string_view text) {
  const auto malformed = [&] {
    return Fail(ErrorCode::ERR_DECIMAL, std::string(text.substr(0, 64)));
  };
  std::string_view rest = text;
  const bool negative = rest.starts_with('-');
  if (negative) rest.remove_prefix(1);
  const auto point =
      static_cast<std::size_t>(std::find(rest.begin(), rest.end(), '.') - rest.begin());
  const std::string_view whole = rest.substr(0, point);
  const bool has_point = point < rest.size();
  const std::string_view fraction = has_point ? rest.substr(point + 1) : std::string_view();
  if (whole.empty() || (has_point && fraction.empty())) return malformed();
  if (!std::all_of(whole.begin(), whole.end(), IsDigit) ||
      !std::all_of(fraction.begin(), fraction.end(), IsDigit))
    return malformed();
  if (whole.size() > static_cast<std::size_t>(kMaxIntegerDigits) ||
      fraction.size() > static_cast<std::size_t>(kMaxFractionDigits))
    return Fail(ErrorCode::ERR_RANGE, std::string(text.substr(0, 64)));
  Wide magnitude = 0;
  for (const char c : whole) magnitude = magnitude * 10 + static_cast<Wide>(c - '0');
  for (const char c : fraction) magnitude = magnitude * 10 + static_cast<Wide>(c - '0');
  Decimal out(WithSign(magnitude, negative), static_cast<std::uint8_t>(fraction.size()));
  out.Normalize();
  return out;
}

std::string Decimal::ToString() const {
  return Written(Magnitude(coefficient_), scale_, IsNegative());
}

std::string Decimal::ToFixed(int places) const {
  assert(places >= 0 && places <= 9);
  Wide magnitude = Magnitude(coefficient_);
  int scale = scale_;
  if (scale > places) {
    const Wide divisor = PowerOfTen(scale - places);
    const Wide rest = magnitude % divisor;
    magnitude /= divisor;
    if (rest >= divisor - rest) ++magnitude;
    scale = places;
  }
  std::string out = Written(magnitude, scale, IsNegative());
  if (places > scale) {
    if (scale == 0) out.push_back('.');
    out.append(static_cast<std::size_t>(places - scale), '0');
  }
  return out;
}

double Decimal::ToDouble() const {
  // Both sides are exact below these limits, so that one division rounds once (IEEE 754).
  constexpr Wide kExact = Wide{1} << std::numeric_limits<double>::digits;
  constexpr int kExactPower = 22;
  const Wide magnitude = Magnitude(coefficient_);
  if (magnitude <= kExact && scale_ <= kExactPower)
    return static_cast<double>(coefficient_) / static_cast<double>(PowerOfTen(scale_));
  return std::strtod(ToString().c_str(), nullptr);
}

std::optional<std::int64_t> Decimal::ToInteger() const {
  if (scale_ != 0 || coefficient_ < std::numeric_limits<std::int64_t>::min() ||
      coefficient_ > std::numeric_limits<std::int64_t>::max())
    return std::nullopt;
  return static_cast<std::int64_t>(coefficient_);
}

Decimal Decimal::operator+(const Decimal& other) const {
  const int scale = std::max(scale_, other.scale_);
  Wide a = 0;
  Wide b = 0;
  const bool fits = Multiply(Magnitude(coefficient_), PowerOfTen(scale - scale_), a) &&
                    Multiply(Magnitude(other.coefficient_), PowerOfTen(scale - other.scale_), b) &&
                    (IsNegative() != other.IsNegative() || a <= kMaxMagnitude - b);
  assert(fits);
  if (!fits) std::abort();  // also without assertions: a wrong sum must never become a score
  Decimal out(WithSign(a, IsNegative()) + WithSign(b, other.IsNegative()),
              static_cast<std::uint8_t>(scale));
  out.Normalize();
  return out;
}

Decimal Decimal::operator-(const Decimal& other) const { return *this + -other; }

Decimal Decimal::operator-() const { return Decimal(-coefficient_, scale_); }

std::optional<Decimal> Decimal::Times(const Decimal& other) const {
  Wide magnitude = 0;
  const int scale = scale_ + other.scale_;
  if (!Multiply(Magnitude(coefficient_), Magnitude(other.coefficient_), magnitude) ||
      scale > kMaxScale)
    return std::nullopt;
  Decimal out(WithSign(magnitude, IsNegative() != other.IsNegative()),
              static_cast<std::uint8_t>(scale));
  out.Normalize();
  return out;
}

std::optional<Decimal> Decimal::DividedBy(const Decimal& divisor, int places) const {
  assert(places >= 0 && places <= 9);
  if (divisor.IsZero()) return std::nullopt;
  const int scale = std::max(scale_, divisor.scale_);
  Wide a = 0;
  Wide b = 0;
  if (!Multiply(Magnitude(coefficient_), PowerOfTen(scale - scale_), a) ||
      !Multiply(Magnitude(divisor.coefficient_), PowerOfTen(scale - divisor.scale_), b) ||
      b > kMaxMagnitude / 10)
    return std::nullopt;
  Wide quotient = a / b;
  Wide rest = a % b;
  for (int i = 0; i < places; ++i) {
    rest *= 10;
    if (!Multiply(quotient, 10, quotient) || quotient > kMaxMagnitude - rest / b)
      return std::nullopt;
    quotient += rest / b;
    rest %= b;
  }
  if (rest >= b - rest) {
    if (quotient == kMaxMagnitude) return std::nullopt;
    ++quotient;
  }
  Decimal out(WithSign(quotient, IsNegative() != divisor.IsNegative()),
              static_cast<std::uint8_t>(places));
  out.Normalize();
  return out;
}

std::strong_ordering Decimal::operator<=>(const Decimal& other) const {
  static const Decimal kOne = FromInteger(1);
  return CompareProducts(*this, kOne, other, kOne);
}

std::strong_ordering Decimal::CompareProducts(const Decimal& a, const Decimal& b, const Decimal& c,
                                              const Decimal& d) {
  const auto sign = [](const Decimal& x, const Decimal& y) {
    if (x.IsZero() || y.IsZero()) return 0;
    return x.IsNegative() == y.IsNegative() ? 1 : -1;
  };
  const int left_sign = sign(a, b);
  const int right_sign = sign(c, d);
  if (left_sign != right_sign || left_sign == 0) return left_sign <=> right_sign;
  const int left_scale = a.scale_ + b.scale_;
  const int right_scale = c.scale_ + d.scale_;
  const Huge left =
      AlignedBy(Product(HugeOf(Magnitude(a.coefficient_)), HugeOf(Magnitude(b.coefficient_))),
                right_scale - left_scale);
  const Huge right =
      AlignedBy(Product(HugeOf(Magnitude(c.coefficient_)), HugeOf(Magnitude(d.coefficient_))),
                left_scale - right_scale);
  return left_sign > 0 ? CompareHuge(left, right) : CompareHuge(right, left);
}

}  // namespace pingshen
