// Tells how much memory code asks for at once: replaces the program's operator new.
#pragma once

#include <cstddef>

namespace pingshen {

void ForgetLargestRequest();
// The largest single request since then, in bytes.
std::size_t LargestRequest();

}  // namespace pingshen
