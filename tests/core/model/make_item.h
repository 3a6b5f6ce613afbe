// Items and values as tests write them.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "core/model/item.h"
#include "core/model/value.h"

namespace pingshen::model {

inline Item MakeItem(std::string code, ItemType type, std::string label = "问题") {
  Item item;
  item.code = std::move(code);
  item.type = type;
  item.label = {std::move(label), "question"};
  return item;
}

// REQUIRES: `text` is a value of that kind.
inline Value Make(ValueKind kind, std::string_view text) { return Value::Make(kind, text).value(); }

}  // namespace pingshen::model
