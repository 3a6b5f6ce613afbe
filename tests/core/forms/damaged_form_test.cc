// Each way to damage the sample form is refused with its own code, at the place of the damage.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <iostream>
#include <random>
#include <string>
#include <string_view>

#include "core/base/utf8.h"
#include "core/forms/loader.h"
#include "tests/core/forms/sample_form.h"

namespace pingshen::forms {
namespace {

using enum ErrorCode;

// The place where the error must be is marked with ▲ in `to`, or it is where `at` stands.
struct Damage {
  std::string_view from;
  std::string_view to;
  ErrorCode code;
  std::string_view at = {};
};

constexpr std::string_view kMark = "▲";

// `text` without the mark, and "line 3, column 14: " of it.
std::pair<std::string, std::string> WithoutMark(std::string text) {
  const std::size_t at = text.find(kMark);
  if (at == std::string::npos) return {std::move(text), ""};
  std::size_t line = 1;
  std::size_t line_start = 0;
  for (std::size_t i = 0; i < at; ++i) {
    if (text[i] != '\n') continue;
    ++line;
    line_start = i + 1;
  }
  const std::size_t column =
      CodePointCount(std::string_view(text).substr(line_start, at - line_start)) + 1;
  text.erase(at, kMark.size());
  return {std::move(text),
          "line " + std::to_string(line) + ", column " + std::to_string(column) + ": "};
}

std::string ReplacedOnce(std::string_view from, std::string_view to) {
  std::string text(kSampleForm);
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  if (at != std::string::npos) text.replace(at, from.size(), to);
  return text;
}

class DamagedForm : public ::testing::TestWithParam<Damage> {};

TEST_P(DamagedForm, IsRefusedAtItsPlace) {
  std::string marked = ReplacedOnce(GetParam().from, GetParam().to);
  if (!GetParam().at.empty()) marked.insert(marked.find(GetParam().at), kMark);
  const auto [text, where] = WithoutMark(std::move(marked));
  ASSERT_FALSE(where.empty());
  const auto loaded = Load(text);
  ASSERT_FALSE(loaded);
  EXPECT_EQ(CodeName(loaded.error().code), CodeName(GetParam().code));
  EXPECT_EQ(loaded.error().context.substr(0, where.size()), where) << loaded.error().context;
  // The sentence bears the place in both languages.
  EXPECT_NE(Sentence(loaded.error(), Language::kChinese).find(where), std::string::npos);
  EXPECT_NE(Sentence(loaded.error(), Language::kEnglish).find(where), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(
    Head, DamagedForm,
    ::testing::Values(
        Damage{R"("id": "sample")", R"("id": ▲sample)", ERR_FORM_JSON},
        Damage{R"("id": "sample",)", R"("id": "sample", ▲"id": "b",)", ERR_FORM_JSON},
        Damage{R"("pingshen-form/1")", R"(▲"pingshen-form/2")", ERR_FORM_FORMAT},
        Damage{R"("format": "pingshen-form/1",)", R"(▲"formt": "pingshen-form/1",)",
               ERR_FORM_MEMBER_UNKNOWN},
        Damage{"{\n  \"$schema\": \"form.schema.json\",\n  \"format\": \"pingshen-form/1\",", "▲{",
               ERR_FORM_MEMBER_MISSING},
        Damage{R"("id": "sample")", R"("id": ▲17)", ERR_FORM_TYPE},
        Damage{R"("id": "sample")", R"("id": ▲"a/b")", ERR_FORM_CODE},
        Damage{R"("title": {"zh": "样表", "en": "Sample"})", R"("title": ▲"Sample")",
               ERR_FORM_TYPE},
        Damage{R"({"zh": "样表", "en": "Sample"})", R"(▲{})", ERR_FORM_TEXT},
        Damage{R"({"zh": "样表", "en": "Sample"})", R"({"zh": "样表", "en": ▲""})", ERR_FORM_TEXT},
        Damage{R"({"zh": "样表", "en": "Sample"})", R"({"zh": ▲"  ", "en": "Sample"})",
               ERR_FORM_TEXT},
        Damage{R"({"zh": "样表", "en": "Sample"})", R"({"zh": ▲"样\u0007表", "en": "Sample"})",
               ERR_FORM_TEXT},
        Damage{R"({"zh": "样表", "en": "Sample"})",
               R"({"zh": "样表", "en": "Sample", ▲"fr": "Exemple"})", ERR_FORM_MEMBER_UNKNOWN},
        Damage{R"([{"zh": "村卫生室", "en": "Village clinic"}])", "▲[]", ERR_FORM_VALUE},
        Damage{
            R"("documents": [{"code": "rule",)",
            R"("documents": [{"code": "rule", "title": {"zh": "文", "en": "T"}}, {"code": ▲"rule",)",
            ERR_FORM_CODE_DUPLICATE},
        Damage{R"("sources": [{"document": "rule", "clause")",
               R"("sources": [{"document": ▲"rul", "clause")", ERR_FORM_CODE_UNKNOWN},
        Damage{R"("confidence": "two_sources")", R"("confidence": ▲"sure")", ERR_FORM_VALUE}));

INSTANTIATE_TEST_SUITE_P(
    Items, DamagedForm,
    ::testing::Values(
        Damage{R"({"code": "S2")", R"({"code": ▲"S1")", ERR_FORM_CODE_DUPLICATE},
        Damage{R"({"code": "since", "type")", R"({"code": ▲"licence", "type")",
               ERR_FORM_CODE_DUPLICATE},
        Damage{R"({"code": "id", "type")", R"({"code": ▲"area", "type")", ERR_FORM_CODE_DUPLICATE},
        Damage{R"({"code": "since", "type")", R"({"code": ▲"S1", "type")", ERR_FORM_CODE_DUPLICATE},
        Damage{R"("type": "note")", R"("type": ▲"notes")", ERR_FORM_VALUE},
        Damage{R"({"code": "intro", "type": "note",)", R"(▲{"code": "intro",)",
               ERR_FORM_MEMBER_MISSING},
        Damage{R"("type": "note",)", R"("type": "note", ▲"required": true,)",
               ERR_FORM_MEMBER_MISPLACED},
        Damage{R"("type": "date",)", R"("type": "date", ▲"unit": {"zh": "天", "en": "days"},)",
               ERR_FORM_MEMBER_MISPLACED},
        Damage{R"("type": "date",)", R"("type": "date", ▲"points": 5,)", ERR_FORM_MEMBER_MISPLACED},
        Damage{R"("type": "date",)", R"("type": "date", ▲"lable": 5,)", ERR_FORM_MEMBER_UNKNOWN},
        Damage{R"("required": true, "core")", R"("required": ▲17, "core")", ERR_FORM_TYPE},
        Damage{R"("minimum": 0.5)", R"("step": ▲0, "minimum": 0.5)", ERR_FORM_NUMBER},
        Damage{R"("minimum": 0.5)", R"("minimum": ▲1e3)", ERR_FORM_NUMBER},
        Damage{R"("minimum": 0.5)", R"("minimum": ▲2000.5)", ERR_FORM_VALUE},
        Damage{R"("minimum": 1})", R"("minimum": ▲1.5})", ERR_FORM_NUMBER},
        Damage{R"("minimum": 1})", R"("minimum": ▲1000000000000000})", ERR_FORM_NUMBER},
        Damage{R"j("constraint": ". >= count(${name})", )j", "", ERR_FORM_MEMBER_MISSING,
               R"({"code": "staff")"},
        Damage{R"("items": [
        {"code": "rooms")",
               R"("items": ▲[], "sections": [
        {"code": "rooms")",
               ERR_FORM_VALUE},
        Damage{R"("max_instances": 50)", R"("max_instances": ▲1000)", ERR_FORM_NUMBER},
        Damage{R"({"code": "uscc", "type": "credit_code", "label": {"zh": "代码", "en": "Code"}})",
               R"({"code": "S3", ▲"title": {"zh": "空", "en": "Empty"}})", ERR_FORM_MEMBER_UNKNOWN},
        Damage{R"({"code": "S2", "title")",
               R"(▲{"code": "S3", "title": {"zh": "空", "en": "Empty"}}, {"code": "S2", "title")",
               ERR_FORM_MEMBER_MISSING}));

INSTANTIATE_TEST_SUITE_P(
    Points, DamagedForm,
    ::testing::Values(
        Damage{R"("total": 100)", R"("total": ▲99.5)", ERR_FORM_POINTS_SUM},
        Damage{R"("total": 100)", R"("total": ▲0)", ERR_FORM_NUMBER},
        Damage{R"({"at_least": 60, "points": 20}, {"more_than": 40, "points": 7.5}]})",
               R"({"at_least": 60, "points": 20.5}]})", ERR_FORM_POINTS, "20,\n       \"score\""}));

INSTANTIATE_TEST_SUITE_P(
    Score, DamagedForm,
    ::testing::Values(
        Damage{R"("points": 10,
       "options")",
               R"("points": ▲9,
       "options")",
               ERR_FORM_POINTS},
        Damage{R"("points": 10,
       "options")",
               R"("points": ▲0,
       "options")",
               ERR_FORM_POINTS},
        Damage{R"("points": 10,
       "options")",
               R"("points": ▲-1,
       "options")",
               ERR_FORM_NUMBER},
        Damage{R"("core": true, "points": 10,
       "options": [)",
               R"("core": true,
       "options": ▲[)",
               ERR_FORM_POINTS},
        Damage{R"("points": 5,
         "options")",
               R"("points": ▲6,
         "options")",
               ERR_FORM_POINTS},
        Damage{R"({"code": "none", "label")", R"({"code": ▲"valid", "label")",
               ERR_FORM_CODE_DUPLICATE},
        Damage{R"({"code": "none", "label")", R"({"code": ▲"no ne", "label")", ERR_FORM_CODE},
        Damage{R"("core": true, "points": 10,
       "options": [{"code": "valid", "label": {"zh": "有效", "en": "Valid"}, "points": 10}, {"code": "none")",
               R"("core": true, "points": 10, "not_applicable": {"zh": "无此项"},
       "options": ▲[{"code": "valid", "label": {"zh": "有效", "en": "Valid"}, "points": 10}, {"code": "na")",
               ERR_FORM_CODE},
        Damage{
            R"([{"code": "valid", "label": {"zh": "有效", "en": "Valid"}, "points": 10}, {"code": "none", "label": {"zh": "无", "en": "None"}, "points": 0}])",
            R"(▲[])", ERR_FORM_VALUE},
        Damage{R"("score": {"by": "steps", "steps": [{"at_least": 60)",
               R"("score": {"by": ▲"step", "steps": [{"at_least": 60)", ERR_FORM_VALUE},
        Damage{R"({"more_than": 40)", R"({"more_than": ▲60)", ERR_FORM_STEPS},
        Damage{R"({"more_than": 40)", R"({"more_than": ▲61)", ERR_FORM_STEPS},
        Damage{R"({"more_than": 40)", R"({"more_than": 40, ▲"at_least": 30)", ERR_FORM_STEPS},
        Damage{R"({"more_than": 40, )", "▲{", ERR_FORM_MEMBER_MISSING},
        Damage{R"({"at_least": 60, "points": 20})", R"({"at_least": 60, "points": 19})",
               ERR_FORM_POINTS, "20,\n       \"score\""},
        Damage{R"("denominator": "population")", R"("denominator": ▲"popolation")",
               ERR_FORM_CODE_UNKNOWN},
        Damage{R"("denominator": "population")", R"("denominator": ▲"licence")",
               ERR_FORM_CODE_UNKNOWN},
        Damage{R"("denominator": "population")", R"("denominator": ▲"staff")",
               ERR_FORM_CODE_UNKNOWN},
        Damage{R"({"by": "steps", "denominator": "population", "per")", R"(▲{"by": "steps", "per")",
               ERR_FORM_MEMBER_MISSING},
        Damage{R"("child": "registered")", R"("child": ▲"name")", ERR_FORM_INSTANCES},
        Damage{R"("child": "registered")", R"("child": ▲"licence")", ERR_FORM_INSTANCES},
        Damage{R"("codes": ["no"])", R"("codes": [▲"No"])", ERR_FORM_CODE_UNKNOWN},
        Damage{R"("codes": ["no"])", R"("codes": ["no", ▲"no"])", ERR_FORM_CODE_DUPLICATE},
        Damage{R"("points_off": 10)", R"("points_off": ▲21)", ERR_FORM_INSTANCES},
        Damage{R"("points_off": 10)", R"("points_off": ▲0)", ERR_FORM_INSTANCES},
        Damage{R"("min_instances": 1)", R"("min_instances": ▲51)", ERR_FORM_INSTANCES},
        Damage{R"("en": "No contract"}, "points": 10)", R"("en": "No contract"}, "points": ▲0)",
               ERR_FORM_DEDUCTION},
        Damage{
            R"("deductions": [)",
            R"("deductions": ▲[ {"code": "x", "label": {"zh": "多", "en": "Many"}, "points": 20.5},)",
            ERR_FORM_DEDUCTION},
        Damage{R"("cap": 5)", R"("cap": ▲0.4)", ERR_FORM_DEDUCTION},
        Damage{R"("max_count": 20, "cap": 5)", R"("cap": ▲5)", ERR_FORM_DEDUCTION},
        Damage{R"("max_count": 20)", R"("max_count": ▲0)", ERR_FORM_NUMBER},
        Damage{R"({"code": "gaps")", R"({"code": ▲"contract")", ERR_FORM_CODE_DUPLICATE},
        Damage{R"({"code": "gaps")", R"({"code": ▲"note")", ERR_FORM_CODE},
        Damage{
            R"({"code": "id", "type": "identity_number",)",
            R"({"code": "id", "type": "yes_no", "sources": [{"document": "rule", "confidence": "one_source"}], ▲"points": 5,)",
            ERR_FORM_POINTS}));

