// What a screen asks the page to do for an item: pick files, take a photo, let somebody sign, find
// the position, read a code. The page does it in its own time; what comes of it are session
// commands (Attach for files, photos and drawings, SetAnswer for positions and codes), each applied
// as soon as it arrives and reported to App::Applied. Refusals and failures are shown by the page
// beside its progress, in the language of the app.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/model/field_path.h"
#include "core/model/item.h"

namespace pingshen::ui {

enum class PageService : std::uint8_t {
  kFiles,     // the system's file or photo picker, several files where `multiple`
  kCamera,    // the camera of a phone or tablet; the picker where there is none
  kDrawing,   // a sheet to sign on; gives a PNG
  kPosition,  // where the device is: kPosition
  kScan,      // a bar code or QR code in front of the camera: kText
};

struct PageRequest {
  PageService service = PageService::kFiles;
  model::FieldPath path;        // of the answer, also with kEvidenceField
  std::string title;            // the item's words, shown by the page
  std::string accept;           // kFiles, kCamera: media types and extensions as in <input accept>
  std::uint64_t max_bytes = 0;  // kFiles, kCamera: larger files are refused unread; 0 = none
  bool multiple = false;
  // Pictures are made smaller and lose their metadata, the position among them (page/pictures.js);
  // without it the bytes stay as they are.
  bool shrink = false;
};

// Services that this device has. The picker and the drawing sheet are always there.
struct PageServices {
  bool position = false;
  bool scan = false;
};

// The request that fits the item's type and the field; `service` of kFiles, kCamera or kDrawing for
// attachments. `count`: attachments that the answer has already.
PageRequest RequestFor(PageService service, const model::Item& item, const model::FieldPath& path,
                       std::string_view title, std::size_t count);

}  // namespace pingshen::ui
