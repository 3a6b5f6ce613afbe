#include "web/platform/picture_shelf.h"

#include <GLES3/gl3.h>

#include <algorithm>
#include <utility>

// picture_shelf.js: decodes, makes it at most `side` pixels long, puts it into the texture, and
// calls pingshen_picture_loaded.
extern "C" void pingshen_picture_load(int ticket, unsigned texture, const std::uint8_t* bytes,
                                      std::size_t size, int side);

namespace pingshen::platform {

PictureShelf::PictureShelf(session::Session& session, std::function<void()> arrived)
    : session_(session), arrived_(std::move(arrived)) {}

PictureShelf::~PictureShelf() {
  for (auto& [name, entry] : entries_) {
    const auto texture = static_cast<GLuint>(entry.picture.texture);
    if (texture != 0) glDeleteTextures(1, &texture);
  }
}

ui::Pictures::Picture PictureShelf::Find(std::string_view attachment_name) {
  auto found = entries_.find(attachment_name);
  if (found == entries_.end()) {
    MakeRoom();
    found = entries_.emplace(attachment_name, Entry{}).first;
    if (const auto bytes = session_.ReadAttachment(attachment_name)) {
      GLuint texture = 0;
      glGenTextures(1, &texture);
      found->second.ticket = ++tickets_;
      found->second.picture = {.state = State::kLoading, .texture = texture};
      pingshen_picture_load(tickets_, texture, bytes->data(), bytes->size(), kSide_px);
    }
  }
  found->second.used = ++uses_;
  return found->second.picture;
}

void PictureShelf::MakeRoom() {
  if (entries_.size() < kMost) return;
  const auto oldest =
      std::min_element(entries_.begin(), entries_.end(),
                       [](const auto& a, const auto& b) { return a.second.used < b.second.used; });
  const auto texture = static_cast<GLuint>(oldest->second.picture.texture);
  if (texture != 0) glDeleteTextures(1, &texture);
  entries_.erase(oldest);
}

void PictureShelf::Loaded(int ticket, int width_px, int height_px) {
  for (auto& [name, entry] : entries_) {
    if (entry.ticket != ticket || entry.picture.state != State::kLoading) continue;
    entry.picture.state = width_px > 0 ? State::kReady : State::kNone;
    entry.picture.width_px = static_cast<float>(width_px);
    entry.picture.height_px = static_cast<float>(height_px);
    arrived_();
    return;
  }
}

void PictureShelf::Forget() { entries_.clear(); }

}  // namespace pingshen::platform
