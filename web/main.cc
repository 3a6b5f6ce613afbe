// The browser app: puts the parts together and passes the worker's calls on. Everything is decided elsewhere.
#include <emscripten.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <new>
#include <string>
#include <utility>

#include "core/bundle/crypto.h"
#include "core/session/session.h"
#include "core/store/salvage.h"
#include "core/store/slot_vfs.h"
#include "core/store/store.h"
#include "forms/built_in.h"
#include "web/platform/browser_clock.h"
#include "web/platform/browser_random.h"
#include "web/platform/imgui_canvas.h"
#include "web/platform/opfs_slot_device.h"
#include "web/platform/page_file_saver.h"
#include "web/platform/page_port.h"
#include "web/platform/runner.h"
#include "web/platform/salvage_file.h"
#include "web/ui/app/app.h"

namespace pingshen {
namespace {

constexpr float kFontSize_px = 16;
constexpr const char* kVfsName = "slots";
constexpr const char* kDatabase = "pingshen.db";

// In order of construction; the session ends before the store, the store before its files.
struct Parts {
  platform::BrowserClock clock;
  platform::BrowserRandom random;
  platform::PageFileSaver saver;
  platform::OpfsSlotDevice device;
  std::unique_ptr<platform::ImguiCanvas> canvas;
  std::unique_ptr<store::SlotVfs> vfs;
  std::unique_ptr<store::Store> store;
  std::unique_ptr<session::Session> session;
  std::unique_ptr<ui::App> app;
  std::unique_ptr<platform::Runner> runner;
};

// What the exported functions work on; nullptr before main and after pingshen_close.
Parts* g_parts = nullptr;

// Made once for each browser profile.
Result<std::string> DeviceId(Parts& parts) {
  PINGSHEN_TRY(std::string id, parts.store->GetSetting("device_id", ""));
  if (!id.empty()) return id;
  PINGSHEN_TRY(id, bundle::MakeUuid7(parts.clock.NowUtcMs(), parts.random));
  PINGSHEN_CHECK(parts.store->PutSetting("device_id", id));
  return id;
}

Status Start(Parts& parts) {
  PINGSHEN_TRY(parts.canvas, platform::ImguiCanvas::Make(kFontSize_px));
  PINGSHEN_TRY(parts.vfs, store::SlotVfs::Register(parts.device, kVfsName));
  PINGSHEN_TRY(parts.store, store::Store::Open({.path = kDatabase, .vfs_name = kVfsName}));
  PINGSHEN_TRY(const std::string device_id, DeviceId(parts));
  PINGSHEN_TRY(parts.session, session::Session::Start({.store = parts.store.get(),
                                                       .clock = &parts.clock,
                                                       .random = &parts.random,
                                                       .saver = &parts.saver,
                                                       .app_version = PINGSHEN_VERSION,
                                                       .device_id = device_id},
                                                      forms::BuiltInForms()));
  parts.app = ui::App::Make();
  parts.runner =
      std::make_unique<platform::Runner>(platform::Runner::Parts{.canvas = parts.canvas.get(),
                                                                 .clock = &parts.clock,
                                                                 .session = parts.session.get(),
                                                                 .app = parts.app.get()});
  return {};
}

bool IsDamage(ErrorCode code) {
  return code == ErrorCode::ERR_STORE_DAMAGED || code == ErrorCode::ERR_STORE_NOT_A_DATABASE;
}

Status SaveSalvage(Parts& parts) {
  PINGSHEN_TRY(const store::Salvage salvage,
               store::SalvageRecords({.path = kDatabase, .vfs_name = kVfsName}));
  const std::string json = platform::SalvageJson(salvage, PINGSHEN_VERSION, parts.clock.NowUtcMs());
  return parts.saver.Save("pingshen-rescue.json", "application/json", AsBytes(json));
}

platform::Runner* Running() { return g_parts == nullptr ? nullptr : g_parts->runner.get(); }

// A file on its way from the page.
Bytes g_file;

// Makes a command for the path and applies it; gives the failure as the page reads it.
const char* Deliver(const char* path,
                    const std::function<Result<session::Command>(model::FieldPath)>& make) {
  static std::string failure;
  failure.clear();
  platform::Runner* const runner = Running();
  if (runner == nullptr) return failure.c_str();
  const Status status = [&]() -> Status {
    PINGSHEN_TRY(model::FieldPath at, model::FieldPath::Parse(path));
    PINGSHEN_TRY(const session::Command command, make(std::move(at)));
    return runner->Deliver(command);
  }();
  if (!status) failure = platform::FailureJson(status.error());
  return failure.c_str();
}

}  // namespace
}  // namespace pingshen

