#include "core/words/answer_words.h"

#include <algorithm>

#include "core/model/date.h"
#include "core/model/identifiers.h"
#include "core/model/item_fields.h"
#include "core/words/code_words.h"
#include "core/words/phrase.h"

namespace pingshen::words {
namespace {

constexpr std::int64_t kChinaMs = 8 * 60 * 60 * 1000;
constexpr std::size_t kDateLetters = 10;   // "2026-11-22"
constexpr std::size_t kMinuteLetters = 5;  // "16:30"
constexpr std::size_t kSecondLetters = 8;  // "16:30:00"
constexpr std::string_view kChinaOffset = "+08:00";

std::string CodesText(const model::Item& item, const model::Value& value,
                      const model::Reader& reader) {
  std::string text;
  for (const std::string& code : value.Codes()) {
    if (!text.empty()) text += reader.language == Language::kChinese ? "、" : ", ";
    text += ChoiceText(item, code, reader);
  }
  return text;
}

std::string RankingText(const model::Item& item, const model::Value& value,
                        const model::Reader& reader) {
  std::string text;
  std::size_t place = 0;
  for (const std::string& code : value.Codes()) {
    if (!text.empty()) text += reader.language == Language::kChinese ? "；" : "; ";
    text += std::to_string(++place) + ". " + ChoiceText(item, code, reader);
  }
  return text;
}

// "08:30:00" → "08:30"; seconds that were measured stay.
std::string TimeText(std::string_view time) {
  return std::string(time.ends_with(":00") ? time.substr(0, kMinuteLetters) : time);
}

std::string DateTimeText(std::string_view text, Language language) {
  const std::size_t time = kDateLetters + 1;
  const std::string_view offset = text.substr(std::min(text.size(), time + kSecondLetters));
  std::string out = DateText(text.substr(0, kDateLetters), language) + " " +
                    TimeText(text.substr(time, kSecondLetters));
  if (offset != kChinaOffset)
    out += (language == Language::kChinese ? "（UTC" : " (UTC") + std::string(offset) +
           (language == Language::kChinese ? "）" : ")");
  return out;
}

// Of one point: "纬度 39.9042°，经度 116.4074°，海拔 43.5 米，精度 ±5 米". What is 0 was not
// measured.
std::string PointText(std::string_view point, Language language) {
  std::string_view numbers[4];
  for (std::string_view& number : numbers) {
    const std::size_t end = std::min(point.find(' '), point.size());
    number = point.substr(0, end);
    point.remove_prefix(std::min(point.size(), end + 1));
  }
  const auto say = [&](const Phrase& phrase, std::string_view number) {
    return Fill(phrase.In(language), {number});
  };
  std::string text = say({"纬度 {}°", "latitude {}°"}, numbers[0]) +
                     say({"，经度 {}°", ", longitude {}°"}, numbers[1]);
  if (numbers[2] != "0") text += say({"，海拔 {} 米", ", altitude {} m"}, numbers[2]);
  if (numbers[3] != "0") text += say({"，精度 ±{} 米", ", accuracy ±{} m"}, numbers[3]);
  return text;
}

std::string PositionText(const model::Item& item, const model::Value& value,
                         const model::Reader& reader) {
  const std::vector<std::string> points = value.Points();
  if (points.size() == 1 && item.type == model::ItemType::kPosition)
    return PointText(points.front(), reader.language);
  constexpr std::size_t kShown = 12;  // of a long line: this many, and the last one
  std::string text =
      Fill(Phrase{"共 {} 个点", "{} points"}.In(reader.language), {std::to_string(points.size())});
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (i == kShown && points.size() > kShown + 1) {
      text += "\n…";
      i = points.size() - 1;
    }
    text += "\n" + std::to_string(i + 1) + ". " + PointText(points[i], reader.language);
  }
  return text;
}

}  // namespace

std::string ChoiceText(const model::Item& item, std::string_view code,
                       const model::Reader& reader) {
  const model::Option* option = item.options.Find(code);
  if (option != nullptr && !option->label.empty()) return reader.Read(option->label);
  if (item.type == model::ItemType::kGrade) {
    if (const auto mark = model::MarkOf(code))
      return std::string(code) + " " + std::string(MarkWord(*mark, reader.language));
  }
  const Phrase* phrase = FixedPhrase(item.type, code);
  return std::string(phrase == nullptr ? code : phrase->In(reader.language));
}

