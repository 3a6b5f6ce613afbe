// The browser app: puts the parts together and passes the worker's calls on. Everything is decided elsewhere.
#include <emscripten.h>

#include <memory>
#include <string>
#include <utility>

#include "core/session/device_id.h"
#include "core/session/session.h"
#include "core/store/salvage.h"
#include "core/store/slot_vfs.h"
#include "core/store/store.h"
#include "forms/built_in.h"
#include "web/exports/running.h"
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

// What pingshen_start made and pingshen_close ends.
Parts* g_parts = nullptr;

Status Start(Parts& parts) {
  PINGSHEN_TRY(parts.canvas, platform::ImguiCanvas::Make(kFontSize_px));
  PINGSHEN_TRY(parts.vfs, store::SlotVfs::Register(parts.device, kVfsName));
  PINGSHEN_TRY(parts.store, store::Store::Open({.path = kDatabase, .vfs_name = kVfsName}));
  PINGSHEN_TRY(const std::string device_id,
               session::DeviceId(*parts.store, parts.clock, parts.random));
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

}  // namespace

extern "C" {

// 1 when the app runs, 0 when the page has been told why not. The first frame is drawn before it returns.
EMSCRIPTEN_KEEPALIVE int pingshen_start(float width, float height, float density, float safe_top,
                                        float safe_bottom) {
  g_parts = new Parts;  // lives until pingshen_close
  if (const Status started = Start(*g_parts); !started) {
    platform::PagePort::CannotStart(started.error(), store::IsDamage(started.error().code));
    return 0;
  }
  SetRunning(g_parts->runner.get());
  platform::Runner& runner = *g_parts->runner;
  runner.input().Resize({width, height, density}, safe_top, safe_bottom);
  runner.pump().DrawNow();
  platform::PagePort::Ready();
  return 1;
}

// After a start that failed for a damaged database: offers what can still be read of it as a file.
EMSCRIPTEN_KEEPALIVE void pingshen_rescue() {
  if (g_parts == nullptr || g_parts->runner != nullptr) return;
  if (const Status saved =
          platform::SaveSalvage({.path = kDatabase, .vfs_name = kVfsName}, PINGSHEN_VERSION,
                                g_parts->clock.NowUtcMs(), g_parts->saver);
      !saved) {
    platform::PagePort::CannotStart(saved.error(), true);
  }
}

// Answers what is still waiting, closes the database and lets go of its files.
EMSCRIPTEN_KEEPALIVE void pingshen_close() {
  if (platform::Runner* runner = Running()) {
    runner->pump().TurnNow();
    runner->pump().Stop();
  }
  SetRunning(nullptr);
  delete std::exchange(g_parts, nullptr);
}
}

}  // namespace pingshen
