#include "commission/http/http_range.h"

#include <gtest/gtest.h>

#include <string>

namespace pingshen::commission {
namespace {

using Kind = RangeChoice::Kind;

// "whole", "none", or "first+length".
std::string Chosen(std::string_view header, std::uint64_t size) {
  const RangeChoice choice = ChooseRange(header, size);
  if (choice.kind == Kind::kWhole) return "whole";
  if (choice.kind == Kind::kUnsatisfiable) return "none";
  return std::to_string(choice.part.first) + "+" + std::to_string(choice.part.length);
}

TEST(HttpRange, PartsOfAFile) {  // the examples of RFC 9110, 14.1.2
  EXPECT_EQ(Chosen("bytes=0-499", 10000), "0+500");
  EXPECT_EQ(Chosen("bytes=500-999", 10000), "500+500");
  EXPECT_EQ(Chosen("bytes=-500", 10000), "9500+500");
  EXPECT_EQ(Chosen("bytes=9500-", 10000), "9500+500");
  EXPECT_EQ(Chosen("bytes=0-0", 10000), "0+1");
  EXPECT_EQ(Chosen("bytes=-1", 10000), "9999+1");
}

TEST(HttpRange, NeverBeyondTheEnd) {
  EXPECT_EQ(Chosen("bytes=0-65535", 34), "0+34");
  EXPECT_EQ(Chosen("bytes=33-34", 34), "33+1");
  EXPECT_EQ(Chosen("bytes=34-", 34), "none");
  EXPECT_EQ(Chosen("bytes=34-99", 34), "none");
  EXPECT_EQ(Chosen("bytes=-99", 34), "0+34");
  EXPECT_EQ(Chosen("bytes=-0", 34), "none");
  EXPECT_EQ(Chosen("bytes=0-18446744073709551615", 34), "0+34");
  EXPECT_EQ(Chosen("bytes=18446744073709551615-", 34), "none");
  EXPECT_EQ(Chosen("bytes=18446744073709551617-", 34), "none");
  EXPECT_EQ(Chosen("bytes=5-99999999999999999999999", 34), "5+29");
  EXPECT_EQ(Chosen("bytes=-99999999999999999999999", 34), "0+34");
  EXPECT_EQ(Chosen("bytes=0-", 0), "none");
  EXPECT_EQ(Chosen("bytes=-1", 0), "none");
}

TEST(HttpRange, WhatIsNoRangeIsIgnored) {
  for (const char* header :
       {"", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=1", "bytes=5-4", "bytes=1-2x",
        "bytes= 1-2", "bytes=+1-2", "bytes=--5", "items=0-1", "BYTES=0-1", "bytes=1-2-3"}) {
    EXPECT_EQ(Chosen(header, 34), "whole") << header;
  }
}

TEST(HttpRange, SeveralPartsAreRefused) {
  EXPECT_EQ(Chosen("bytes=0-3,0-3", 34), "none");
  EXPECT_EQ(Chosen("bytes=0-,0-,0-", 34), "none");
}

}  // namespace
}  // namespace pingshen::commission
