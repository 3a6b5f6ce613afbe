// commission/pages/desk.css, as it is compiled in.
#pragma once

#include <string_view>

namespace pingshen::commission {

extern const std::string_view kDeskCss;

}  // namespace pingshen::commission
