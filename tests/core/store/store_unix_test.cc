#include <cstdlib>
#include <filesystem>

#include "tests/core/store/store_contract.h"

namespace pingshen::store {
namespace {

// A real folder, through SQLite's own VFS: what the commission's desk uses.
class FolderPlace : public Place {
 public:
  FolderPlace() {
    std::string pattern =
        (std::filesystem::temp_directory_path() / "pingshen-store-XXXXXX").string();
    EXPECT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  ~FolderPlace() override { std::filesystem::remove_all(folder_); }
  Store::Options options() const override { return {(folder_ / "pingshen.db").string(), ""}; }
  void Restart() override {}

 private:
  std::filesystem::path folder_;
};

INSTANTIATE_TEST_SUITE_P(Unix, StoreContract,
                         testing::Values(PlaceKind{"Folder",
                                                   [] { return std::make_unique<FolderPlace>(); }}),
                         NameOf);

}  // namespace
}  // namespace pingshen::store
