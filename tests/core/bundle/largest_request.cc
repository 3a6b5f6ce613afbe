#include "tests/core/bundle/largest_request.h"

#include <cstdlib>
#include <new>

namespace {

std::size_t largest_request = 0;

}  // namespace

// Apart from its users, so that no compiler inlines one half of a pair.
void* operator new(std::size_t size) {
  if (size > largest_request) largest_request = size;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace pingshen {

void ForgetLargestRequest() { largest_request = 0; }
std::size_t LargestRequest() { return largest_request; }

}  // namespace pingshen
