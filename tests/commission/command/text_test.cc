// The small pieces that turn facts into text and back.
#include <gtest/gtest.h>

#include "commission/command/command_line.h"
#include "commission/intake/warnings.h"
#include "commission/system/time_text.h"
#include "core/json/embed_json.h"
#include "core/report/html.h"

namespace pingshen::commission {
namespace {

using report::HtmlWriter;

TEST(Html, EscapesTextAndAttributes) {
  HtmlWriter html;
  html.Element("p", "<script>alert('1') & \"2\"</script>", {{"title", "\"><b>"}, {"class", ""}});
  EXPECT_EQ(html.Take(),
            "<p title=\"&quot;&gt;&lt;b&gt;\">&lt;script&gt;alert(&#39;1&#39;) &amp; "
            "&quot;2&quot;&lt;/script&gt;</p>");
}

TEST(TimeText, LocalTextAndDays) {
  // date -u -d 2026-11-22T16:05:59Z +%s → 1795363559
  EXPECT_EQ(LocalText(1795363559000), "2026-11-23 00:05");
  EXPECT_EQ(LocalText(-1), "");
  // date -u -d 2026-11-22T00:00:00+08:00 +%s → 1795276800
  EXPECT_EQ(ParseDay("2026-11-22").value(), 1795276800000);
  for (const char* bad : {"", "2026-11-31", "2026-1-1", "22.11.2026", "2026-11-22 "}) {
    EXPECT_FALSE(ParseDay(bad)) << bad;
  }
}

TEST(Arguments, ReadsOptionsAndPositionals) {
  const std::vector<std::string> words{"a", "--data", "x", "--json", "--lang=en", "--", "--b"};
  const auto parsed = Arguments::Parse(words, {{"--data"}, {"--json", false}, {"--lang"}});
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->Get("--data"), "x");
  EXPECT_TRUE(parsed->Has("--json"));
  EXPECT_EQ(LanguageOf(*parsed).value(), Language::kEnglish);
  EXPECT_EQ(parsed->positional(), (std::vector<std::string>{"a", "--b"}));
  EXPECT_EQ(parsed->Require("--missing").error().code, ErrorCode::ERR_USAGE);
}

TEST(Arguments, RefusesWhatItDoesNotKnow) {
  for (const auto& words : std::vector<std::vector<std::string>>{{"--unknown"},
                                                                 {"--data"},
                                                                 {"--data", "x", "--data", "y"},
                                                                 {"--json=1"},
                                                                 {"--lang", "fr"}}) {
    const auto parsed = Arguments::Parse(words, {{"--data"}, {"--json", false}, {"--lang"}});
    const bool refused = !parsed || !LanguageOf(*parsed);
    EXPECT_TRUE(refused) << words.front();
  }
}

TEST(Printable, ReplacesWhatCouldForgeTerminalOutput) {
  EXPECT_EQ(Printable("张三\x1b[2J\n"), "张三?[2J?");
  EXPECT_EQ(Printable("a\xe2\x80\xae"
                      "b"),
            "a?b");  // U+202E, right-to-left override
}

TEST(EmbedJson, CopiesEveryKind) {
  constexpr std::string_view kText = R"({"a":[1,-2,"x\"中",true,null,{}],"b":{"c":[]}})";
  json::Writer writer;
  json::EmbedJson(writer, kText);
  EXPECT_EQ(writer.Take(), kText);
}

TEST(Warnings, CarryCodeAndSentences) {
  const std::string json =
      WarningsJson({{WarningCode::kSameAssessment, "3"}, {WarningCode::kClockAhead, "x"}});
  const auto parsed = json::Parse(json);
  ASSERT_TRUE(parsed);
  ASSERT_EQ(parsed->items.size(), 2u);
  EXPECT_EQ(parsed->items[0].Find("code")->text, "WARN_SAME_ASSESSMENT");
  EXPECT_NE(parsed->items[0].Find("sentence_zh")->text.find("受理号：3"), std::string::npos);
  EXPECT_EQ(WarningsJson({}), "[]");
}

}  // namespace
}  // namespace pingshen::commission
