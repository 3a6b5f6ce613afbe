#include "core/model/code.h"

#include <gtest/gtest.h>

#include <string>

namespace pingshen::model {
namespace {

TEST(Code, Shape) {
  for (const char* code : {"a", "VC-01", "no_contract", "1.2.3", "诊室", "a;b"})
    EXPECT_TRUE(IsCode(code)) << code;
  for (const char* code : {"", " ", "a b", "a/b", "a#1", "a:b", "a\tb", "a\nb", "　", "a\u00a0b",
                           "\x7f", "\xFF", "a\u200bb"})
    EXPECT_FALSE(IsCode(code)) << code;
  EXPECT_FALSE(IsCode(std::string_view("a\0b", 3)));
  EXPECT_TRUE(IsCode(std::string(kMaxCodeBytes, 'x')));
  EXPECT_FALSE(IsCode(std::string(kMaxCodeBytes + 1, 'x')));
}

}  // namespace
}  // namespace pingshen::model
