// The app's files, as a browser wants them.
#pragma once

#include <filesystem>

#include "commission/http/http_server.h"
#include "core/base/error.h"

namespace pingshen::commission {

// Serves the files below one folder. "/" is index.html. A file whose name carries a hash
// ("app.3f9c21ab.js") is immutable, every other one is asked for again by its ETag, so a new
// version is seen at the next start. FILE.br or FILE.gz beside FILE, not older than it, is sent in
// its place to a browser that takes it. Names that begin with a dot are never served.
class StaticFiles {
 public:
  explicit StaticFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // GET and HEAD. ERR_DESK_NOT_FOUND.
  HttpResponse Answer(const HttpRequest& request) const;

 private:
  const std::filesystem::path folder_;
};

}  // namespace pingshen::commission
