// The desk's pages for people: what stands in the register, and one bundle in full.
#pragma once

#include <string_view>

#include "commission/http/http_server.h"
#include "commission/register/desk_store.h"
#include "commission/trust/trust_folder.h"

namespace pingshen::commission {

class DeskPages {
 public:
  // Both must remain live while this is.
  DeskPages(DeskStore& store, TrustSource& trust) : store_(store), trust_(trust) {}

  // ?before=NUMBER pages on.
  HttpResponse List(const HttpRequest& request) const;
  // Reads the stored bundle, verifies and recomputes it anew, so the page shows what the file says
  // now; a file that does not verify any more is shown as such.
  HttpResponse Detail(std::string_view manifest_sha256) const;
  // See desk_attachment.h.
  HttpResponse Attachment(std::string_view manifest_sha256, std::string_view name) const;

 private:
  DeskStore& store_;
  TrustSource& trust_;
};

}  // namespace pingshen::commission
