// Small pictures of attachments, decoded by the browser beside the frames and kept as textures.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "core/session/session.h"
#include "web/ui/io/pictures.h"

namespace pingshen::platform {

class PictureShelf final : public ui::Pictures {
 public:
  // `session` must remain live while this is; `arrived` is called when a picture is there. REQUIRES:
  // a WebGL context, as long as this lives.
  PictureShelf(session::Session& session, std::function<void()> arrived);
  ~PictureShelf() override;

  Picture Find(std::string_view attachment_name) override;
  // From the page's side: the picture of that ticket is in its texture, or cannot be decoded
  // (width 0).
  void Loaded(int ticket, int width_px, int height_px);
  // All textures are gone with their context.
  void Forget();

 private:
  // Of 320 px and four bytes: 25 MiB together.
  static constexpr std::size_t kMost = 64;
  struct Entry {
    Picture picture;
    int ticket = 0;
    std::uint64_t used = 0;  // grows with every Find
  };
  void MakeRoom();

  session::Session& session_;
  std::function<void()> arrived_;
  std::map<std::string, Entry, std::less<>> entries_;
  int tickets_ = 0;
  std::uint64_t uses_ = 0;
};

}  // namespace pingshen::platform
