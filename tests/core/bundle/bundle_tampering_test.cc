// Every byte of a small real bundle changed in turn, every cut, every appended byte: all refused,
// with the right code.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "core/bundle/bundle.h"
#include "core/bundle/entry_names.h"
#include "core/ports/memory_random.h"
#include "tests/core/bundle/sample_bundle.h"

namespace pingshen::bundle {
namespace {

std::string CodeOfTampered(ByteView file) {
  const auto payload = Verify(file, {});
  return payload ? std::string() : std::string(CodeName(payload.error().code));
}

// Two signatures of both algorithms.
Bytes CountersignedBundle() {
  ports::SeededRandom random(1);
  Signer leader = SampleSigner();
  leader.role = "team_leader";
  return Countersign(SampleBundle(), SampleSm2Key(), leader, random).value().file;
}

constexpr unsigned kPatterns[] = {0x01, 0x80, 0xFF};

TEST(EveryByteOfTheFile, IsGuardedByTheContainer) {
  const Bytes good = CountersignedBundle();
  ASSERT_EQ(CodeOfTampered(good), "");
  // Where the entries' bytes lie.
  std::vector<bool> is_content(good.size(), false);
  const auto entries = archive::ReadStoredZip(good, good.size());
  ASSERT_TRUE(entries);
  for (const archive::EntryView& entry : *entries) {
    const auto begin = static_cast<std::size_t>(entry.bytes.data() - good.data());
    std::fill_n(is_content.begin() + static_cast<std::ptrdiff_t>(begin), entry.bytes.size(), true);
  }
  Bytes file = good;
  for (const unsigned pattern : kPatterns) {
    for (std::size_t at = 0; at < good.size(); ++at) {
      file[at] = static_cast<std::uint8_t>(good[at] ^ pattern);
      const std::string code = CodeOfTampered(file);
      if (is_content[at]) {
        EXPECT_EQ(code, "ERR_BUNDLE_ZIP_CRC") << at << " ^ " << pattern;
      } else {
        EXPECT_TRUE(code.starts_with("ERR_BUNDLE_ZIP_") && code != "ERR_BUNDLE_ZIP_CRC")
            << at << " ^ " << pattern << ": " << code;
      }
      file[at] = good[at];
    }
  }
}

// An attacker repairs the container around the changed byte: then digests and signatures must
// refuse it.
TEST(EveryByteOfEveryEntry, IsGuardedByDigestsAndSignatures) {
  const Bytes good = CountersignedBundle();
  const std::set<std::string> envelope_codes = {"ERR_BUNDLE_ENVELOPE",  "ERR_BUNDLE_PAYLOAD_TYPE",
                                                "ERR_BUNDLE_STATEMENT", "ERR_BUNDLE_KEY",
                                                "ERR_BUNDLE_KEY_ID",    "ERR_BUNDLE_SIGNATURE"};
  std::map<std::string, int> seen;
  std::vector<archive::Entry> entries = EntriesOf(good);
  for (archive::Entry& entry : entries) {
    const bool is_signature = entry.name.starts_with(kSignatureFolder);
    const std::string expected = entry.name == kMimetypeName   ? "ERR_BUNDLE_MIMETYPE"
                                 : entry.name == kManifestName ? "ERR_BUNDLE_MANIFEST_DIGEST"
                                                               : "ERR_BUNDLE_HASH";
    for (const unsigned pattern : kPatterns) {
      for (std::uint8_t& byte : entry.bytes) {
        byte = static_cast<std::uint8_t>(byte ^ pattern);
        const std::string code = CodeOfTampered(archive::WriteStoredZip(entries));
        byte = static_cast<std::uint8_t>(byte ^ pattern);
        ++seen[code];
        if (is_signature) {
          EXPECT_TRUE(envelope_codes.contains(code)) << entry.name << ": " << code;
        } else {
          EXPECT_EQ(code, expected) << entry.name;
        }
      }
    }
  }
  // The test reached every one of them.
  for (const std::string& code : envelope_codes) EXPECT_GT(seen[code], 0) << code;
  EXPECT_EQ(CodeOfTampered(archive::WriteStoredZip(entries)), "");
}

TEST(EveryRegionOfAnEnvelope, HasItsCode) {
  const Bytes good = SampleBundle();
  std::vector<archive::Entry> entries = EntriesOf(good);
  Bytes& envelope = entries.back().bytes;
  const std::string json(AsText(envelope));
  const auto codes_between = [&](std::size_t begin, std::size_t end) {
    std::set<std::string> codes;
    for (std::size_t at = begin; at < end; ++at) {
      envelope[at] ^= 0x01;
      codes.insert(CodeOfTampered(archive::WriteStoredZip(entries)));
      envelope[at] ^= 0x01;
    }
    return codes;
  };
  const auto value_of = [&](std::string_view key) {
    const std::size_t begin = json.find(key) + key.size();
    return std::pair{begin, json.find('"', begin)};
  };
  const auto [type_begin, type_end] = value_of("\"payloadType\":\"");
  for (const std::string& code : codes_between(type_begin, type_end))
    EXPECT_EQ(code, "ERR_BUNDLE_PAYLOAD_TYPE");
  const auto [id_begin, id_end] = value_of("\"keyid\":\"");
  for (const std::string& code : codes_between(id_begin, id_end))
    EXPECT_EQ(code, "ERR_BUNDLE_KEY_ID");
  const auto [sig_begin, sig_end] = value_of("\"sig\":\"");
  for (const std::string& code : codes_between(sig_begin, sig_end)) {
    EXPECT_TRUE(code == "ERR_BUNDLE_SIGNATURE" || code == "ERR_BUNDLE_ENVELOPE") << code;
  }
  EXPECT_EQ(codes_between(0, type_begin), std::set<std::string>{"ERR_BUNDLE_ENVELOPE"});
}

TEST(EveryCut, IsRefused) {
  const Bytes good = SampleBundle();
  for (std::size_t length = 0; length < good.size(); ++length) {
    EXPECT_EQ(CodeOfTampered(ByteView(good).first(length)),
              length < 4 ? "ERR_BUNDLE_ZIP_START" : "ERR_BUNDLE_ZIP_END");
  }
}

TEST(AppendedBytes, AreRefused) {
  const Bytes good = SampleBundle();
  for (const std::size_t count : {1u, 2u, 22u, 1000u}) {
    Bytes file = good;
    file.resize(file.size() + count);
    EXPECT_EQ(CodeOfTampered(file), "ERR_BUNDLE_ZIP_END") << count;
  }
  Bytes twice = good;
  twice.insert(twice.end(), good.begin(), good.end());
  EXPECT_EQ(CodeOfTampered(twice), "ERR_BUNDLE_ZIP_DIRECTORY");
}

TEST(PrependedBytes, AreRefused) {
  Bytes file = SampleBundle();
  file.insert(file.begin(), 0);
  EXPECT_EQ(CodeOfTampered(file), "ERR_BUNDLE_ZIP_START");
}

// Any one entry left out, doubled under a free name, or exchanged with any other.
TEST(EntriesMovedAround, AreRefused) {
  const Bytes good = CountersignedBundle();
  const std::size_t count = EntriesOf(good).size();
  for (std::size_t i = 0; i < count; ++i) {
    const std::string without = CodeOfTampered(
        Changed(good, [&](auto& e) { e.erase(e.begin() + static_cast<std::ptrdiff_t>(i)); }));
    // The last signature is an addition: without it the bundle is the one before.
    EXPECT_EQ(without.empty(), i + 1 == count) << i;
    for (std::size_t j = i + 1; j < count; ++j) {
      EXPECT_NE(CodeOfTampered(Changed(good, [&](auto& e) { std::swap(e[i], e[j]); })), "")
          << i << " " << j;
      EXPECT_EQ(CodeOfTampered(Changed(good, [&](auto& e) { std::swap(e[i].bytes, e[j].bytes); }))
                    .empty(),
                i + 2 == count && j + 1 == count)  // signatures 1 and 2 may stand in either order
          << i << " " << j;
    }
  }
}

}  // namespace
}  // namespace pingshen::bundle
