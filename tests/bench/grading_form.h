// The form that engines are measured with: chapters of sections of graded items, counted by section,
// chapter and total; shares and a verdict over all of them. Every fifth item is relevant by the item
// before it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pingshen::bench {

inline constexpr std::string_view kGrades = "ABCDE";  // E: not applicable

struct GradingItem {
  std::string code;
  std::string label;
  std::size_t chapter = 0;
  bool core = false;
  std::ptrdiff_t relevant_by = -1;  // index of the item
};
struct GradingSection {
  std::string code;
  std::string label;
  std::vector<std::size_t> items;
};
struct GradingChapter {
  std::string code;
  std::string label;
  std::vector<GradingSection> sections;
};
struct GradingSpec {
  std::string id;
  std::string title;
  std::vector<GradingChapter> chapters;
  std::vector<GradingItem> items;
};

// 60, 600 or 5000 items.
GradingSpec MakeSpec(std::size_t items);
// From the JSON of the same description; empty when it is none.
GradingSpec SpecOf(std::string_view json);
// The form file.
std::string FormJson(const GradingSpec& spec);

struct GradingResult {
  std::array<int, 5> counts{};
  std::array<double, 3> shares{};  // C or better, B or better, A
  double core_share = 0;           // core items: C or better
  std::string verdict;
  bool operator==(const GradingResult&) const = default;
};
// Counted from nothing but the answers: 0 unanswered, else 'A' … 'E'.
GradingResult Oracle(const GradingSpec& spec, const std::vector<char>& answers);
bool IsRelevant(const GradingSpec& spec, const std::vector<char>& answers, std::size_t item);

}  // namespace pingshen::bench
