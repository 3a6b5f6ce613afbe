#include "web/platform/page_services.h"

#include <cmath>

namespace pingshen::platform {

std::string_view ServiceName(ui::PageService service) {
  switch (service) {
    case ui::PageService::kFiles:
      return "files";
    case ui::PageService::kCamera:
      return "camera";
    case ui::PageService::kDrawing:
      return "drawing";
    case ui::PageService::kPosition:
      return "position";
    case ui::PageService::kScan:
      return "scan";
  }
  return "";
}

void WriteRequest(json::Writer& out, const ui::PageRequest& request) {
  out.BeginObject().Member("service", ServiceName(request.service));
  out.Member("path", request.path.ToString()).Member("title", request.title);
  if (!request.accept.empty()) out.Member("accept", request.accept);
  if (request.max_bytes != 0)
    out.Key("maxBytes").Integer(static_cast<std::int64_t>(request.max_bytes));
  if (request.multiple) out.Key("multiple").Boolean(true);
  if (request.shrink) out.Key("shrink").Boolean(true);
  out.EndObject();
}

void WriteFilePlaces(json::Writer& out, const std::vector<ui::FilePlace>& places) {
  out.BeginArray();
  for (const ui::FilePlace& place : places) {
    out.BeginObject().Key("place").BeginArray();
    for (const float edge : {place.rect.x, place.rect.y, place.rect.width, place.rect.height})
      out.Integer(std::lround(edge));
    out.EndArray().Key("request");
    WriteRequest(out, place.request);
    out.EndObject();
  }
  out.EndArray();
}

}  // namespace pingshen::platform