INSTANTIATE_TEST_SUITE_P(
    Sources, DamagedForm,
    ::testing::Values(
        Damage{
            R"({"code": "named", "type": "yes_no", "label": {"zh": "名称", "en": "Name"}, "not_applicable": {"zh": "经同意", "en": "By consent"}, "points": 5,
       "sources": [{"document": "rule", "confidence": "our_reading"}]})",
            R"(▲{"code": "named", "type": "yes_no", "label": {"zh": "名称", "en": "Name"}, "points": 5})",
            ERR_FORM_SOURCE_MISSING},
        Damage{
            R"({"code": "V1", "label": {"zh": "面积", "en": "Area"}, "when": "${area} <= 40", "sources": [{"document": "rule", "confidence": "one_source"}]})",
            R"(▲{"code": "V1", "label": {"zh": "面积", "en": "Area"}, "when": "${area} <= 40"})",
            ERR_FORM_SOURCE_MISSING},
        Damage{
            R"({"code": "good", "label": {"zh": "甲级", "en": "A"}, "at_least": 90, "tone": "good", "sources": [{"document": "rule", "confidence": "one_source"}]})",
            R"(▲{"code": "good", "label": {"zh": "甲级", "en": "A"}, "at_least": 90, "tone": "good"})",
            ERR_FORM_SOURCE_MISSING},
        Damage{R"("sources": [{"document": "rule", "confidence": "our_reading"}])",
               R"("sources": ▲[])", ERR_FORM_VALUE}));

