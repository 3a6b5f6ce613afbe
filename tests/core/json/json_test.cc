#include "core/json/json.h"

#include <gtest/gtest.h>

namespace pingshen::json {
namespace {

std::string ErrorOf(std::string_view text, const Limits& limits = {}) {
  const auto result = Parse(text, limits);
  if (result) return "";
  EXPECT_EQ(result.error().code, ErrorCode::ERR_JSON);
  return result.error().context;
}

std::string PlaceOf(const Place& place) {
  return std::to_string(place.line) + ":" + std::to_string(place.column);
}

TEST(JsonParse, EveryValueHasItsPlace) {
  const auto root = Parse(R"({
  "标题": "表 \"一\"",  "n" : -12.50e1,
	"list": [ true,null , {"a":{}} ,[],"x" ]
})");
  ASSERT_TRUE(root.has_value()) << root.error().context;
  EXPECT_EQ(PlaceOf(root->place), "1:1");
  ASSERT_EQ(root->members.size(), 3u);
  EXPECT_EQ(root->members[0].name, "标题");
  EXPECT_EQ(PlaceOf(root->members[0].name_place), "2:3");
  EXPECT_EQ(root->members[0].value.text, "表 \"一\"");
  EXPECT_EQ(PlaceOf(root->members[0].value.place), "2:9");
  EXPECT_EQ(PlaceOf(root->members[1].name_place), "2:21");
  EXPECT_EQ(root->Find("n")->kind, Value::Kind::kNumber);
  EXPECT_EQ(root->Find("n")->text, "-12.50e1");
  EXPECT_EQ(PlaceOf(root->Find("n")->place), "2:27");
  const Value& list = *root->Find("list");
  ASSERT_EQ(list.items.size(), 5u);
  EXPECT_EQ(PlaceOf(list.place), "3:10");
  EXPECT_TRUE(list.items[0].boolean);
  EXPECT_EQ(PlaceOf(list.items[0].place), "3:12");
  EXPECT_EQ(list.items[1].kind, Value::Kind::kNull);
  EXPECT_EQ(PlaceOf(list.items[1].place), "3:17");
  EXPECT_EQ(PlaceOf(list.items[2].place), "3:24");
  EXPECT_EQ(PlaceOf(list.items[2].Find("a")->place), "3:29");
  EXPECT_EQ(PlaceOf(list.items[3].place), "3:34");
  EXPECT_EQ(PlaceOf(list.items[4].place), "3:37");
  EXPECT_EQ(root->Find("absent"), nullptr);
  EXPECT_EQ(list.Find("n"), nullptr);
}

TEST(JsonParse, NumbersKeepTheirText) {
  for (const char* text : {"0", "-0", "-0.0", "1.10", "100000000000000000000000", "1E2", "0.1e-7",
                           "9007199254740993"}) {
    const auto value = Parse(text);
    ASSERT_TRUE(value.has_value()) << text;
    EXPECT_EQ(value->text, text);
    EXPECT_EQ(value->kind, Value::Kind::kNumber);
  }
}

TEST(JsonParse, EscapesAreDecodedAndWalkedOver) {
  const auto value = Parse(R"(["\\","\"]","\u8bc4\ud87a\udf4e","\/\b\f\n\r\t"])");
  ASSERT_TRUE(value.has_value());
  ASSERT_EQ(value->items.size(), 4u);
  EXPECT_EQ(value->items[0].text, "\\");
  EXPECT_EQ(value->items[1].text, "\"]");
  EXPECT_EQ(value->items[2].text, "评𮭎");
  EXPECT_EQ(value->items[3].text, "/\b\f\n\r\t");
  EXPECT_EQ(PlaceOf(value->items[2].place), "1:13");
}

TEST(JsonParse, ErrorsNameLineAndColumn) {
  const std::pair<std::string, std::string> cases[] = {
      {"", "line 1, column 1: "},
      {"{\"a\":1,}", "line 1, column 8: "},
      {"{\n  \"名\": tru\n}", "line 2, column 11: "},
      {"[1 2]", "line 1, column 4: "},
      {"{\"a\":1} x", "line 1, column 9: "},
      {"[01]", "line 1, column 3: "},
      {"[1.]", "line 1, column 4: "},
      {"['a']", "line 1, column 2: "},
      {"[\"a\tb\"]", "line 1, column 4: "},
      {"[1] // comment", "line 1, column 5: "},
      {"[\"\\ud800\"]", "line 1, column 9: "},
      {"{\"a\":1,\n \"a\":2}", "line 2, column 2: duplicate member \"a\""},
      {"{\"a\":{\"b\":1},\"c\":{\"b\":1,\"b\":1}}", "line 1, column 25: duplicate member \"b\""},
      {"\xEF\xBB\xBF{}", "line 1, column 1: byte order mark"},
      {"[\"评\xFF\"]", "line 1, column 4: invalid UTF-8"},
      {"[\"�\xC0\xAF\"]", "line 1, column 4: invalid UTF-8"},
      {"NaN", "line 1, column 1: "},
  };
  for (const auto& [text, prefix] : cases) {
    const std::string error = ErrorOf(text);
    EXPECT_TRUE(error.starts_with(prefix)) << text << " → " << error;
    EXPECT_EQ(error.find("[json"), std::string::npos) << error;
  }
}

