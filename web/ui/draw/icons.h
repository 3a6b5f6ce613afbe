// Small pictures made of strokes; they need no font.
#pragma once

#include "web/ui/draw/frame.h"

namespace pingshen::ui {

enum class Icon {
  kCheck,
  kCross,
  kPlus,
  kMinus,
  kChevronLeft,
  kChevronRight,
  kChevronDown,
  kChevronUp,
  kWarning,
  kInfo,
  kStar,
  kTrash,
  kDocument,
  kNote,
  kKey,
  kShield,
  kDownload,
  kEye,
  kClock,
  kCircle,
  kDot,
  kBan,
  kGrip,
  kArrowUp,
  kArrowDown,
  kSearch,
  kCamera,
  kImage,
  kPaperclip,
  kMicrophone,
  kVideo,
  kPen,
  kPin,
  kScan,
  kCalendar,
  kPhone,
  kLock,
  kFunction,
  kGlobe,
  kPath,
};

// In the middle of `box`, `px` wide and high.
void DrawIcon(Frame& frame, Icon icon, const Rect& box, ImU32 colour, float px = size::kIcon);

// The product's mark: a sheet with a tick on a rounded square.
void DrawMark(Frame& frame, const Rect& box);

}  // namespace pingshen::ui
