// Any text: parsing, printing, compiling and evaluating it neither crash nor hang, and what is
// printed parses to what is printed.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "tests/core/expression/test_world.h"

using namespace pingshen::expression;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto syntax = Parse(text);
  if (!syntax) return 0;
  const std::string printed = Print(syntax->root());
  const auto again = Parse(printed);
  if (!again || Print(again->root()) != printed) {
    std::fprintf(stderr, "not stable: %s\n", printed.c_str());
    std::abort();
  }
  TestAnswers answers;
  answers.Set("a", "3").Set("b", "").SetAll("r", {"1", "x", "2026-11-24"});
  Evaluated(text, answers, "4");
  return 0;
}