using pingshen::platform::Runner;

// Called by page/worker.js. Strings are UTF-8 and belong to the caller; places are CSS pixels; `at_ms` is monotonic time of
// the event. Each may be called at any time; before the start has succeeded nothing happens.
extern "C" {

// 1 when the app runs, 0 when the page has been told why not. The first frame is drawn before it returns.
EMSCRIPTEN_KEEPALIVE int pingshen_start(float width, float height, float density, float safe_top,
                                        float safe_bottom) {
  using namespace pingshen;
  g_parts = new Parts;  // lives until pingshen_close
  if (const Status started = Start(*g_parts); !started) {
    platform::PagePort::CannotStart(started.error(), IsDamage(started.error().code));
    return 0;
  }
  Runner& runner = *g_parts->runner;
  runner.input().Resize({width, height, density}, safe_top, safe_bottom);
  runner.pump().DrawNow();
  platform::PagePort::Ready();
  return 1;
}

EMSCRIPTEN_KEEPALIVE void pingshen_resize(float width, float height, float density, float safe_top,
                                          float safe_bottom) {
  if (Runner* runner = pingshen::Running()) {
    runner->input().Resize({width, height, density}, safe_top, safe_bottom);
    runner->pump().Wake();
  }
}

EMSCRIPTEN_KEEPALIVE void pingshen_pointer(int action, float x, float y, int touch, double at_ms) {
  if (Runner* runner = pingshen::Running()) {
    const auto what = static_cast<pingshen::platform::PointerAction>(action);
    runner->input().Pointer(what, x, y, touch != 0);
    if (what == pingshen::platform::PointerAction::kMove) {
      runner->pump().Wake();
    } else {
      runner->Happened(at_ms);
      runner->pump().TurnNow();
    }
  }
}

EMSCRIPTEN_KEEPALIVE void pingshen_wheel(float dx, float dy) {
  if (Runner* runner = pingshen::Running()) {
    runner->input().Wheel(dx, dy);
    runner->pump().Wake();
  }
}

EMSCRIPTEN_KEEPALIVE void pingshen_key(int key, int down) {
  if (Runner* runner = pingshen::Running()) {
    runner->input().Key(static_cast<pingshen::platform::PageKey>(key), down != 0);
    runner->pump().Wake();
  }
}

EMSCRIPTEN_KEEPALIVE void pingshen_activate(const char* id, double at_ms) {
  if (Runner* runner = pingshen::Running()) {
    runner->input().Activate(id);
    runner->Happened(at_ms);
    runner->pump().TurnNow();
  }
}

EMSCRIPTEN_KEEPALIVE void pingshen_focus(const char* id) {
  if (Runner* runner = pingshen::Running()) {
    runner->input().Focus(id);
    runner->pump().Wake();
  }
}

EMSCRIPTEN_KEEPALIVE void pingshen_edit(const char* id, const char* text, int composing,
                                        int committed, unsigned number, double at_ms) {
  if (Runner* runner = pingshen::Running()) {
    runner->input().Edit(
        {.id = id, .text = text, .composing = composing != 0, .committed = committed != 0}, number);
    if (committed != 0) {
      runner->Happened(at_ms);
      runner->pump().TurnNow();
    } else {
      runner->pump().Wake();
    }
  }
}

// What the device offers besides picking files and drawing.
EMSCRIPTEN_KEEPALIVE void pingshen_services(int position, int scan) {
  if (Runner* runner = pingshen::Running())
    runner->set_services({.position = position != 0, .scan = scan != 0});
}

// Memory for a file of `size` bytes, filled in by the caller before pingshen_attach; nullptr when
// there is not so much.
EMSCRIPTEN_KEEPALIVE std::uint8_t* pingshen_file_buffer(std::size_t size) {
  try {
    pingshen::g_file.resize(size);
    return pingshen::g_file.data();
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}

// Adds the file of the buffer to the answer at `path`. "" when it is durable, otherwise
// {"code":…,"zh":…,"en":…}; valid until the next call.
EMSCRIPTEN_KEEPALIVE const char* pingshen_attach(const char* path, const char* name) {
  using namespace pingshen;
  return Deliver(path, [&](model::FieldPath at) -> Result<session::Command> {
    return session::Attach{std::move(at), name, std::exchange(g_file, {})};
  });
}

// Answers with what a position (kind 12) or a code (kind 5, model::ValueKind) was found to be; result
// as of pingshen_attach.
EMSCRIPTEN_KEEPALIVE const char* pingshen_found(const char* path, int kind, const char* text) {
  using namespace pingshen;
  return Deliver(path, [&](model::FieldPath at) -> Result<session::Command> {
    PINGSHEN_TRY(model::Value value, model::Value::Make(static_cast<model::ValueKind>(kind), text));
    return session::SetAnswer{std::move(at), std::move(value)};
  });
}

EMSCRIPTEN_KEEPALIVE void pingshen_picture_loaded(int ticket, int width, int height) {
  if (Runner* runner = pingshen::Running()) runner->pictures().Loaded(ticket, width, height);
}

// A form file that was picked, dropped or fetched. `sha256`: what it must have, "" = any; `origin`: the
// desk's address, "" = a file.
EMSCRIPTEN_KEEPALIVE void pingshen_form(const char* name, const std::uint8_t* bytes, unsigned size,
                                        const char* sha256, const char* origin) {
  if (Runner* runner = pingshen::Running()) {
    runner->Deliver(pingshen::session::ExamineForm{.file_name = name,
                                                   .file = pingshen::Bytes(bytes, bytes + size),
                                                   .expected_sha256 = sha256,
                                                   .origin = origin});
  }
}

EMSCRIPTEN_KEEPALIVE void pingshen_offers(const char* desk, const char* json) {
  if (Runner* runner = pingshen::Running())
    runner->Deliver(pingshen::session::OfferForms{.desk = desk, .json = json});
}

// The page could not get what it was asked for, and has said so.
EMSCRIPTEN_KEEPALIVE void pingshen_forms_failed() {
  if (Runner* runner = pingshen::Running()) runner->FormsFailed();
}

EMSCRIPTEN_KEEPALIVE void pingshen_wake() {
  if (Runner* runner = pingshen::Running()) runner->pump().Wake();
}

EMSCRIPTEN_KEEPALIVE void pingshen_frame() {
  if (Runner* runner = pingshen::Running()) runner->pump().OnFrame();
}

EMSCRIPTEN_KEEPALIVE void pingshen_timer() {
  if (Runner* runner = pingshen::Running()) runner->pump().OnTimer();
}

EMSCRIPTEN_KEEPALIVE void pingshen_context_restored() {
  if (Runner* runner = pingshen::Running()) {
    pingshen::g_parts->canvas->Restored();
    runner->pictures().Forget();
    runner->pump().Wake();
  }
}

// Valid until the next call.
EMSCRIPTEN_KEEPALIVE const char* pingshen_diagnostics() {
  static std::string json;
  Runner* runner = pingshen::Running();
  json = runner == nullptr ? "{}" : runner->DiagnosticsJson();
  return json.c_str();
}

// After a start that failed for a damaged database: offers what can still be read of it as a file.
EMSCRIPTEN_KEEPALIVE void pingshen_rescue() {
  using namespace pingshen;
  if (g_parts == nullptr || g_parts->runner != nullptr) return;
  if (const Status saved = SaveSalvage(*g_parts); !saved) {
    platform::PagePort::CannotStart(saved.error(), true);
  }
}

// Answers what is still waiting, closes the database and lets go of its files.
EMSCRIPTEN_KEEPALIVE void pingshen_close() {
  if (Runner* runner = pingshen::Running()) {
    runner->pump().TurnNow();
    runner->pump().Stop();
  }
  delete std::exchange(pingshen::g_parts, nullptr);
}
}
