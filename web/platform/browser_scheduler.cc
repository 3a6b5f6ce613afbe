#include "web/platform/frame_pump.h"

extern "C" {
void pingshen_schedule_frame();
void pingshen_schedule_timer(double after_ms);
void pingshen_schedule_no_timer();
}

namespace pingshen::platform {

FramePump::Scheduler FramePump::Browser() {
  return {pingshen_schedule_frame, pingshen_schedule_timer, pingshen_schedule_no_timer};
}

}  // namespace pingshen::platform
