// Numbers of a spreadsheet as text: dates by number format, whole numbers without ".0".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pingshen::forms::xlsform {

enum class NumberKind : std::uint8_t { kPlain, kDate, kTime, kDateTime };

// What a number format code ("yyyy\-mm\-dd", "[h]:mm", "0.00") or a built-in format number makes of
// a number. ECMA-376 18.8.30, with the East Asian built-in formats.
NumberKind KindOfFormat(std::string_view format_code);
NumberKind KindOfBuiltIn(unsigned format_number);

// The text of a cell's stored number: "1.0" → "1", "0.1" → "0.1", 45000 as a date → "2023-03-15",
// as date and time "2023-03-15 12:30:00", as a time "12:30:00". What is no number is given back as
// it is.
std::string NumberText(std::string_view stored, NumberKind kind, bool since_1904);

}  // namespace pingshen::forms::xlsform
