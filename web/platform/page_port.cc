#include "web/platform/page_port.h"

#include <string>
#include <utility>

#include "core/json/json.h"
#include "web/platform/page_services.h"

// page_port.js
extern "C" {
void pingshen_page_mirror(const char* json, const float* places, int place_floats,
                          std::uint32_t edits_taken, const char* extras_json);
void pingshen_page_ready();
void pingshen_page_kept();
void pingshen_page_cannot_start(const char* json);
}

namespace pingshen::platform {
namespace {

std::string FilePlaces(const ui::ScreenOutput& output) {
  json::Writer out;
  WriteFilePlaces(out, output.file_places);
  return out.Take();
}

void WriteFailure(json::Writer& out, const Error& error) {
  out.Member("code", CodeName(error.code));
  out.Member("zh", Sentence(error, Language::kChinese));
  out.Member("en", Sentence(error, Language::kEnglish));
}

const char* KindName(ui::FormRequest::Kind kind) {
  switch (kind) {
    case ui::FormRequest::Kind::kPick:
      return "pick";
    case ui::FormRequest::Kind::kFetchList:
      return "list";
    case ui::FormRequest::Kind::kFetchForm:
      return "form";
  }
  return "";
}

void WriteForms(const ui::ScreenOutput& output, json::Writer& out) {
  out.Key("forms").BeginObject().Key("takes").Boolean(output.takes_forms);
  out.Key("requests").BeginArray();
  for (const ui::FormRequest& request : output.form_requests) {
    out.BeginObject().Member("kind", KindName(request.kind)).Member("desk", request.desk);
    out.Member("sha256", request.sha256).Member("name", request.name).EndObject();
  }
  out.EndArray().EndObject();
}

}  // namespace

void PagePort::Publish(const ui::ScreenOutput& output, Language language,
                       std::uint32_t edits_taken) {
  const MirrorChange change = diff_.Update(output.controls);
  std::string file_places = FilePlaces(output);
  const bool forms = !output.form_requests.empty() || output.takes_forms != takes_forms_told_;
  const bool speaks = !output.announce.empty() || !output.request_focus.empty() || forms ||
                      !output.requests.empty() || file_places != file_places_told_;
  if (change.empty() && !speaks && edits_taken == edits_told_ && language == language_told_) return;
  std::string extras;
  if (speaks || language != language_told_) {
    json::Writer out;
    out.BeginObject();
    if (!output.requests.empty()) {
      out.Key("requests").BeginArray();
      for (const ui::PageRequest& request : output.requests) WriteRequest(out, request);
      out.EndArray();
    }
    if (file_places != file_places_told_) {
      out.Key("filePlaces");
      WriteFilePlaces(out, output.file_places);
      file_places_told_ = std::move(file_places);
    }
    if (!output.announce.empty()) out.Member("announce", output.announce);
    if (!output.request_focus.empty()) out.Member("focus", output.request_focus);
    if (forms) WriteForms(output, out);
    out.Member("language", language == Language::kChinese ? "zh-CN" : "en").EndObject();
    extras = out.Take();
  }
  pingshen_page_mirror(change.json.c_str(), change.places.data(),
                       static_cast<int>(change.places.size()), edits_taken, extras.c_str());
  edits_told_ = edits_taken;
  language_told_ = language;
  takes_forms_told_ = output.takes_forms;
}

void PagePort::Ready() { pingshen_page_ready(); }

void PagePort::Kept() { pingshen_page_kept(); }

std::string FailureJson(const Error& error) {
  json::Writer out;
  WriteFailure(out.BeginObject(), error);
  out.EndObject();
  return out.Take();
}

void PagePort::CannotStart(const Error& error, bool can_rescue) {
  json::Writer out;
  WriteFailure(out.BeginObject(), error);
  out.Key("rescue").Boolean(can_rescue).EndObject();
  pingshen_page_cannot_start(out.Take().c_str());
}

}  // namespace pingshen::platform