INSTANTIATE_TEST_SUITE_P(
    Scheme, DamagedForm,
    ::testing::Values(
        Damage{R"("kind": "points")", R"("kind": ▲"grades")", ERR_FORM_VALUE},
        Damage{R"("veto_band": "fail")", R"("veto_band": ▲"failed")", ERR_FORM_CODE_UNKNOWN},
        Damage{R"({"kind": "points", "total": 100,
    "vetoes")",
               R"({"kind": "points", "total": 100, ▲"veto": [],
    "vetoes")",
               ERR_FORM_MEMBER_UNKNOWN},
        Damage{R"({"code": "V2")", R"({"code": ▲"V1")", ERR_FORM_CODE_DUPLICATE},
        Damage{R"({"code": "pass")", R"({"code": ▲"good")", ERR_FORM_CODE_DUPLICATE},
        Damage{R"("at_least": 70, "below": 90)", R"("at_least": ▲90, "below": 90)", ERR_FORM_BANDS},
        Damage{R"("tone": "bad")", R"("tone": ▲"awful")", ERR_FORM_VALUE}));

INSTANTIATE_TEST_SUITE_P(
    Expressions, DamagedForm,
    ::testing::Values(
        Damage{R"("${licence} = 'valid'")", R"("▲${license} = 'valid'")", ERR_FORM_CODE_UNKNOWN},
        Damage{R"("${licence} = 'valid'")", R"("1 = 1 and ▲${intro} = 'valid'")",
               ERR_FORM_CODE_UNKNOWN},
        Damage{R"("${licence} = 'valid'")", R"(▲"${licence} = 'valdi'")", ERR_FORM_CODE_UNKNOWN},
        Damage{R"j("${licence} = 'valid'")j", R"j(▲"selected(${rooms}, 'c')")j",
               ERR_FORM_CODE_UNKNOWN},
        Damage{R"("${licence} = 'valid'")", R"("${licence} = ▲'valid")", ERR_FORM_EXPRESSION},
        Damage{R"("${licence} = 'valid'")", R"("${licence} = ▲valid")", ERR_FORM_EXPRESSION},
        Damage{R"j("${licence} = 'valid'")j", R"j("'\u4e2d\n\"\\' = ▲nosuch(1)")j",
               ERR_FORM_EXPRESSION},
        Damage{R"j("${licence} = 'valid'")j", R"j("'\ud83d\ude00中' = ▲nosuch(1)")j",
               ERR_FORM_EXPRESSION},
        Damage{R"j("${licence} = 'valid'")j", R"j("not(1) and ▲not(1, 2)")j", ERR_FORM_EXPRESSION},
        Damage{R"("${licence} = 'valid'")", R"("▲")", ERR_FORM_EXPRESSION},
        Damage{R"("when": "${area} <= 40")", R"("when": "${area} <= ▲")", ERR_FORM_EXPRESSION},
        Damage{R"("when": "${area} <= 40", )", "", ERR_FORM_MEMBER_MISSING, R"({"code": "V1")"},
        Damage{R"j(". <= today()")j", R"j(". <= ▲toady()")j", ERR_FORM_EXPRESSION}));

INSTANTIATE_TEST_SUITE_P(
    Cycles, DamagedForm,
    ::testing::Values(Damage{R"("${licence} = 'valid'")", R"("▲${since} = ''")", ERR_FORM_CYCLE},
                      // since → area → since
                      Damage{R"j("relevant": "${licence} = 'valid'",
       "constraint": ". <= today()", "constraint_message": {"zh": "不能晚于今天", "en": "Not later than today"}},
      {"code": "area",)j",
                             R"j("relevant": "▲${area} = 1"},
      {"code": "area", "relevant": "${since} = ''",)j",
                             ERR_FORM_CYCLE},
                      // a repeat that is relevant by its own child
                      Damage{R"("type": "repeat",)",
                             R"("type": "repeat", "relevant": "▲${name} = ''",)", ERR_FORM_CYCLE}));

