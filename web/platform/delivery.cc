#include "web/platform/delivery.h"

#include <new>
#include <utility>

#include "web/platform/page_port.h"
#include "web/platform/page_services.h"

namespace pingshen::platform {

std::uint8_t* Delivery::Reserve(std::size_t size_bytes) {
  try {
    file_.resize(size_bytes);
    return file_.data();
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}

Bytes Delivery::TakeFile() { return std::exchange(file_, {}); }

const char* Delivery::Bring(std::string_view path,
                            const std::function<Result<session::Command>(model::FieldPath)>& make,
                            const std::function<Status(const session::Command&)>& apply) {
  const Status status = [&]() -> Status {
    PINGSHEN_TRY(model::FieldPath at, model::FieldPath::Parse(path));
    PINGSHEN_TRY(const session::Command command, make(std::move(at)));
    return apply(command);
  }();
  return Keep(status ? "" : FailureJson(status.error()));
}

const char* Delivery::Keep(std::string text) {
  text_ = std::move(text);
  return text_.c_str();
}

Result<model::Value> FoundValue(std::string_view service, std::string_view text) {
  const bool position = service == ServiceName(ui::PageService::kPosition);
  return model::Value::Make(position ? model::ValueKind::kPosition : model::ValueKind::kText, text);
}

}  // namespace pingshen::platform
