// Real bundles of the village clinic form, for the desk's tests.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "commission/trust/public_key_file.h"
#include "core/bundle/bundle.h"
#include "core/model/value.h"
#include "core/ports/random.h"

namespace pingshen::commission {

inline constexpr std::int64_t kSignedAtMs = 1'795'276'800'000;  // 2026-11-22 in China

// An assessor with a key of their own.
struct TestSigner {
  bundle::PrivateKey key;
  std::string name;
  std::string organisation;
  PublicKeyFile PublicKey() const;
};
TestSigner MakeSigner(std::string name, ports::Random& random);

struct TestBundle {
  std::string institution = "上坝村卫生室";
  std::string previous = {};
  std::int64_t created_at_ms = kSignedAtMs;
  // Replaces the form's exact bytes (the manifest then names the changed ones).
  std::function<void(std::string& form_json)> change_form = {};
  // Answers that differ from the usual ones: a clinic with 60 drugs, everything else as it should
  // be: 97 of 100 points, class A. Path → text of the same kind.
  std::map<std::string, std::string> answers = {};
  // Evidence of item VC-03: bytes by extension.
  std::vector<bundle::Attachment> evidence = {};
  // Changes what the sender claims, and whatever else stands in the manifest, before it is signed.
  std::function<void(bundle::Manifest&)> change_manifest = {};
};
// Aborts when it cannot be written.
bundle::Written MakeBundle(const TestSigner& signer, const TestBundle& options,
                           ports::Random& random);

// The same bundle with one more signature, as team leader.
bundle::Written CountersignBundle(ByteView file, const TestSigner& signer, ports::Random& random);

}  // namespace pingshen::commission
