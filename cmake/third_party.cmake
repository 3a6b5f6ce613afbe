# Third-party libraries as third_party::…, the same names natively and for wasm. All are SYSTEM and
# compiled without our warnings. Nothing here adds /usr/include to a compile: header-only libraries
# are seen through a link to their one folder.

# third_party_headers(NAME FOLDER): third_party::NAME is the headers in FOLDER of the machine's
# include path, e.g. "nlohmann".
function(third_party_headers name folder)
  find_path(PINGSHEN_${name}_INCLUDE ${folder} PATHS /usr/include /usr/local/include
    NO_CMAKE_FIND_ROOT_PATH REQUIRED)
  set(view "${PROJECT_BINARY_DIR}/third_party/${name}")
  file(MAKE_DIRECTORY "${view}")
  file(CREATE_LINK "${PINGSHEN_${name}_INCLUDE}/${folder}" "${view}/${folder}" SYMBOLIC)
  add_library(third_party_${name} INTERFACE)
  target_include_directories(third_party_${name} SYSTEM INTERFACE "${view}")
  add_library(third_party::${name} ALIAS third_party_${name})
endfunction()

# third_party_library(NAME INCLUDE_DIR SOURCES…): compiled here.
function(third_party_library name include_dir)
  add_library(third_party_${name} STATIC ${ARGN})
  target_include_directories(third_party_${name} SYSTEM PUBLIC "${include_dir}")
  target_compile_options(third_party_${name} PRIVATE -w)
  # Compiled once for many test runs: fast also where our own code is compiled to be looked into.
  if(CMAKE_BUILD_TYPE STREQUAL "Debug")
    target_compile_options(third_party_${name} PRIVATE -O2)
  endif()
  add_library(third_party::${name} ALIAS third_party_${name})
endfunction()

third_party_headers(json nlohmann)
third_party_headers(cereal cereal)

# Botan: one source file, compiled by scripts/setup.sh because it takes a minute.
if(EMSCRIPTEN)
  set(botan_dir "${PINGSHEN_BOTAN_WEB_DIR}")
else()
  set(botan_dir "${PINGSHEN_BOTAN_NATIVE_DIR}")
endif()
add_library(third_party_botan STATIC IMPORTED GLOBAL)
set_target_properties(third_party_botan PROPERTIES
  IMPORTED_LOCATION "${botan_dir}/libbotan.a"
  INTERFACE_INCLUDE_DIRECTORIES "${botan_dir}")
if(NOT EMSCRIPTEN)
  target_link_libraries(third_party_botan INTERFACE Threads::Threads)
endif()
add_library(third_party::botan ALIAS third_party_botan)

# SQLite's amalgamation. In wasm it has no operating system: whoever links it defines
# sqlite3_os_init() and registers a VFS.
set(sqlite_dir "${PINGSHEN_NODE_MODULES}/better-sqlite3/deps/sqlite3")
third_party_library(sqlite3 "${sqlite_dir}" "${sqlite_dir}/sqlite3.c")
target_compile_definitions(third_party_sqlite3 PRIVATE
  SQLITE_OMIT_LOAD_EXTENSION SQLITE_OMIT_DEPRECATED SQLITE_OMIT_SHARED_CACHE
  SQLITE_DQS=0 SQLITE_TEMP_STORE=3 SQLITE_LIKE_DOESNT_MATCH_BLOBS SQLITE_DEFAULT_MEMSTATUS=0)
if(EMSCRIPTEN)
  target_compile_definitions(third_party_sqlite3 PRIVATE SQLITE_OS_OTHER=1 SQLITE_THREADSAFE=0)
else()
  target_compile_definitions(third_party_sqlite3 PRIVATE SQLITE_THREADSAFE=1)
  target_link_libraries(third_party_sqlite3 PUBLIC Threads::Threads m)
endif()

# Dear ImGui without a backend (tests draw into nothing), and its OpenGL ES 3 backend in the browser.
set(IMGUI_DIR "" CACHE PATH "Sources of Dear ImGui 1.92.x instead of the ones of the set-up")
set(imgui_dir "${PINGSHEN_IMGUI_DIR}")
if(IMGUI_DIR)
  set(imgui_dir "${IMGUI_DIR}")
endif()
file(STRINGS "${imgui_dir}/imgui.h" imgui_version REGEX "^#define IMGUI_VERSION_NUM")
if(NOT imgui_version MATCHES "192[0-9][0-9]")
  message(FATAL_ERROR "${imgui_dir} does not hold Dear ImGui 1.92.x: ${imgui_version}")
endif()
third_party_library(imgui "${imgui_dir}"
  "${imgui_dir}/imgui.cpp" "${imgui_dir}/imgui_draw.cpp" "${imgui_dir}/imgui_tables.cpp"
  "${imgui_dir}/imgui_widgets.cpp")
target_compile_definitions(third_party_imgui PUBLIC
  IMGUI_USE_WCHAR32 IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_DEMO_WINDOWS
  IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS)