TEST(DamagedForms, ACycleNamesTheWayRound) {
  std::string text = ReplacedOnce(R"("${licence} = 'valid'")", R"("${population} = 1")");
  const std::string_view population = R"("code": "population", "type": "integer",)";
  text.replace(text.find(population), population.size(),
               R"("code": "population", "type": "integer", "relevant": "count(${id}) = 1",)");
  const std::string_view people = R"("type": "repeat",)";
  text.replace(text.find(people), people.size(),
               R"("type": "repeat", "relevant": "${since} = ''",)");
  const auto loaded = Load(text);
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().code, ERR_FORM_CYCLE);
  EXPECT_NE(loaded.error().context.find("since → population → id → people → since"),
            std::string::npos)
      << loaded.error().context;
}

TEST(DamagedForms, LimitsHold) {
  const auto item = [](int number) {
    return R"({"code": "q)" + std::to_string(number) +
           R"(", "type": "text", "label": {"zh": "问", "en": "Question"}})";
  };
  const auto with_items = [&](int count) {
    std::string items;
    for (int i = 0; i < count; ++i) items += (i == 0 ? "" : ",\n") + item(i);
    return ReplacedOnce(R"({"code": "uscc",)", items + R"(, {"code": "uscc",)");
  };
  const auto at_limit = Load(with_items(20'000 - 15));
  EXPECT_TRUE(at_limit) << at_limit.error().context;
  const auto beyond = Load(with_items(20'000 - 14));
  ASSERT_FALSE(beyond);
  EXPECT_EQ(beyond.error().code, ERR_FORM_LIMIT);

  const auto with_depth = [&](int depth) {
    std::string open;
    std::string close;
    for (int i = 0; i < depth; ++i) {
      open += R"({"code": "D)" + std::to_string(i) +
              R"(", "title": {"zh": "节", "en": "Section"}, )" +
              (i + 1 == depth ? R"("items": [)" : R"("sections": [)");
      close += "]}";
    }
    return ReplacedOnce(R"({"code": "S1",)", open + item(0) + close + R"(, {"code": "S1",)");
  };
  EXPECT_TRUE(Load(with_depth(8)));
  EXPECT_EQ(Load(with_depth(9)).error().code, ERR_FORM_LIMIT);

  const auto with_repeats = [&](int depth) {
    std::string open;
    std::string close;
    for (int i = 0; i < depth; ++i) {
      open +=
          R"({"code": "R)" + std::to_string(i) +
          R"(", "type": "repeat", "label": {"zh": "组", "en": "Group"}, "instance_label": {"zh": "个", "en": "One"}, "children": [)";
      close += "]}";
    }
    return ReplacedOnce(R"({"code": "uscc",)", open + item(0) + close + R"(, {"code": "uscc",)");
  };
  EXPECT_TRUE(Load(with_repeats(4)));
  EXPECT_EQ(Load(with_repeats(5)).error().code, ERR_FORM_LIMIT);

  EXPECT_TRUE(Load(ReplacedOnce("样表", std::string(8192, 'x'))));
  EXPECT_EQ(Load(ReplacedOnce("样表", std::string(8193, 'x'))).error().code, ERR_FORM_LIMIT);
  EXPECT_TRUE(Load(ReplacedOnce("\"id\": \"sample\"", "\"id\": \"" + std::string(64, 'x') + "\"")));
  EXPECT_EQ(Load(ReplacedOnce("\"id\": \"sample\"", "\"id\": \"" + std::string(129, 'x') + "\""))
                .error()
                .code,
            ERR_FORM_CODE);
  EXPECT_EQ(
      Load(ReplacedOnce("${licence} = 'valid'", "1 = " + std::string(32'764, '1'))).error().code,
      ERR_FORM_LIMIT);
}

TEST(DamagedForms, PrefixesAreRefused) {
  const std::size_t end = kSampleForm.rfind('}');
  for (std::size_t length = 0; length <= end; length += 11)
    ASSERT_FALSE(Load(kSampleForm.substr(0, length))) << length;
}

// Bytes changed, removed, doubled at random: an answer or an error, never anything else.
TEST(DamagedForms, RandomDamageNeverCrashes) {
  constexpr int kRounds = 1500;
  std::mt19937_64 random(20261122);
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
  constexpr std::string_view kTelling = "{}[]\",:.0123456789eE+-\\u$()'=<> \n\tabcdefx\x00\xff\xe4";
  int loaded_count = 0;
  for (int round = 0; round < kRounds; ++round) {
    std::string text(kSampleForm);
    for (std::size_t changes = 1 + below(3); changes > 0; --changes) {
      const std::size_t at = below(text.size());
      switch (below(4)) {
        case 0:
          text[at] = kTelling[below(kTelling.size())];
          break;
        case 1:
          text.erase(at, 1 + below(20));
          break;
        case 2:
          text.insert(at, 1, kTelling[below(kTelling.size())]);
          break;
        default:
          text.insert(at, text.substr(below(text.size()), below(200)));
          break;
      }
    }
    const auto loaded = Load(text);
    if (loaded) {
      ++loaded_count;
    } else {
      const std::string_view code = CodeName(loaded.error().code);
      EXPECT_TRUE(code.starts_with("ERR_FORM_")) << code;
      EXPECT_TRUE(CheckUtf8(loaded.error().context)) << loaded.error().context;
    }
  }
  // Some damage is harmless (a changed label), most is not.
  EXPECT_GT(loaded_count, 0);
  EXPECT_LT(loaded_count, kRounds / 2);
}

TEST(DamagedForms, AWholeHospitalStandardLoads) {
  // As large as a device must carry: 5,000 items with expressions.
  constexpr int kItems = 5000;
  std::string text =
      R"({"format": "pingshen-form/1", "id": "large", "version": "1", "title": {"zh": "大表", "en": "Large"},
"documents": [{"code": "d", "title": {"zh": "实施细则", "en": "Rules"}}], "sources": [{"document": "d", "confidence": "one_source"}],
"sections": [{"code": "S", "title": {"zh": "章", "en": "Chapter"}, "items": [
)";
  for (int i = 0; i < kItems; ++i) {
    const std::string code = "I" + std::to_string(i);
    if (i > 0) text += ",\n";
    text +=
        R"({"code": ")" + code +
        R"(", "type": "single_choice", "label": {"zh": "医院有院感管理制度并落实，有记录可查。", "en": "The hospital has rules for infection control, carries them out and keeps records."},
 "hint": {"zh": "查阅近一年的记录。", "en": "See the records of one year."}, "required": true, "points": 2,
 "options": [{"code": "full", "label": {"zh": "符合", "en": "Met"}, "points": 2}, {"code": "part", "label": {"zh": "部分符合", "en": "Partly met"}, "points": 1}, {"code": "none", "label": {"zh": "不符合", "en": "Not met"}, "points": 0}],
 "sources": [{"document": "d", "clause": "4.19.1.1", "confidence": "one_source"}])";
    if (i > 0)
      text += R"(, "relevant": "${I)" + std::to_string(i - 1) + R"(} != 'none' or ${I0} = 'full'")";
    text += "}";
  }
  text +=
      R"(]}], "scheme": {"kind": "points", "total": 10000, "bands": [{"code": "all", "label": {"zh": "全", "en": "All"}, "tone": "good", "sources": [{"document": "d", "confidence": "one_source"}]}]}})";
  const auto loaded = Load(text);
  ASSERT_TRUE(loaded) << loaded.error().context;
  EXPECT_EQ((*loaded)->plan->tasks.size(), static_cast<std::size_t>(kItems - 1));
  EXPECT_NE((*loaded)->FindItem("I4999"), nullptr);
}

}  // namespace
}  // namespace pingshen::forms
