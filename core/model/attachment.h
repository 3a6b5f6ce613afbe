// A file that answers name: a photo, a document, a recording, a drawn signature.
#pragma once

#include <cstdint>
#include <string>

namespace pingshen::model {

struct Attachment {
  std::string name;           // "<SHA-256 of the bytes>.<extension of their true type>"
  std::string media_type;     // of the true type: "image/jpeg"
  std::string original_name;  // the person's own file name; "" = made in the app
  std::uint64_t size_bytes = 0;
  std::int64_t created_at_ms = 0;
  bool operator==(const Attachment&) const = default;
};

}  // namespace pingshen::model
