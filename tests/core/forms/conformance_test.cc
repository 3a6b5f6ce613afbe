// The literal expressions of three ODK engines' own test suites, with the results that their
// engines agree on.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <limits>
#include <map>
#include <string>
#include <string_view>

#include "core/forms/compiler.h"
#include "core/forms/expression_functions.h"
#include "core/json/json.h"
#include "tests/core/forms/map_scope.h"

namespace pingshen::forms {
namespace {

double NumberIn(const json::Value& value) {
  if (value.text == "NaN") return std::numeric_limits<double>::quiet_NaN();
  if (value.text == "Infinity") return std::numeric_limits<double>::infinity();
  if (value.text == "-Infinity") return -std::numeric_limits<double>::infinity();
  return std::strtod(value.text.c_str(), nullptr);
}

bool SameNumber(double got, double expected, const json::Value& tolerance) {
  if (std::isnan(got) || std::isnan(expected)) return std::isnan(got) && std::isnan(expected);
  if (std::isinf(got) || std::isinf(expected)) return got == expected;
  const std::string& kind = tolerance.Find("kind")->text;
  if (kind == "abs") return std::fabs(got - expected) <= NumberIn(*tolerance.Find("eps"));
  if (kind == "round") {
    const double factor = NumberIn(*tolerance.Find("factor"));
    return std::fabs(std::floor(got * factor + 0.5) / factor - expected) <=
           1e-12 * std::fmax(1, std::fabs(expected));
  }
  return got == expected;
}

// A date literal as a number counts days without a time zone here, in the suites with that of the
// browser.
bool NeedsTimeZone(const json::Value& test) {
  const json::Value* zone = test.Find("tz");
  const std::string& expression = test.Find("expr")->text;
  const bool date_time =
      expression.find("T0") != std::string::npos || expression.find("T1") != std::string::npos;
  const bool fraction = test.Find("expected")->text.find('.') != std::string::npos;
  return date_time || (zone != nullptr && zone->text != "GMT" && fraction);
}

// "" when the result is the expected one.
std::string Difference(const json::Value& test) {
  const std::string& type = test.Find("type")->text;
  const json::Value& expected = *test.Find("expected");
  const auto compiled = Compiler::Compile(test.Find("expr")->text);
  if (type == "throws") return compiled ? "compiles" : "";
  if (!compiled) return compiled.error().what;
  const MapScope scope;
  if (type == "boolean") {
    const bool got = compiled->EvaluateBoolean(scope);
    return got == expected.boolean ? "" : got ? "true" : "false";
  }
  if (type == "number") {
    const double got = compiled->EvaluateNumber(scope);
    return SameNumber(got, NumberIn(expected), *test.Find("tol")) ? "" : std::to_string(got);
  }
  const std::string got = compiled->EvaluateString(scope);
  // The patterns of these cases are plain words: /^first$/.
  const std::string wanted =
      type == "string-matches" ? expected.text.substr(2, expected.text.size() - 4) : expected.text;
  return got == wanted ? "" : "\"" + got + "\"";
}

TEST(Conformance, LiteralExpressions) {
  std::ifstream file(std::string(PINGSHEN_SHARED_DIR) + "/conformance/xpath_dev.json",
                     std::ios::binary);
  if (!file) GTEST_SKIP() << "no further vectors on this machine: conformance/xpath_dev.json";
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  const auto suite = json::Parse(text);
  ASSERT_TRUE(suite) << suite.error().context;

  std::map<std::string, int> skipped;
  int ran = 0;
  for (const json::Value& test : suite->Find("cases")->items) {
    const std::string& tier = test.Find("tier")->text;
    const std::string& type = test.Find("type")->text;
    if (tier != "A" && tier != "B") {
      ++skipped["no agreed result"];
      continue;
    }
    std::string unsupported;
    for (const json::Value& name : test.Find("functions")->items)
      if (FindFunction(name.text) == nullptr) unsupported = name.text + "()";
    if (!unsupported.empty()) {
      ++skipped[unsupported];
      continue;
    }
    if (type.starts_with("nodeset") || test.Find("context") != nullptr) {
      ++skipped["needs a document"];
      continue;
    }
    if (NeedsTimeZone(test)) {
      ++skipped["time zone"];
      continue;
    }
    ++ran;
    const std::string difference = Difference(test);
    EXPECT_EQ(difference, "") << test.Find("id")->text << "  " << test.Find("expr")->text << "  "
                              << type << " expected " << test.Find("expected")->text;
  }
  std::cout << "conformance: " << ran << " cases ran; skipped:";
  for (const auto& [reason, count] : skipped) std::cout << "  " << reason << " " << count;
  std::cout << "\n";
  EXPECT_GT(ran, 500);
}

// Expressions from real forms. What the reference parser refuses must be refused; what is written
// with the functions and references of this language must compile.
TEST(Conformance, ExpressionsOfRealForms) {
  std::ifstream file(std::string(PINGSHEN_SHARED_DIR) + "/conformance/expressions_corpus_dev.json",
                     std::ios::binary);
  if (!file)
    GTEST_SKIP() << "no further vectors on this machine: conformance/expressions_corpus_dev.json";
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  const auto corpus = json::Parse(text);
  ASSERT_TRUE(corpus) << corpus.error().context;

  int compiled_count = 0;
  int refused_count = 0;
  int skipped_count = 0;
  for (const json::Value& each : corpus->Find("expressions")->items) {
    const std::string& expression = each.Find("expr")->text;
    const auto compiled = Compiler::Compile(expression);
    if (!each.Find("parses_in_getodk")->boolean) {
      EXPECT_FALSE(compiled) << expression;
      ++refused_count;
      continue;
    }
    bool supported = each.Find("syntax")->text == "xlsform" &&
                     expression.find_first_of("/[#") == std::string::npos &&
                     expression.find("..") == std::string::npos;
    for (const json::Value& name : each.Find("functions")->items)
      supported = supported && FindFunction(name.text) != nullptr;
    // A bare name is a path, too.
    if (!supported || (!compiled && compiled.error().what.starts_with("unknown name"))) {
      ++skipped_count;
      continue;
    }
    EXPECT_TRUE(compiled) << expression << ": " << compiled.error().what;
    ++compiled_count;
  }
  std::cout << "corpus: " << compiled_count << " compiled, " << refused_count
            << " refused as they must be, " << skipped_count
            << " skipped (paths, functions of the full language)\n";
  EXPECT_GT(compiled_count, 100);
}

}  // namespace
}  // namespace pingshen::forms
