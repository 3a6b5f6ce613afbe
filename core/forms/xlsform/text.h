// Small text operations as spreadsheets need them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pingshen::forms::xlsform {

// Without white space at both ends; also U+00A0, U+3000, U+FEFF and the zero-width space.
std::string_view Trimmed(std::string_view text);
// Runs of white space become one blank; trimmed.
std::string Squeezed(std::string_view text);
// ASCII letters in lower case.
std::string Lower(std::string_view text);
// Lower case, words joined by "_".
std::string SnakeCase(std::string_view text);
std::vector<std::string> SplitBlank(std::string_view text);
std::vector<std::string> Split(std::string_view text, std::string_view separator);
std::string Joined(const std::vector<std::string>& parts, std::string_view separator);
// ‘ ’ “ ” become ' and ", as pyxform takes them.
std::string StraightQuotes(std::string_view text);
// Any of yes, Yes, YES, true, True, TRUE, true() and their opposites.
std::optional<bool> YesNo(std::string_view text);
// A name for a question, group or choice file column: letter or "_", then letters, digits, "_",
// "-", ".".
bool IsName(std::string_view text);
// The whole text as a finite number; nullopt otherwise.
std::optional<double> NumberOf(std::string_view text);
// Number of single-letter insertions, deletions and replacements between the two.
std::size_t EditDistance(std::string_view a, std::string_view b);

}  // namespace pingshen::forms::xlsform
