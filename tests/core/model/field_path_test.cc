#include "core/model/field_path.h"

#include <gtest/gtest.h>

#include "core/model/item_type.h"

namespace pingshen::model {
namespace {

TEST(FieldPath, PartsOfThePath) {
  const FieldPath plain = FieldPath::Parse("VC-03").value();
  EXPECT_EQ(plain, FieldPath::Of("VC-03"));
  const FieldPath field = FieldPath::Parse("VC-15:no_contract").value();
  EXPECT_EQ(field, FieldPath::Of("VC-15", "no_contract"));
  const FieldPath nested = FieldPath::Parse("VC-09#2/certs#13/number:note").value();
  ASSERT_EQ(nested.repeats.size(), 2u);
  EXPECT_EQ(nested.repeats[0], (FieldPath::Step{"VC-09", 2}));
  EXPECT_EQ(nested.repeats[1], (FieldPath::Step{"certs", 13}));
  EXPECT_EQ(nested.item, "number");
  EXPECT_EQ(nested.field, kNoteField);
  const FieldPath instance = FieldPath::Parse("VC-09#4294967295").value();
  EXPECT_EQ(instance.item, "");
  EXPECT_EQ(instance.repeats[0].instance, 4294967295u);
}

TEST(FieldPath, TextComesBackUnchanged) {
  for (const char* text : {"VC-03", "VC-15:no_contract", "VC-09#2", "VC-09#2/person_id",
                           "a#1/b#2/c#3/d#4/e:f", "a#1/b#2", "人员#10/证件:备注"})
    EXPECT_EQ(FieldPath::Parse(text).value().ToString(), text);
}

TEST(FieldPath, EverythingElseIsRefused) {
  for (const char* text :
       {"",     "/",      "a/",     "/a",     "a/b",    "a#1//b",         "#1/b",
        "a#/b", "a#0/b",  "a#01/b", "a#-1/b", "a#1x/b", "a#4294967296/b", "a b",
        ":f",   "a:",     "a:b:c",  "a#1:f",  "a#1/",   "a#1#2/b",        "a#1/b#1/c#1/d#1/e#1/f",
        "a\n",  "a#１/b", "\xFF"}) {
    const auto path = FieldPath::Parse(text);
    ASSERT_FALSE(path.has_value()) << text << " became " << path->ToString();
    EXPECT_EQ(path.error().code, ErrorCode::ERR_PATH);
  }
  EXPECT_EQ(FieldPath::Parse("a b").error().context, "a b");
  EXPECT_EQ(FieldPath::Parse("\xFF").error().context, "…") << "a context is shown: it must be text";
  EXPECT_FALSE(FieldPath::Parse(std::string(1 << 20, 'a')).has_value());
}

}  // namespace
}  // namespace pingshen::model
