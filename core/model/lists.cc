#include "core/model/lists.h"

#include <algorithm>

namespace pingshen::model {

const Option* Options::Find(std::string_view code) const {
  const Option* found = std::ranges::find(begin(), end(), code, &Option::code);
  return found == end() ? nullptr : found;
}

}  // namespace pingshen::model
