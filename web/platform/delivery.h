// What the page brings on its way into the session: one file at a time, and the answer it gets.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/model/field_path.h"
#include "core/model/value.h"
#include "core/session/commands.h"

namespace pingshen::platform {

class Delivery {
 public:
  // Memory for a file, to be filled in by the page; nullptr when there is not so much.
  std::uint8_t* Reserve(std::size_t size_bytes);
  // The file that was filled in; the memory is given away with it.
  Bytes TakeFile();

  // Makes a command for the path and gives it to `apply`. "" when it is done, otherwise
  // {"code":…,"zh":…,"en":…} (FailureJson); valid until the next call.
  const char* Bring(std::string_view path,
                    const std::function<Result<session::Command>(model::FieldPath)>& make,
                    const std::function<Status(const session::Command&)>& apply);

  // Keeps a text that the page reads after the call; valid until the next call.
  const char* Keep(std::string text);

 private:
  Bytes file_;
  std::string text_;
};

// The answer that a service of the page has found: a position, or the text of a code. `service`: as
// in page_services.h. ERR_VALUE when the page says what is none.
Result<model::Value> FoundValue(std::string_view service, std::string_view text);

}  // namespace pingshen::platform
