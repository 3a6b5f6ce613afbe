// make_test_bundles FOLDER COUNT: bundles and public keys for the command line tests.
//   assessor.pub.json  stranger.pub.json
//   1.psbundle … COUNT.psbundle   by the assessor, each another assessment, signed now
//   wrong_claim.psbundle          rightly signed, one point too many
//   countersigned.psbundle        1.psbundle with the stranger's signature beside it
//   easier_form.psbundle          with a form of their own
#include <cstdio>
#include <cstdlib>
#include <string>

#include "commission/system/os_files.h"
#include "commission/system/os_ports.h"
#include "tests/commission/intake/test_bundles.h"

using namespace pingshen;
using namespace pingshen::commission;

namespace {

void Write(const std::filesystem::path& path, ByteView bytes) {
  const Status written = WriteFileDurably(path, bytes, IfExists::kReplace, Readers::kEverybody);
  if (written) return;
  std::fprintf(stderr, "%s\n", written.error().context.c_str());
  std::exit(1);
}

}  // namespace

int main(int count, char** values) {
  if (count != 3) return 2;
  const std::filesystem::path folder = values[1];
  const int bundles = std::atoi(values[2]);
  OsRandom random;
  OsClock clock;
  const TestSigner assessor = MakeSigner("张三", random);
  const TestSigner stranger = MakeSigner("李四", random);
  Write(folder / "assessor.pub.json", AsBytes(EncodePublicKeyJson(assessor.PublicKey())));
  Write(folder / "stranger.pub.json", AsBytes(EncodePublicKeyJson(stranger.PublicKey())));
  TestBundle options;
  options.created_at_ms = clock.NowUtcMs();
  for (int i = 1; i <= bundles; ++i) {
    const bundle::Written written = MakeBundle(assessor, options, random);
    Write(folder / (std::to_string(i) + ".psbundle"), written.file);
    if (i == 1)
      Write(folder / "countersigned.psbundle",
            CountersignBundle(written.file, stranger, random).file);
  }
  options.change_manifest = [](bundle::Manifest& manifest) { manifest.claimed->earned = "98"; };
  Write(folder / "wrong_claim.psbundle", MakeBundle(assessor, options, random).file);
  options.change_manifest = nullptr;
  options.change_form = [](std::string& form) { form += "\n"; };
  Write(folder / "easier_form.psbundle", MakeBundle(assessor, options, random).file);
}
