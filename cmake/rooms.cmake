# pingshen_room(NAME forms SOURCES a.cc … DEPENDS pingshen::model third_party::json …)
# One static library pingshen_<name>, alias pingshen::<name>. What it says of third-party libraries
# stays its own: a room that wants a third-party header must name the library itself.
function(pingshen_room)
  cmake_parse_arguments(ARG "" "NAME" "SOURCES;DEPENDS" ${ARGN})
  if(ARG_UNPARSED_ARGUMENTS OR NOT ARG_NAME OR NOT ARG_SOURCES)
    message(FATAL_ERROR "pingshen_room: wants NAME, SOURCES, DEPENDS; got ${ARGN}")
  endif()
  set(target pingshen_${ARG_NAME})
  add_library(${target} STATIC ${ARG_SOURCES})
  add_library(pingshen::${ARG_NAME} ALIAS ${target})
  target_link_libraries(${target} PUBLIC pingshen_options)
  pingshen_link_(${target} PUBLIC ${ARG_DEPENDS})
  pingshen_unity_(${target})
endfunction()

# Sources are compiled a dozen at a time: nearly all the time of one source goes into headers and into
# instances of the same templates. Names in anonymous namespaces must therefore differ within a
# library. The preset `alone` compiles each source by itself, so that none lives on another's includes.
option(PINGSHEN_UNITY "Compile the sources of a library a dozen at a time" ON)
function(pingshen_unity_ target)
  set_target_properties(${target} PROPERTIES
    UNITY_BUILD ${PINGSHEN_UNITY} UNITY_BUILD_MODE BATCH UNITY_BUILD_BATCH_SIZE 12)
endfunction()

# pingshen_for_speed(a.cc …): sources of this folder that loading a form waits for. The app is compiled
# for size, which leaves even the smallest functions of the library as calls; these files are not.
function(pingshen_for_speed)
  if(EMSCRIPTEN)
    set_source_files_properties(${ARGN} PROPERTIES COMPILE_OPTIONS -O2)
  endif()
endfunction()

# pingshen_test(NAME forms_test SOURCES a_test.cc … DEPENDS pingshen::forms … [LABELS slow])
# One GoogleTest program, one ctest. Tests see:
#   PINGSHEN_SOURCE_DIR  the checkout, as seen from where ctest starts them, which is the checkout
#   PINGSHEN_SHARED_DIR  further vectors, or "" when there are none: then skip (GTEST_SKIP)
function(pingshen_test)
  cmake_parse_arguments(ARG "" "NAME" "SOURCES;DEPENDS;LABELS" ${ARGN})
  if(ARG_UNPARSED_ARGUMENTS OR NOT ARG_NAME OR NOT ARG_SOURCES)
    message(FATAL_ERROR "pingshen_test: wants NAME, SOURCES, DEPENDS, LABELS; got ${ARGN}")
  endif()
  add_executable(${ARG_NAME} ${ARG_SOURCES})
  target_link_libraries(${ARG_NAME} PRIVATE pingshen_options third_party::gtest)
  pingshen_link_(${ARG_NAME} PRIVATE ${ARG_DEPENDS})
  pingshen_unity_(${ARG_NAME})
  target_compile_definitions(${ARG_NAME} PRIVATE
    PINGSHEN_SOURCE_DIR="." PINGSHEN_SHARED_DIR="${PINGSHEN_SHARED_DIR}")
  # Tests are compiled for speed of compiling; what they test is not.
  if(NOT EMSCRIPTEN AND NOT PINGSHEN_SANITIZE)
    target_compile_options(${ARG_NAME} PRIVATE -O0 -g1)
  endif()
  if(EMSCRIPTEN)
    # -O1: the linker's whole-program optimiser costs ten seconds for each program and finds no bug.
    target_link_options(${ARG_NAME} PRIVATE -O1 -sENVIRONMENT=node -sNODERAWFS -sEXIT_RUNTIME
      -sALLOW_MEMORY_GROWTH -sSTACK_SIZE=${PINGSHEN_STACK_BYTES} -sASSERTIONS=1)
  endif()
  add_test(NAME ${ARG_NAME} COMMAND ${ARG_NAME} --gtest_brief=1
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  set_tests_properties(${ARG_NAME} PROPERTIES TIMEOUT 600)
  if(ARG_LABELS)
    set_tests_properties(${ARG_NAME} PROPERTIES LABELS "${ARG_LABELS}")
  endif()
endfunction()

# The stack of one wasm instance; Emscripten's own 64 KiB is too little for SQLite's parser.
set(PINGSHEN_STACK_BYTES 1048576)

set(PINGSHEN_SHARED_DIR "" CACHE PATH "Folder with further test vectors")
if(NOT PINGSHEN_SHARED_DIR AND EXISTS "${PROJECT_SOURCE_DIR}/../shared/vectors")
  set(PINGSHEN_SHARED_DIR "../shared")
endif()

function(pingshen_link_ target scope)
  foreach(library IN LISTS ARGN)
    if(library MATCHES "^third_party::")
      target_link_libraries(${target} PRIVATE ${library})
    else()
      target_link_libraries(${target} ${scope} ${library})
    endif()
  endforeach()
endfunction()
