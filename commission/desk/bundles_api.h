// The machine's side of the desk: POST and GET below /api/bundles, as JSON.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "commission/http/http_server.h"
#include "commission/intake/intake.h"
#include "commission/register/desk_store.h"

namespace pingshen::commission {

class BundlesApi {
 public:
  // Takes one line for each bundle sent, without a line feed and without the name of a person or an
  // institution. Called from several threads at once.
  using Log = std::function<void(std::string_view line)>;

  // Store and intake must remain live while this is.
  BundlesApi(DeskStore& store, const Intake& intake, Log log)
      : store_(store), intake_(intake), log_(std::move(log)) {}

  // Takes a bundle in: 201 with
  // {"intake_number":…,"manifest_sha256":…,"received_at":…,"result":{…},"warnings":[…],
  // "receipt":{…} or null}; 200 with the same content when it was received before. Failures:
  // http_errors.h.
  HttpResponse Receive(const HttpRequest& request) const;
  // Newest first, ?before=NUMBER&limit=1…500: {"bundles":[…],"next_before":NUMBER or null}.
  // ERR_USAGE.
  HttpResponse List(const HttpRequest& request) const;
  // The stored bundle with the most signatures, byte for byte. ERR_DESK_NOT_FOUND,
  // ERR_DESK_STORED_FILE.
  HttpResponse Download(std::string_view manifest_sha256) const;

 private:
  DeskStore& store_;
  const Intake& intake_;
  const Log log_;
};

}  // namespace pingshen::commission
