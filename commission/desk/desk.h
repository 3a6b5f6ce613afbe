// Which address leads where: the app, the API, the desk's pages.
#pragma once

#include <string>

#include "commission/desk/bundles_api.h"
#include "commission/http/access.h"
#include "commission/http/http_server.h"
#include "commission/http/static_files.h"
#include "commission/intake/form_shelf.h"
#include "commission/pages/desk_pages.h"

namespace pingshen::commission {

// GET /healthz · POST GET /api/bundles · GET /api/bundles/DIGEST · GET /desk, /desk/bundles/DIGEST,
// /desk/desk.css · GET /api/forms, /api/forms/DIGEST (published, for any page to read) · everything else is a file of the app. What shows received data asks `access`
// first.
class Desk {
 public:
  struct Parts {  // all must remain live while the desk is
    const Access& access;
    const StaticFiles& files;
    const BundlesApi& bundles;
    const DeskPages& pages;
    const FormShelf& forms;
  };
  explicit Desk(const Parts& parts) : parts_(parts) {}

  // Safe to use from several threads at once.
  HttpResponse Answer(const HttpRequest& request) const;

 private:
  HttpResponse AnswerForms(const HttpRequest& request) const;
  HttpResponse AnswerPrivate(const HttpRequest& request) const;
  const Parts parts_;
};

}  // namespace pingshen::commission
