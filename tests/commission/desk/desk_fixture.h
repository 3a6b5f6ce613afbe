// A whole desk on a folder of its own, with a root key and one registered assessor.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <optional>

#include "commission/intake/form_shelf.h"
#include "commission/intake/intake.h"
#include "commission/register/desk_store.h"
#include "commission/system/os_ports.h"
#include "commission/trust/trust_folder.h"
#include "core/ports/memory_clock.h"
#include "tests/commission/intake/test_bundles.h"
#include "tests/commission/system/temporary_folder.h"

namespace pingshen::commission {

class DeskFixture : public testing::Test {
 protected:
  DeskFixture();

  // Puts the signer on the trust trusted.
  void Register(const TestSigner& signer, std::vector<std::string> roles);
  void Revoke(const TestSigner& signer, std::int64_t at_ms);
  // A new intake over the same folder, as after a restart.
  void Open(const ReceiptSigner* receipts = nullptr);
  bundle::Written Make(const TestBundle& options = {}) {
    return MakeBundle(assessor, options, random);
  }
  Result<IntakeAnswer> Send(const bundle::Written& written) { return intake->Accept(written.file); }
  std::size_t Received() { return store->List(1000, 1000).value().size(); }

  TemporaryFolder folder;
  OsRandom random;
  ports::ManualClock clock;
  bundle::PrivateKey root;
  bundle::TrustList trusted;
  TestSigner assessor;
  FormShelf shelf;
  std::unique_ptr<DeskStore> store;
  std::unique_ptr<TrustSource> trust;
  std::unique_ptr<Intake> intake;

 private:
  void Save();
};

}  // namespace pingshen::commission
