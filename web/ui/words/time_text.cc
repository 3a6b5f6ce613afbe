#include "web/ui/words/time_text.h"

#include "core/model/date.h"

namespace pingshen::ui {
namespace {

constexpr std::int64_t kMsPerMinute = 60'000;
constexpr std::int64_t kMsPerDay = 86'400'000;

std::string TwoDigits(std::int64_t number) {
  std::string text = std::to_string(number);
  return text.size() < 2 ? "0" + text : text;
}

}  // namespace

std::string ClockText(std::int64_t utc_ms, int utc_offset_minutes) {
  const std::int64_t local_ms = utc_ms + utc_offset_minutes * kMsPerMinute;
  const std::int64_t second = ((local_ms % kMsPerDay) + kMsPerDay) % kMsPerDay / 1000;
  return TwoDigits(second / 3600) + ":" + TwoDigits(second / 60 % 60) + ":" +
         TwoDigits(second % 60);
}

std::string MomentText(std::int64_t utc_ms, std::int64_t now_utc_ms, int utc_offset_minutes) {
  constexpr std::size_t kYear = 5;  // "2026-"
  const std::string clock = ClockText(utc_ms, utc_offset_minutes).substr(0, 5);
  const std::string day = model::LocalDate(utc_ms, utc_offset_minutes);
  const std::string today = model::LocalDate(now_utc_ms, utc_offset_minutes);
  if (day == today) return clock;
  return day.substr(0, kYear) == today.substr(0, kYear) ? day.substr(kYear) + " " + clock : day;
}

std::string OffsetText(int utc_offset_minutes) {
  const int size = utc_offset_minutes < 0 ? -utc_offset_minutes : utc_offset_minutes;
  return (utc_offset_minutes < 0 ? "-" : "+") + TwoDigits(size / 60) + ":" + TwoDigits(size % 60);
}

std::string TimeShown(std::string_view time) {
  constexpr std::string_view kNoSeconds = ":00";
  constexpr std::size_t kWithSeconds = std::string_view("08:30:00").size();
  if (time.size() == kWithSeconds && time.ends_with(kNoSeconds))
    time.remove_suffix(kNoSeconds.size());
  return std::string(time);
}

namespace {

constexpr std::size_t kDateBytes = std::string_view("2026-11-24").size();
constexpr std::size_t kLocalBytes = std::string_view("2026-11-24T08:30:00").size();

}  // namespace

std::string DateTimeField(std::string_view moment) {
  if (moment.size() < kLocalBytes) return std::string(moment);
  return std::string(moment.substr(0, kDateBytes + 1)) +
         TimeShown(moment.substr(kDateBytes + 1, kLocalBytes - kDateBytes - 1));
}

std::string DateTimeShown(std::string_view moment, int utc_offset_minutes) {
  if (moment.size() < kLocalBytes) return std::string(moment);
  std::string text = DateTimeField(moment);
  text[kDateBytes] = ' ';
  const std::string_view offset = moment.substr(kLocalBytes);
  if (offset != OffsetText(utc_offset_minutes)) {
    text += ' ';
    text += offset;
  }
  return text;
}

std::string SizeText(std::uint64_t bytes) {
  constexpr std::uint64_t kKilo = 1000, kMega = 1000 * kKilo;
  if (bytes < kKilo) return std::to_string(bytes) + " B";
  if (bytes < kMega) return std::to_string((bytes + kKilo / 2) / kKilo) + " kB";
  const std::uint64_t tenths = (bytes + kMega / 20) / (kMega / 10);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

}  // namespace pingshen::ui
