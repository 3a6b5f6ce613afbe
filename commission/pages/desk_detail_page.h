// One received bundle in full: result, sections, every answer, findings, signatures, files.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "commission/http/http_server.h"
#include "commission/register/desk_store.h"
#include "commission/trust/trust_folder.h"
#include "core/base/error.h"
#include "core/bundle/bundle.h"
#include "core/evaluation/recompute.h"

namespace pingshen::commission {

struct DetailPage {
  Reception reception;
  std::vector<StoredFile> files;
  std::optional<bundle::VerifiedPayload>
      payload;  // of the first file; nullopt when it does not verify any more
  std::optional<evaluation::Recomputed> recomputed;  // likewise
  std::optional<Error> problem;                      // why they are missing
  std::shared_ptr<const TrustState> trust;           // nullptr when it cannot be used now
};

HttpResponse DrawDetailPage(const DetailPage& page);

}  // namespace pingshen::commission
