// The line protocol of `pingshen expr`: values by type, node-sets by their places, errors by code.
#include "commission/command/expr_command.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

namespace pingshen::commission {
namespace {

struct Outcome {
  int code = 0;
  std::string out;
  std::string err;
};

Outcome Expr(const std::string& lines, std::vector<std::string> words = {}) {
  std::istringstream in(lines);
  std::ostringstream out;
  std::ostringstream err;
  const int code = RunExpr(words, in, {out, err});
  return {code, out.str(), err.str()};
}

// Of a request with this expression and further members.
std::string Answer(std::string_view expr, std::string_view type, std::string_view more = {}) {
  const Outcome run = Expr(R"({"id":"1","expr":")" + std::string(expr) + R"(","type":")" +
                           std::string(type) + "\"" + std::string(more) + "}\n");
  EXPECT_EQ(run.code, kExitGood) << run.err;
  return run.out;
}

TEST(ExprCommand, AValueOfTheTypeAskedFor) {
  EXPECT_EQ(Answer("1 + 1", "number"), "{\"id\":\"1\",\"value\":2}\n");
  EXPECT_EQ(Answer("1 + 1", "string"), "{\"id\":\"1\",\"value\":\"2\"}\n");
  EXPECT_EQ(Answer("1 + 1", "boolean"), "{\"id\":\"1\",\"value\":true}\n");
  EXPECT_EQ(Answer("1 div 0", "number"), "{\"id\":\"1\",\"value\":\"Infinity\"}\n");
  EXPECT_EQ(Answer("number('x')", "number"), "{\"id\":\"1\",\"value\":\"NaN\"}\n");
  EXPECT_EQ(Answer("'评审'", "string-length"), "{\"id\":\"1\",\"value\":2}\n");
}

TEST(ExprCommand, NodesByTheirPlaceInTheDocument) {
  const std::string doc = R"(,"doc":"<a><b k='v'>x</b>t<b>y</b></a>")";
  EXPECT_EQ(Answer("/a/b", "nodeset", doc),
            "{\"id\":\"1\",\"value\":[{\"index_path\":[0,0]},{\"index_path\":[0,2]}]}\n");
  EXPECT_EQ(Answer("//@k", "nodeset", doc),
            "{\"id\":\"1\",\"value\":[{\"index_path\":[0,0],\"attr\":\"k\"}]}\n");
  EXPECT_EQ(Answer("/a/b", "nodeset-count", doc), "{\"id\":\"1\",\"value\":2}\n");
  EXPECT_EQ(Answer("/a/b", "nodeset-text", doc), "{\"id\":\"1\",\"value\":\"xy\"}\n");
  EXPECT_EQ(Answer("/a/b", "nodeset-first", doc),
            "{\"id\":\"1\",\"value\":[{\"index_path\":[0,0]}]}\n");
  EXPECT_EQ(Answer("/a/none", "nodeset", doc), "{\"id\":\"1\",\"value\":[]}\n");
}

TEST(ExprCommand, ContextRootZoneNamespacesAndLanguage) {
  EXPECT_EQ(Answer("string(.)", "string",
                   R"(,"doc":"<a><b>x</b><b>y</b></a>","context":{"index_path":[0,1]})"),
            "{\"id\":\"1\",\"value\":\"y\"}\n");
  EXPECT_EQ(
      Answer("/b", "string", R"(,"doc":"<a><i><b>in</b></i></a>","root":{"index_path":[0,0]})"),
      "{\"id\":\"1\",\"value\":\"in\"}\n");
  EXPECT_EQ(Answer("decimal-time('12:00:00.000')", "number", R"(,"tz":"Asia/Shanghai")"),
            "{\"id\":\"1\",\"value\":0.5}\n");
  EXPECT_EQ(Answer("string(date('2026-11-24T20:00:00Z'))", "string", R"(,"tz":"Asia/Shanghai")"),
            "{\"id\":\"1\",\"value\":\"2026-11-25T04:00:00.000+08:00\"}\n");
  EXPECT_EQ(Answer("count(//p:b)", "number",
                   R"(,"doc":"<a xmlns:q='urn:x'><q:b/></a>","namespaces":{"p":"urn:x"})"),
            "{\"id\":\"1\",\"value\":1}\n");
  const std::string texts =
      R"(,"doc":"<a><translation lang='zh' default=''><text id='t'><value>是</value></text></translation>)"
      R"(<translation lang='en'><text id='t'><value>yes</value></text></translation></a>")";
  EXPECT_EQ(Answer("jr:itext('t')", "string", texts + R"(,"language":"en")"),
            "{\"id\":\"1\",\"value\":\"yes\"}\n");
  EXPECT_EQ(Answer("jr:itext('t')", "string", texts), "{\"id\":\"1\",\"value\":\"是\"}\n");
}

TEST(ExprCommand, WhatCannotBeEvaluatedIsAnErrorOfItsLine) {
  const Outcome run = Expr(
      "{\"id\":\"a\",\"expr\":\"1 +\",\"type\":\"number\"}\n\n"
      "{\"id\":\"b\",\"expr\":\"none()\",\"type\":\"number\"}\n"
      "{\"id\":\"c\",\"expr\":\"1\",\"type\":\"number\",\"doc\":\"<a>\"}\n"
      "{\"id\":\"d\",\"expr\":\"1\",\"type\":\"number\",\"tz\":\"Nowhere/At_all\"}\n"
      "{\"id\":\"e\",\"expr\":\"2\",\"type\":\"number\"}\n",
      {"--lang", "en"});
  EXPECT_EQ(run.code, kExitGood);
  std::istringstream lines(run.out);
  std::vector<std::string> all;
  for (std::string line; std::getline(lines, line);) all.push_back(line);
  ASSERT_EQ(all.size(), 5u) << run.out;
  EXPECT_TRUE(all[0].starts_with(R"({"id":"a","error":"ERR_EXPRESSION)")) << all[0];
  EXPECT_TRUE(all[1].contains("none")) << all[1];
  EXPECT_TRUE(all[2].starts_with(R"({"id":"c","error":"ERR_XML: )")) << all[2];
  EXPECT_TRUE(all[3].contains("Nowhere/At_all")) << all[3];
  EXPECT_EQ(all[4], R"({"id":"e","value":2})");
}

TEST(ExprCommand, ALineThatIsNoRequestEndsTheRun) {
  const Outcome run = Expr("{\"id\":\"a\",\"expr\":\"1\",\"type\":\"number\"}\nno json\n");
  EXPECT_EQ(run.code, kExitRefused);
  EXPECT_EQ(run.out, "{\"id\":\"a\",\"value\":1}\n");
  EXPECT_TRUE(run.err.contains("ERR_JSON")) << run.err;
  EXPECT_NE(Expr("", {"file"}).code, kExitGood);
}

}  // namespace
}  // namespace pingshen::commission
