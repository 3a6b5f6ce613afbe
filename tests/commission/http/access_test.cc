#include "commission/http/access.h"

#include <gtest/gtest.h>

#include <map>

namespace pingshen::commission {
namespace {

HttpRequest From(std::string remote, std::map<std::string, std::string> headers) {
  HttpRequest request;
  request.remote_address = std::move(remote);
  request.header = [headers = std::move(headers)](const std::string& name) {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
  };
  return request;
}

TEST(Access, WithoutPasswordOnlyTheMachineItself) {
  const Access access(std::nullopt);
  EXPECT_TRUE(access.Check(From("127.0.0.1", {{"Host", "127.0.0.1:8080"}})));
  EXPECT_TRUE(access.Check(From("127.0.0.1", {{"Host", "localhost"}})));
  EXPECT_TRUE(access.Check(From("::1", {{"Host", "[::1]:8080"}})));
  EXPECT_FALSE(access.Check(From("192.168.1.7", {{"Host", "localhost"}})));
  EXPECT_FALSE(access.Check(From("127.0.0.1", {{"Host", "evil.example:8080"}})))
      << "a name that points here";
  EXPECT_FALSE(access.Check(From("127.0.0.1", {})));
}

TEST(Access, WithPasswordWhoeverHasIt) {
  const Access access("geheim:1");
  const auto with = [&](const std::string& value) {
    return access.Check(From("192.168.1.7", {{"Host", "desk"}, {"Authorization", value}}))
        .has_value();
  };
  EXPECT_TRUE(with("Basic ZGVzazpnZWhlaW06MQ=="));  // printf 'desk:geheim:1' | base64
  EXPECT_FALSE(with("Basic ZGVzazpnZWhlaW0="));     // desk:geheim
  EXPECT_FALSE(with("Basic !"));
  EXPECT_FALSE(with("Bearer ZGVzazpnZWhlaW06MQ=="));
  EXPECT_FALSE(with(""));
  EXPECT_FALSE(access.Check(From("127.0.0.1", {{"Host", "localhost"}}))) << "also locally";
  EXPECT_EQ(access.Refusal({ErrorCode::ERR_DESK_FORBIDDEN, ""}).status, 401);
  EXPECT_EQ(Access(std::nullopt).Refusal({ErrorCode::ERR_DESK_FORBIDDEN, ""}).status, 403);
}

}  // namespace
}  // namespace pingshen::commission
