// A form graded A–E as large as a hospital's: chapters of placeholder items, some of them ★, and
// the scheme of 甲等, 乙等, 不合格.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "core/forms/loader.h"

namespace pingshen::ui {

struct LadderChapter {
  int items = 0;
  int core = 0;  // of them, the first ones
};
// 583 items in six chapters, 33 ★, as the standard for secondary hospitals counts them.
std::span<const LadderChapter> HospitalChapters();

std::shared_ptr<const forms::LoadedForm> LadderForm(std::span<const LadderChapter> chapters);
// "2.07": the seventh item of the second chapter.
std::string LadderItem(int chapter, int item);

}  // namespace pingshen::ui
