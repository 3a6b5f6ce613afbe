// What screens ask of the page, as the page reads it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/json/json.h"
#include "web/ui/io/screen_output.h"

namespace pingshen::platform {

// "files", "camera", "drawing", "position", "scan".
std::string_view ServiceName(ui::PageService service);

// {"service":"files","path":"VC-03","title":…,"accept":…,"maxBytes":n,"multiple":true,"shrink":true};
// members that say nothing are left out.
void WriteRequest(json::Writer& out, const ui::PageRequest& request);

// [{"place":[x,y,width,height],"request":{…}}, …] in CSS pixels of the canvas.
void WriteFilePlaces(json::Writer& out, const std::vector<ui::FilePlace>& places);

}  // namespace pingshen::platform
