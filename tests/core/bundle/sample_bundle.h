// Small real bundles for tests: fixed keys, fixed times, the same bytes every time.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/archive/stored_zip.h"
#include "core/bundle/bundle.h"

namespace pingshen::bundle {

inline constexpr std::int64_t kSampleTimeMs = 1'795'336'200'123;  // 2026-11-22T08:30:00.123Z

Bytes FromHex(std::string_view hex);
Bytes BytesOf(std::string_view text);

// The key of RFC 8032, section 7.1, TEST 1; another one of TEST 2; the SM2 key of GB/T 32918.5,
// annex A.
PrivateKey SampleKey();
PrivateKey OtherKey();
PrivateKey SampleSm2Key();

Signer SampleSigner();
// A village clinic's self-assessment: seven answers of several kinds, a small form, two
// attachments.
Draft SampleDraft();
// Aborts when it cannot be written.
Bytes SampleBundle();

// The entries of a container, for tests that change one and close it again. Aborts when it cannot
// be read.
std::vector<archive::Entry> EntriesOf(ByteView file);
archive::Entry& EntryOf(std::vector<archive::Entry>& entries, std::string_view name);
// The bundle with `change` applied to its entries and a right container around them.
Bytes Changed(ByteView file, const std::function<void(std::vector<archive::Entry>&)>& change);

// An envelope over any payload, rightly signed.
std::string SignedEnvelope(std::string_view payload_type, std::string_view payload,
                           const PrivateKey& key);
// The sample bundle with a manifest made by the caller, rightly signed by the sample key.
Bytes BundleWithManifest(std::string_view manifest_json);
// The manifest's bytes of the sample bundle.
std::string SampleManifest();

}  // namespace pingshen::bundle
