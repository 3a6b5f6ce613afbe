# The Emscripten that scripts/setup.sh provided (or found on PATH).
include("${CMAKE_CURRENT_LIST_DIR}/../build/third_party.cmake")
include("${PINGSHEN_EMSCRIPTEN_ROOT}/cmake/Modules/Platform/Emscripten.cmake")

# CMake's own -O3 for Release makes a larger app that is no faster here.
foreach(language IN ITEMS C CXX)
  set(CMAKE_${language}_FLAGS_RELEASE "-Os -DNDEBUG" CACHE STRING "")
endforeach()
