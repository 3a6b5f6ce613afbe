// A printed page read back: the words of its rows, found by the code of the item.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/report/print.h"
#include "tests/core/model/make_item.h"

namespace pingshen::report {

// Character references undone, tags gone; cells, blocks and line breaks become "|", several of them
// one.
std::string WordsOf(std::string_view html);
// What the row of that item says behind its code, with the row in the full width below it.
std::string RowOf(const std::string& html, std::string_view code);
// Every tag that is opened is closed in its order, attributes are quoted, no stray '<' or '&'. The
// empty string, or where it is not so.
std::string MarkupFault(std::string_view html);

// A form with one section "S", and a report of it with an entry for each of its items.
struct Sample {
  model::Form form;
  Report report;
  // REQUIRES: all items are there before the first answer.
  void Add(model::Item item);
  Entry& At(std::string_view code);
  std::string Print(Language language = Language::kChinese);
  // Makes the entries of all items.
  void Begin();
};

using model::Make;
using model::MakeItem;

}  // namespace pingshen::report
