// The forms that this device can use: those of the program, and older versions that its assessments
// are pinned to.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/forms/loader.h"
#include "core/store/store.h"

namespace pingshen::session {

class FormCatalogue {
 public:
  struct Entry {
    std::shared_ptr<const forms::LoadedForm> form;
    Bytes bytes;
  };

  // `store` must remain live while this is.
  explicit FormCatalogue(store::Store& store) : store_(store) {}

  Status AddBuiltIn(const Bytes& json);
  // SHA-256 of the built-in forms, in the order they were added.
  const std::vector<std::string>& built_in() const { return built_in_; }
  // A built-in form, or one from the store; stays valid. ERR_SESSION_FORM when it is missing or
  // damaged.
  Result<const Entry*> Find(const std::string& sha256);
  // Only what is loaded already; nullptr otherwise.
  const Entry* FindLoaded(const std::string& sha256) const;

 private:
  store::Store& store_;
  std::vector<std::string> built_in_;
  std::map<std::string, Entry> entries_;
};

}  // namespace pingshen::session
