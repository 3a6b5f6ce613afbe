#include "core/bundle/dsse.h"

#include <gtest/gtest.h>

namespace pingshen::bundle {
namespace {

TEST(Dsse, EncodesBeforeSigningAsTheSpecificationSays) {
  // The worked example of the DSSE protocol, version 1.0.2.
  EXPECT_EQ(PreAuthEncoding("http://example.com/HelloWorld", "hello world"),
            "DSSEv1 29 http://example.com/HelloWorld 11 hello world");
  EXPECT_EQ(PreAuthEncoding("", ""), "DSSEv1 0  0 ");
  EXPECT_EQ(PreAuthEncoding("类型", "载荷"), "DSSEv1 6 类型 6 载荷");  // bytes, not characters
}

const Envelope kEnvelope{"http://example.com/HelloWorld", "hello world", "66301bbf",
                         Bytes{1, 2, 3, 4}};
constexpr std::string_view kJson =
    R"({"payloadType":"http://example.com/HelloWorld","payload":"aGVsbG8gd29ybGQ=",)"
    R"("signatures":[{"keyid":"66301bbf","sig":"AQIDBA=="}]})";

TEST(Dsse, WritesTheEnvelope) { EXPECT_EQ(EncodeEnvelope(kEnvelope), kJson); }

TEST(Dsse, ReadsTheEnvelope) {
  const auto envelope = DecodeEnvelope(kJson);
  ASSERT_TRUE(envelope);
  EXPECT_EQ(envelope->payload_type, kEnvelope.payload_type);
  EXPECT_EQ(envelope->payload, kEnvelope.payload);
  EXPECT_EQ(envelope->key_id, kEnvelope.key_id);
  EXPECT_EQ(envelope->signature, kEnvelope.signature);
}

TEST(Dsse, RefusesEveryOtherSpelling) {
  for (
      const std::string_view json : {
          R"()",
          R"({})",
          R"([])",
          R"(null)",
          // Blanks, order, escapes.
          R"({"payloadType":"t","payload":"","signatures":[{"keyid":"k","sig":""}]} )",
          R"({"payloadType": "t","payload":"","signatures":[{"keyid":"k","sig":""}]})",
          R"({"payload":"","payloadType":"t","signatures":[{"keyid":"k","sig":""}]})",
          R"({"payloadType":"t","payload":"","signatures":[{"sig":"","keyid":"k"}]})",
          R"({"payloadType":"\u0074","payload":"","signatures":[{"keyid":"k","sig":""}]})",
          R"({"payloadType":"a\/b","payload":"","signatures":[{"keyid":"k","sig":""}]})",
          // Members missing, more, of another kind.
          R"({"payloadType":"t","signatures":[{"keyid":"k","sig":""}]})",
          R"({"payloadType":"t","payload":"","signatures":[{"sig":""}]})",
          R"({"payloadType":"t","payload":"","signatures":[{"keyid":"k","sig":""}],"x":1})",
          R"({"payloadType":"t","payload":"","signatures":[{"keyid":"k","sig":"","x":1}]})",
          R"({"payloadType":"t","payload":null,"signatures":[{"keyid":"k","sig":""}]})",
          R"({"payloadType":"t","payload":"","signatures":{"keyid":"k","sig":""}})",
          // Another number of signatures than one.
          R"({"payloadType":"t","payload":"","signatures":[]})",
          R"({"payloadType":"t","payload":"","signatures":[{"keyid":"k","sig":""},{"keyid":"k","sig":""}]})",
          // Base64: no padding, bits left over, the URL alphabet, blanks.
          R"({"payloadType":"t","payload":"AQ","signatures":[{"keyid":"k","sig":""}]})",
          R"({"payloadType":"t","payload":"AR==","signatures":[{"keyid":"k","sig":""}]})",
          R"({"payloadType":"t","payload":"-_-_","signatures":[{"keyid":"k","sig":""}]})",
          R"({"payloadType":"t","payload":"AQ ==","signatures":[{"keyid":"k","sig":""}]})",
          R"({"payloadType":"t","payload":"","signatures":[{"keyid":"k","sig":"AR=="}]})",
      }) {
    const auto envelope = DecodeEnvelope(json);
    ASSERT_FALSE(envelope) << json;
    EXPECT_EQ(envelope.error().code, ErrorCode::ERR_BUNDLE_ENVELOPE) << json;
  }
  // The pattern itself is right.
  EXPECT_TRUE(
      DecodeEnvelope(R"({"payloadType":"t","payload":"","signatures":[{"keyid":"k","sig":""}]})"));
}

}  // namespace
}  // namespace pingshen::bundle
