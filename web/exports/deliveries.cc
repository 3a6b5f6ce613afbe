// What the page brings: files, positions, codes, forms, pictures.
#include <emscripten.h>

#include <cstdint>
#include <utility>

#include "web/exports/running.h"

namespace pingshen {
extern "C" {

// What the device offers besides picking files and drawing.
EMSCRIPTEN_KEEPALIVE void pingshen_services(int position, int scan) {
  if (platform::Runner* runner = Running())
    runner->set_services({.position = position != 0, .scan = scan != 0});
}

// Memory for a file of `size` bytes, filled in by the caller before pingshen_attach or pingshen_form;
// nullptr when there is not so much.
EMSCRIPTEN_KEEPALIVE std::uint8_t* pingshen_file_buffer(std::size_t size) {
  platform::Runner* runner = Running();
  return runner == nullptr ? nullptr : runner->delivery().Reserve(size);
}

// Adds the file of the buffer to the answer at `path`. "" when it is durable, otherwise
// {"code":…,"zh":…,"en":…}; valid until the next call.
EMSCRIPTEN_KEEPALIVE const char* pingshen_attach(const char* path, const char* name) {
  platform::Runner* runner = Running();
  if (runner == nullptr) return "";
  return runner->delivery().Bring(
      path,
      [&](model::FieldPath at) -> Result<session::Command> {
        return session::Attach{std::move(at), name, runner->delivery().TakeFile()};
      },
      [&](const session::Command& command) { return runner->Deliver(command); });
}

// Answers with what a service ("position", "scan") has found; result as of pingshen_attach.
EMSCRIPTEN_KEEPALIVE const char* pingshen_found(const char* path, const char* service,
                                                const char* text) {
  platform::Runner* runner = Running();
  if (runner == nullptr) return "";
  return runner->delivery().Bring(
      path,
      [&](model::FieldPath at) -> Result<session::Command> {
        PINGSHEN_TRY(model::Value value, platform::FoundValue(service, text));
        return session::SetAnswer{std::move(at), std::move(value)};
      },
      [&](const session::Command& command) { return runner->Deliver(command); });
}

EMSCRIPTEN_KEEPALIVE void pingshen_picture_loaded(int ticket, int width, int height) {
  if (platform::Runner* runner = Running()) runner->pictures().Loaded(ticket, width, height);
}

// The form file of the buffer, which was picked, dropped or fetched. `sha256`: what it must have, "" =
// any; `origin`: the desk's address, "" = a file.
EMSCRIPTEN_KEEPALIVE void pingshen_form(const char* name, const char* sha256, const char* origin) {
  if (platform::Runner* runner = Running()) {
    runner->Deliver(session::ExamineForm{.file_name = name,
                                         .file = runner->delivery().TakeFile(),
                                         .expected_sha256 = sha256,
                                         .origin = origin});
  }
}

EMSCRIPTEN_KEEPALIVE void pingshen_offers(const char* desk, const char* json) {
  if (platform::Runner* runner = Running())
    runner->Deliver(session::OfferForms{.desk = desk, .json = json});
}

// The page could not get what it was asked for, and has said so.
EMSCRIPTEN_KEEPALIVE void pingshen_forms_failed() {
  if (platform::Runner* runner = Running()) runner->FormsFailed();
}
}

}  // namespace pingshen
