// The forms that the commission published: what a bundle's points are worth stands in them, so no
// other form is accepted.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/error.h"

namespace pingshen::commission {

class FormShelf {
 public:
  // The program's own forms, and every *.json in `folder` when it exists (read once, at the start).
  // Each must load. ERR_FORM_…, ERR_FILE_READ with the file's name.
  static Result<FormShelf> Load(const std::vector<Bytes>& built_in,
                                const std::filesystem::path& folder);

  // ERR_DESK_FORM_UNKNOWN with `name` when no published form has these bytes.
  Status Check(std::string_view form_sha256, const std::string& name) const;
  std::size_t size() const { return digests_.size(); }

 private:
  std::set<std::string, std::less<>> digests_;
};

}  // namespace pingshen::commission