std::string AnswerText(const model::Item& item, const model::Value& value,
                       const model::Reader& reader, IdentityNumbers numbers) {
  switch (value.kind()) {
    case model::ValueKind::kChoice:
    case model::ValueKind::kChoices:
      return CodesText(item, value, reader);
    case model::ValueKind::kRanking:
      return RankingText(item, value, reader);
    case model::ValueKind::kAttachments: {
      const std::string count = std::to_string(value.Attachments().size());
      return Fill(Phrase{"{} 个附件", "{} attachment(s)"}.In(reader.language), {count});
    }
    case model::ValueKind::kInteger:
    case model::ValueKind::kDecimal:
    case model::ValueKind::kFigure:
      return item.unit.empty() ? value.text() : value.text() + " " + reader.Read(item.unit);
    case model::ValueKind::kDate:
      return DateText(value.text(), reader.language);
    case model::ValueKind::kTime:
      return TimeText(value.text());
    case model::ValueKind::kDateTime:
      return DateTimeText(value.text(), reader.language);
    case model::ValueKind::kPosition:
      return PositionText(item, value, reader);
    default:
      break;
  }
  if (item.type == model::ItemType::kIdentityNumber && numbers == IdentityNumbers::kMasked)
    return value.empty() ? "" : model::MaskIdentityNumber(value.text());
  const bool computed = value.kind() == model::ValueKind::kText && !item.calculation.empty();
  return computed && !item.unit.empty() ? value.text() + " " + reader.Read(item.unit)
                                        : value.text();
}

std::string FieldText(const model::Item& item, std::string_view field, const model::Value& value,
                      const model::Reader& reader, IdentityNumbers numbers) {
  if (field == model::kIdNumberField && numbers == IdentityNumbers::kMasked)
    return model::MaskIdentityNumber(value.text());
  if (value.kind() == model::ValueKind::kChoice) {  // a sub-point
    if (value.HasCode(model::kYes)) return std::string(kMet.In(reader.language));
    if (value.HasCode(model::kNo)) return std::string(kNotMet.In(reader.language));
  }
  const bool figure = field == model::kReportedField && item.type == model::ItemType::kRatio;
  if (figure) return value.text() + RatioUnit(item, reader);
  if (value.kind() == model::ValueKind::kInteger || value.kind() == model::ValueKind::kDecimal)
    return value.text();
  return AnswerText(item, value, reader, numbers);
}

std::string RatioUnit(const model::Item& item, const model::Reader& reader) {
  if (!item.unit.empty()) return reader.Read(item.unit);
  if (item.per == Decimal::FromInteger(100)) return "%";
  if (item.per == Decimal::FromInteger(1000)) return "‰";
  if (item.per == Decimal::FromInteger(1)) return "";
  return Fill(Phrase{"（每 {}）", " (per {})"}.In(reader.language), {item.per.ToString()});
}

std::string DateText(std::string_view date, Language language) {
  if (language != Language::kChinese || !model::IsDate(date)) return std::string(date);
  const auto number = [&](std::size_t at) {
    return std::string(date.substr(date[at] == '0' ? at + 1 : at, date[at] == '0' ? 1 : 2));
  };
  return std::string(date.substr(0, 4)) + "年" + number(5) + "月" + number(8) + "日";
}

std::string InstantText(std::int64_t utc_ms, Language language) {
  const std::string local = model::UtcTimestamp(utc_ms + kChinaMs);
  return DateText(local.substr(0, kDateLetters), language) + " " +
         local.substr(kDateLetters + 1, kMinuteLetters);
}

std::string SizeText(std::uint64_t bytes) {
  constexpr std::uint64_t kKilo = 1024, kMega = kKilo * kKilo;
  if (bytes < kKilo) return std::to_string(bytes) + " B";
  if (bytes < kMega) return std::to_string((bytes + kKilo / 2) / kKilo) + " KB";
  const std::uint64_t tenths = (bytes * 10 + kMega / 2) / kMega;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

}  // namespace pingshen::words
