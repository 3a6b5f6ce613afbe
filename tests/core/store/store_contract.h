// What every Store keeps to, wherever its files are. Instantiated for each kind of place.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <memory>

#include "core/store/store.h"

namespace pingshen::store {

// A place for one database.
class Place {
 public:
  virtual ~Place() = default;
  virtual Store::Options options() const = 0;
  // As for a new process: whatever is only in memory is gone. REQUIRES: no store is open.
  virtual void Restart() = 0;
};

struct PlaceKind {
  std::string name;
  std::function<std::unique_ptr<Place>()> make;
};

class StoreContract : public testing::TestWithParam<PlaceKind> {
 protected:
  StoreContract() : place_(GetParam().make()) { Open(); }

  void Open();
  void Restart();

  std::unique_ptr<Place> place_;
  std::unique_ptr<Store> store_;
};

inline std::string NameOf(const testing::TestParamInfo<PlaceKind>& one) { return one.param.name; }

}  // namespace pingshen::store
