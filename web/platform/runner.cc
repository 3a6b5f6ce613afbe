#include "web/platform/runner.h"

#include <utility>

#include "core/json/json.h"

namespace pingshen::platform {

Runner::Runner(const Parts& parts)
    : parts_(parts),
      pump_(
          FramePump::Browser(), [this](bool draw) { return Frame(draw); },
          [this] { return input_.pending(); }),
      pictures_(*parts.session, [this] { pump_.Wake(); }) {}

Status Runner::Apply(const session::Command& command) {
  const Status status = parts_.session->Apply(command);
  parts_.app->Applied(command, status);
  if (status && commands_applied_++ == 0) PagePort::Kept();
  return status;
}

Status Runner::Deliver(const session::Command& command) {
  const Status status = Apply(command);
  pump_.Wake();
  return status;
}

FramePump::Wish Runner::Frame(bool draw) {
  ui::FrameInput input;
  input.now_ms = parts_.clock->MonotonicMs();
  input.now_utc_ms = parts_.clock->NowUtcMs();
  input.utc_offset_minutes = parts_.clock->UtcOffsetMinutes(input.now_utc_ms);

  parts_.canvas->BeginFrame(input_.surface(), input.now_ms);
  input_.Take(input);
  input.services = services_;
  input.pictures = &pictures_;
  output_.Begin();
  parts_.app->Draw(parts_.session->View(), input, output_);
  // An answer first: it is to wait for nothing but the disk.
  const std::vector<session::Command> commands = std::exchange(output_.commands, {});
  ApplyAll(commands);
  parts_.canvas->EndFrame(draw);
  page_.Publish(output_, parts_.session->View().language, input_.edits_taken());
  return {.next_at_once = !commands.empty(),
          .animating = output_.animating,
          .wake_after_ms = output_.wake_after_ms};
}

void Runner::ApplyAll(const std::vector<session::Command>& commands) {
  for (const session::Command& command : commands) {
    if (!Apply(command)) continue;
    if (happened_at_ms_ >= 0 && std::holds_alternative<session::SetAnswer>(command)) {
      if (durable_after_us_.size() == kMaxSamples)
        durable_after_us_.erase(durable_after_us_.begin());
      const double after_ms = parts_.clock->MonotonicMs() - happened_at_ms_;
      durable_after_us_.push_back(static_cast<std::int64_t>(after_ms * 1000));
      happened_at_ms_ = -1;
    }
  }
}

void Runner::ContextRestored() {
  parts_.canvas->Restored();
  pictures_.Forget();
  pump_.Wake();
}

void Runner::FormsFailed() {
  parts_.app->Applied(session::OfferForms{}, Fail(ErrorCode::ERR_PAGE_FETCH));
  pump_.Wake();
}

std::string Runner::DiagnosticsJson() const {
  json::Writer out;
  out.BeginObject();
  out.Key("framesDrawn").Integer(pump_.counts().drawn);
  out.Key("framesUndrawn").Integer(pump_.counts().undrawn);
  out.Key("resting").Boolean(pump_.resting());
  out.Key("appointmentMs").Integer(static_cast<std::int64_t>(pump_.appointment_ms()));
  out.Key("commandsApplied").Integer(commands_applied_);
  out.Key("durableAfterUs").BeginArray();
  for (const std::int64_t sample : durable_after_us_) out.Integer(sample);
  out.EndArray().EndObject();
  return out.Take();
}

}  // namespace pingshen::platform
