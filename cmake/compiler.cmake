# How everything is compiled: language, warnings for our own code, sanitizers, exceptions in wasm.
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_STANDARD 11)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

option(PINGSHEN_SANITIZE "Address and undefined behaviour sanitizers" OFF)
option(PINGSHEN_FUZZ "The fuzz targets, with the same sanitizers; needs clang" OFF)

# For our own code only; third-party code is compiled without it.
add_library(pingshen_options INTERFACE)
target_include_directories(pingshen_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_definitions(pingshen_options INTERFACE PINGSHEN_VERSION="${PROJECT_VERSION}")
# The two that are off keep clang (wasm) from being stricter than g++: -Wconversion implies the first
# there, -Wall the second, which would refuse a table of offsets of which not all are used.
target_compile_options(pingshen_options INTERFACE
  -Wall -Wextra -Wconversion -Wno-sign-conversion -Wno-unused-const-variable -Wshadow -Werror)
# g++ 12 sees uninitialized values in std::optional and in lambdas where there are none, as soon as it
# optimises; clang, which compiles the same code for wasm, and the sanitizers keep watch instead.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_BUILD_TYPE STREQUAL "RelWithDebInfo")
  target_compile_options(pingshen_options INTERFACE -Wno-maybe-uninitialized)
endif()

# Several sources in one compilation (PINGSHEN_UNITY) look to g++ like headers with unnamed types.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(pingshen_options INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wno-subobject-linkage>)
endif()
# std::stable_sort of libstdc++ 12 uses what the same library calls deprecated; clang says so of every
# call in our sources.
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND NOT EMSCRIPTEN)
  target_compile_options(pingshen_options INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wno-deprecated-declarations>)
endif()

if(EMSCRIPTEN)
  set(CMAKE_POSITION_INDEPENDENT_CODE OFF)
  add_compile_options(-fwasm-exceptions)
  add_link_options(-fwasm-exceptions)
else()
  find_package(Threads REQUIRED)
endif()

if(PINGSHEN_SANITIZE)
  set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1")
  set(CMAKE_C_FLAGS_DEBUG "-O1 -g1")
  add_compile_options(-fsanitize=address -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
  target_compile_options(pingshen_options INTERFACE -fsanitize=undefined -fno-sanitize-recover=all)
  target_compile_definitions(pingshen_options INTERFACE _GLIBCXX_ASSERTIONS)
endif()

if(PINGSHEN_FUZZ)
  set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1")
  set(CMAKE_C_FLAGS_DEBUG "-O1 -g1")
  add_compile_options(-fsanitize=fuzzer-no-link,address)
  add_link_options(-fsanitize=address,undefined)
  target_compile_options(pingshen_options INTERFACE -fsanitize=undefined -fno-sanitize-recover=all)
  target_compile_definitions(pingshen_options INTERFACE _GLIBCXX_ASSERTIONS)
endif()

# Compiled once for all checkouts of a machine: paths below the checkout count as relative.
find_program(PINGSHEN_CCACHE ccache)
if(PINGSHEN_CCACHE)
  set(launcher "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" CCACHE_NOHASHDIR=1)
  if(PINGSHEN_CCACHE_DIR)
    list(APPEND launcher "CCACHE_DIR=${PINGSHEN_CCACHE_DIR}" CCACHE_MAXSIZE=4G)
  endif()
  list(APPEND launcher "${PINGSHEN_CCACHE}")
  set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
endif()
