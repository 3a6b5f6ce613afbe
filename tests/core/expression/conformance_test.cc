// The context-free cases that the evaluators of ODK were asked themselves; ../shared/conformance.
#include <gtest/gtest.h>
#include <re2/re2.h>

#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "core/json/json.h"
#include "tests/core/expression/test_world.h"

namespace pingshen::expression {
namespace {

std::string TextOfMember(const json::Value& value, std::string_view name) {
  const json::Value* member = value.Find(name);
  return member == nullptr ? std::string() : member->text;
}

double NumberOfMember(const json::Value& value) {
  if (value.text == "Infinity") return HUGE_VAL;
  if (value.text == "-Infinity") return -HUGE_VAL;
  return value.text == "NaN" ? std::nan("") : std::stod(value.text);
}

bool SameNumber(double got, double wanted, const json::Value& tolerance) {
  if (std::isnan(got) || std::isnan(wanted)) return std::isnan(got) && std::isnan(wanted);
  if (std::isinf(got) || std::isinf(wanted)) return got == wanted;
  const std::string kind = TextOfMember(tolerance, "kind");
  if (kind == "abs") return std::fabs(got - wanted) <= std::stod(TextOfMember(tolerance, "eps"));
  if (kind != "round") return got == wanted;
  const double factor = std::stod(TextOfMember(tolerance, "factor"));
  return std::fabs(std::floor(got * factor + 0.5) / factor - wanted) <=
         1e-12 * std::fmax(1, std::fabs(wanted));
}

bool Agrees(const json::Value& request) {
  TestAnswers answers;
  const std::string type = TextOfMember(request, "type");
  const auto expression =
      Compile(TextOfMember(request, "expr"), answers, {.late_function_errors = true});
  if (!expression) return type == "throws";
  answers.Bind(*expression);
  const std::string zone = TextOfMember(request, "tz");
  TestEnvironment environment(zone == "GMT" ? 0 : -420);
  const Context context{.references = answers, .environment = environment};
  const json::Value& expected = *request.Find("expected");
  if (type == "throws") return !expression->Evaluate(context);
  if (type == "number") {
    const auto number = expression->EvaluateNumber(context);
    return number && SameNumber(*number, NumberOfMember(expected), *request.Find("tol"));
  }
  if (type == "boolean") {
    const auto boolean = expression->EvaluateBoolean(context);
    return boolean && *boolean == expected.boolean;
  }
  const auto text = expression->EvaluateString(context);
  if (!text) return false;
  if (type == "string") return *text == expected.text;
  const std::size_t end = expected.text.rfind('/');
  return RE2::PartialMatch(*text, RE2(expected.text.substr(1, end - 1)));
}

TEST(Conformance, ContextFreeCasesOfTierA) {
  std::ifstream file(std::string(PINGSHEN_SHARED_DIR) + "/conformance/xpath_dev.json");
  if (!file) GTEST_SKIP() << "there are no conformance cases beside this checkout";
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  const auto document = json::Parse(text);
  ASSERT_TRUE(document) << document.error().context;
  int passed = 0;
  for (const json::Value& request : document->Find("cases")->items) {
    // Digests come from the environment; the command line's test has them.
    if (TextOfMember(request, "tier") != "A" || TextOfMember(request, "family") == "digest")
      continue;
    if (Agrees(request))
      ++passed;
    else
      ADD_FAILURE() << TextOfMember(request, "id") << ": " << TextOfMember(request, "expr");
  }
  EXPECT_GT(passed, 800);
}

TEST(Conformance, ParserCorpus) {
  std::ifstream file(std::string(PINGSHEN_SHARED_DIR) + "/conformance/expressions_corpus_dev.json");
  if (!file) GTEST_SKIP() << "there are no conformance cases beside this checkout";
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  const auto document = json::Parse(text);
  ASSERT_TRUE(document) << document.error().context;
  for (const json::Value& entry : document->Find("expressions")->items) {
    const std::string expression = TextOfMember(entry, "expr");
    const auto syntax = Parse(expression);
    EXPECT_EQ(syntax.has_value(), entry.Find("parses_in_getodk")->boolean) << expression;
    if (!syntax) continue;
    const std::string printed = Print(syntax->root());
    const auto again = Parse(printed);
    ASSERT_TRUE(again) << printed;
    EXPECT_EQ(Print(again->root()), printed);
  }
}

}  // namespace
}  // namespace pingshen::expression
