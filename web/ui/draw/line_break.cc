#include "web/ui/draw/line_break.h"

extern "C" {
#include <graphemebreak.h>
#include <linebreak.h>
}

namespace pingshen::ui {

void FindBreaks(std::string_view text, std::vector<BreakKind>& out) {
  out.assign(text.size(), BreakKind::kInside);
  if (text.empty()) return;
  static const bool initialised = (init_linebreak(), init_graphemebreak(), true);
  static_cast<void>(initialised);

  std::vector<char> lines(text.size());
  std::vector<char> graphemes(text.size());
  const auto* bytes = reinterpret_cast<const utf8_t*>(text.data());
  set_linebreaks_utf8(bytes, text.size(), "zh", lines.data());
  set_graphemebreaks_utf8(bytes, text.size(), "zh", graphemes.data());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (lines[i] == LINEBREAK_MUSTBREAK) {
      out[i] = BreakKind::kMandatory;
    } else if (lines[i] == LINEBREAK_ALLOWBREAK) {
      out[i] = BreakKind::kAllowed;
    } else if (graphemes[i] == GRAPHEMEBREAK_BREAK) {
      out[i] = BreakKind::kEmergency;
    }
  }
  out.back() = BreakKind::kMandatory;
}

}  // namespace pingshen::ui