// What is special may stand at any place among bytes that are not.
TEST(JsonParse, SpecialBytesAreSeenAtEveryPlace) {
  const struct {
    std::string written;
    std::string read;  // "": refused
  } kCases[] = {
      {"\\n", "\n"}, {"\\\"", "\""}, {"\\u8bc4", "评"}, {"评", "评"}, {"\x1F", ""},
      {"\n", ""},    {" ", " "},     {"!", "!"},        {"[", "["},   {"\x7F", "\x7F"},
  };
  for (const auto& [written, read] : kCases)
    for (std::size_t before = 0; before <= 17; ++before)
      for (const std::size_t behind : {0, 1, 7, 8, 16}) {
        const std::string start(before, 'a');
        const std::string end(behind, 'z');
        const std::string text = "[\"" + start + written + end + "\",1]";
        if (read.empty()) {
          EXPECT_EQ(ErrorOf(text), "line 1, column " + std::to_string(before + 3) +
                                       ": control character in a string");
          continue;
        }
        const auto root = Parse(text);
        ASSERT_TRUE(root) << text << root.error().context;
        EXPECT_EQ(root->items[0].text, start + read + end);
        const std::size_t characters = before + (written == "评" ? 1 : written.size()) + behind;
        EXPECT_EQ(PlaceOf(root->items[1].place), "1:" + std::to_string(characters + 5));
      }
}

TEST(JsonParse, LargeObjectsHaveNoNameTwice) {
  for (const int count : {2, 23, 24, 25, 26, 40}) {
    std::string members;
    for (int i = 0; i < count; ++i)
      members += "\"m" + std::to_string(i) + "\":{\"m0\":[{\"m1\":1}]},";
    EXPECT_EQ(ErrorOf("{" + members + "\"x\":1}"), "");
    for (const int again : {0, 1, count - 1})
      EXPECT_EQ(ErrorOf("{" + members + "\"m" + std::to_string(again) + "\":1}"),
                "line 1, column " + std::to_string(members.size() + 2) + ": duplicate member \"m" +
                    std::to_string(again) + "\"");
    const auto root = Parse("{" + members + "\"x\":1}");
    ASSERT_TRUE(root);
    ASSERT_EQ(root->members.size(), static_cast<std::size_t>(count) + 1);
    for (int i = 0; i < count; ++i) {
      EXPECT_EQ(root->members[i].name, "m" + std::to_string(i));
      EXPECT_EQ(root->members[i].value.Find("m0")->items[0].Find("m1")->text, "1");
    }
  }
}

TEST(JsonParse, LimitsHold) {
  EXPECT_EQ(ErrorOf("[1]", {.max_bytes = 2}), "line 1, column 1: more than 2 bytes");
  EXPECT_EQ(ErrorOf("[[[]]]", {.max_depth = 3}), "");
  EXPECT_EQ(ErrorOf("[[[[]]]]", {.max_depth = 3}), "line 1, column 4: nested too deeply");
  EXPECT_EQ(ErrorOf("[[{\"a\":[]}]]", {.max_depth = 3}), "line 1, column 8: nested too deeply");
  EXPECT_EQ(ErrorOf("[1,2,3]", {.max_values = 4}), "");
  EXPECT_EQ(ErrorOf("[1,2,3]", {.max_values = 3}), "line 1, column 6: too many values");
  EXPECT_NE(ErrorOf(std::string(1 << 20, '[')), "");
}

TEST(JsonParse, EveryPrefixIsRefused) {
  const std::string text = R"({"a":[1,-2.5e3,true,false,null,"x\u00e9\n"],"评":{"b":"c"}})";
  ASSERT_TRUE(Parse(text).has_value());
  for (std::size_t size = 0; size < text.size(); ++size)
    EXPECT_FALSE(Parse(text.substr(0, size)).has_value()) << size;
}

TEST(JsonWriter, CompactInTheOrderOfTheCalls) {
  Writer writer;
  writer.BeginObject()
      .Member("z", "评\"\\\n\x01\x1f/\x7f")
      .Key("a")
      .BeginArray()
      .Integer(-5)
      .Boolean(true)
      .Boolean(false)
      .Null()
      .BeginObject()
      .EndObject()
      .BeginArray()
      .EndArray()
      .EndArray()
      .Key("m")
      .Integer(INT64_MIN)
      .EndObject();
  EXPECT_EQ(writer.Take(),
            "{\"z\":\"评\\\"\\\\\\n\\u0001\\u001f/"
            "\x7f\",\"a\":[-5,true,false,null,{},[]],\"m\":-9223372036854775808}");
  writer.String("again");
  EXPECT_EQ(writer.Take(), "\"again\"");
}

TEST(JsonWriter, EveryStringComesBack) {
  for (int c = 1; c < 0x80; ++c) {
    const std::string text = {'a', static_cast<char>(c), 'b'};
    Writer writer;
    writer.BeginArray().String(text).EndArray();
    const auto value = Parse(writer.Take());
    ASSERT_TRUE(value.has_value()) << c;
    EXPECT_EQ(value->items[0].text, text);
  }
}

}  // namespace
}  // namespace pingshen::json
