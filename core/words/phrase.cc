#include "core/words/phrase.h"

namespace pingshen::words {

std::string Fill(std::string_view pattern, std::initializer_list<std::string_view> values) {
  std::string out;
  auto value = values.begin();
  while (true) {
    const std::size_t place = pattern.find("{}");
    out += pattern.substr(0, place);
    if (place == std::string_view::npos) return out;
    if (value != values.end()) out += *value++;
    pattern.remove_prefix(place + 2);
  }
}

}  // namespace pingshen::words
