// The forms that the commission published: what a bundle's points are worth stands in them, so no
// other form is accepted.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/model/text.h"

namespace pingshen::commission {

class FormShelf {
 public:
  // The program's own forms, and every *.json in `folder` when it exists (read once, at the start).
  // Each must load. ERR_FORM_…, ERR_FILE_READ with the file's name.
  static Result<FormShelf> Load(const std::vector<Bytes>& built_in,
                                const std::filesystem::path& folder);

  struct Form {
    std::string sha256;
    std::string id;
    std::string version;
    model::Text title;
    Bytes bytes;
  };
  // By id, then in the order they were read.
  const std::vector<Form>& forms() const { return forms_; }
  // nullptr when no published form has that digest.
  const Form* Find(std::string_view form_sha256) const;
  // {"forms":[{"sha256":…,"id":…,"version":…,"title":{"zh":…,"en":…},"size":…}]}.
  std::string ListJson() const;

  // ERR_DESK_FORM_UNKNOWN with `name` when no published form has these bytes.
  Status Check(std::string_view form_sha256, const std::string& name) const;
  std::size_t size() const { return forms_.size(); }

 private:
  Status Add(Bytes bytes, const std::string& name);
  std::vector<Form> forms_;
};

}  // namespace pingshen::commission
