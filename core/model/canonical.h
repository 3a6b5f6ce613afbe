// The one spelling of values that have parts: figures, times, positions, attachments. Each function
// takes a spelling that a person or a device may give and returns the canonical one, or nullopt
// when the text is none. Full-width characters are the caller's to narrow (typed_text.h).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pingshen::model {

inline constexpr std::size_t kMaxAttachments = 100;   // of one answer
inline constexpr std::size_t kMaxExtensionBytes = 8;  // "jpg"
inline constexpr std::size_t kPositionNumbers = 4;    // latitude, longitude, altitude, accuracy
inline constexpr int kMaxOffsetMinutes = 14 * 60;     // of a local time from UTC

// "083.80" → "83.80": a decimal number of Decimal's size with its places kept. "-0.00" → "0.00".
std::optional<std::string> CanonicalFigure(std::string_view text);
// "8:30" → "08:30:00"; 00:00:00 … 23:59:59. A fraction of a second is cut off.
std::optional<std::string> CanonicalTime(std::string_view text);
// "2026-11-24T08:30Z" → "2026-11-24T08:30:00+00:00": a date of IsDate, a time, an offset of at most
// kMaxOffsetMinutes. A blank may stand for the T.
std::optional<std::string> CanonicalDateTime(std::string_view text);
// "39.9 116.4" → "39.9 116.4 0 0": degrees north (-90 … 90) and east (-180 … 180), metres above the
// sea (-12000 … 100000), metres of accuracy (0 … 10000000); numbers without exponent, cut off after
// 9 places. Points of a line are joined by ';', blanks around it and one at the end are dropped.
std::optional<std::string> CanonicalPositions(std::string_view text);
// Names "<SHA-256, 64 lower-case hexadecimal digits>.<extension: 1 … 8 of a-z 0-9>", joined by one
// blank, each once, at most kMaxAttachments.
std::optional<std::string> CanonicalAttachments(std::string_view text);

}  // namespace pingshen::model
