// An answer in words, as the desk shows it and as it is printed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/language.h"
#include "core/model/item.h"
#include "core/model/reader.h"
#include "core/model/value.h"
#include "core/words/code_words.h"

namespace pingshen::words {

enum class IdentityNumbers : std::uint8_t { kMasked, kWhole };

// Labels instead of codes, numbers with their unit, dates as 2026年11月22日, positions in degrees
// and metres. "" for an empty value.
std::string AnswerText(const model::Item& item, const model::Value& value,
                       const model::Reader& reader,
                       IdentityNumbers numbers = IdentityNumbers::kMasked);
// The same for a field of the item (model/item_fields.h), without its label.
std::string FieldText(const model::Item& item, std::string_view field, const model::Value& value,
                      const model::Reader& reader,
                      IdentityNumbers numbers = IdentityNumbers::kMasked);

// The label of an option, or the word for a fixed code.
std::string ChoiceText(const model::Item& item, std::string_view code, const model::Reader& reader);
// "%", "‰", "每 10000": what a ratio's figure is counted in.
std::string RatioUnit(const model::Item& item, const model::Reader& reader);

// "2026-11-22" → "2026年11月22日"; English leaves it as it is.
std::string DateText(std::string_view date, Language language);
// In China's time: "2026年11月22日 16:30", "2026-11-22 16:30".
std::string InstantText(std::int64_t utc_ms, Language language);
// "1.2 MB", "830 KB", "12 B".
std::string SizeText(std::uint64_t bytes);

}  // namespace pingshen::words