if(EMSCRIPTEN)
  third_party_library(imgui_opengl3 "${imgui_dir}/backends"
    "${imgui_dir}/backends/imgui_impl_opengl3.cpp")
  target_link_libraries(third_party_imgui_opengl3 PUBLIC third_party_imgui)
  target_compile_definitions(third_party_imgui_opengl3 PUBLIC IMGUI_IMPL_OPENGL_ES3)
  # web/platform/gl_state.cc: the state of the context without waiting for the graphics process.
  target_compile_definitions(third_party_imgui_opengl3 PRIVATE glGetIntegerv=pingshen_gl_get)
endif()

# Unicode line breaking (UAX #14).
set(unibreak_src "${PINGSHEN_UNIBREAK_DIR}/src")
file(GLOB unibreak_sources "${unibreak_src}/*.c")
list(REMOVE_ITEM unibreak_sources "${unibreak_src}/tests.c")
third_party_library(unibreak "${unibreak_src}" ${unibreak_sources})

# ZIP with deflate: zlib's core and minizip from its contrib folder.
set(zlib_dir "${PINGSHEN_ZLIB_DIR}")
set(minizip_dir "${zlib_dir}/contrib/minizip")
third_party_library(minizip "${minizip_dir}"
  "${zlib_dir}/adler32.c" "${zlib_dir}/crc32.c" "${zlib_dir}/deflate.c" "${zlib_dir}/inffast.c"
  "${zlib_dir}/inflate.c" "${zlib_dir}/inftrees.c" "${zlib_dir}/trees.c" "${zlib_dir}/zutil.c"
  "${minizip_dir}/ioapi.c" "${minizip_dir}/unzip.c" "${minizip_dir}/zip.c")
target_include_directories(third_party_minizip SYSTEM BEFORE PUBLIC "${zlib_dir}")
# NOCRYPT, NOUNCRYPT: no passwords. Z_PREFIX: the desk also loads the system's zlib (cpp-httplib).
target_compile_definitions(third_party_minizip PUBLIC NOCRYPT NOUNCRYPT Z_PREFIX)

# XML of spreadsheet parts: a compact tree, no XPath, no standard library, no exceptions.
third_party_library(pugixml "${PINGSHEN_PUGIXML_DIR}/src" "${PINGSHEN_PUGIXML_DIR}/src/pugixml.cpp")
target_compile_definitions(third_party_pugixml PUBLIC
  PUGIXML_COMPACT PUGIXML_NO_XPATH PUGIXML_NO_STL PUGIXML_NO_EXCEPTIONS)

# Regular expressions in time that grows with the text only. The version of Debian 12 needs no abseil.
if(NOT EXISTS "${PINGSHEN_RE2_DIR}/re2/re2.h")
  message(FATAL_ERROR "Please run scripts/setup.sh again: it provides RE2.")
endif()
set(re2_dir "${PINGSHEN_RE2_DIR}")
file(GLOB re2_sources "${re2_dir}/re2/*.cc")
third_party_library(re2 "${re2_dir}" ${re2_sources}
  "${re2_dir}/util/rune.cc" "${re2_dir}/util/strutil.cc")
if(NOT EMSCRIPTEN)
  target_link_libraries(third_party_re2 PUBLIC Threads::Threads)
endif()

# GoogleTest and GoogleMock with their main().
find_path(PINGSHEN_GOOGLETEST_DIR googletest/src/gtest-all.cc PATHS /usr/src/googletest
  NO_CMAKE_FIND_ROOT_PATH REQUIRED)
third_party_library(gtest "${PINGSHEN_GOOGLETEST_DIR}/googletest/include"
  "${PINGSHEN_GOOGLETEST_DIR}/googletest/src/gtest-all.cc"
  "${PINGSHEN_GOOGLETEST_DIR}/googlemock/src/gmock-all.cc"
  "${PINGSHEN_GOOGLETEST_DIR}/googlemock/src/gmock_main.cc")
set_target_properties(third_party_gtest PROPERTIES EXCLUDE_FROM_ALL ON)
target_include_directories(third_party_gtest SYSTEM
  PUBLIC "${PINGSHEN_GOOGLETEST_DIR}/googlemock/include"
  PRIVATE "${PINGSHEN_GOOGLETEST_DIR}/googletest" "${PINGSHEN_GOOGLETEST_DIR}/googlemock")
if(EMSCRIPTEN)
  target_compile_definitions(third_party_gtest PUBLIC GTEST_HAS_PTHREAD=0)
else()
  target_link_libraries(third_party_gtest PUBLIC Threads::Threads)
endif()

# HTTP server and client. Debian compiles it as a shared library: the three definitions are part of
# its interface and must be the ones that it was built with.
if(NOT EMSCRIPTEN)
  find_library(PINGSHEN_HTTPLIB cpp-httplib REQUIRED)
  add_library(third_party_httplib INTERFACE)
  target_link_libraries(third_party_httplib INTERFACE
    "${PINGSHEN_HTTPLIB}" ssl crypto Threads::Threads)
  target_compile_definitions(third_party_httplib INTERFACE
    CPPHTTPLIB_OPENSSL_SUPPORT CPPHTTPLIB_ZLIB_SUPPORT CPPHTTPLIB_BROTLI_SUPPORT)
  add_library(third_party::httplib ALIAS third_party_httplib)
endif()
