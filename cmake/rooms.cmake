# pingshen_room(NAME forms SOURCES a.cc … [FOR_SPEED b.cc …] DEPENDS pingshen::model third_party::json …)
# One static library pingshen_<name>, alias pingshen::<name>. What it says of third-party libraries
# stays its own: a room that wants a third-party header must name the library itself.
# FOR_SPEED: what loading a form waits for. The app is compiled for size, which leaves even the smallest
# functions of the library as calls; these sources are not.
function(pingshen_room)
  cmake_parse_arguments(ARG "" "NAME" "SOURCES;FOR_SPEED;DEPENDS" ${ARGN})
  if(ARG_UNPARSED_ARGUMENTS OR NOT ARG_NAME OR NOT ARG_SOURCES)
    message(FATAL_ERROR "pingshen_room: wants NAME, SOURCES, FOR_SPEED, DEPENDS; got ${ARGN}")
  endif()
  set(target pingshen_${ARG_NAME})
  pingshen_batches_(${target} sources ${ARG_SOURCES})
  set(fast)
  if(ARG_FOR_SPEED)
    pingshen_batches_(${target}_fast fast ${ARG_FOR_SPEED})
    if(EMSCRIPTEN)
      set_source_files_properties(${fast} PROPERTIES COMPILE_OPTIONS -O2)
    endif()
  endif()
  add_library(${target} STATIC ${sources} ${fast})
  add_library(pingshen::${ARG_NAME} ALIAS ${target})
  target_link_libraries(${target} PUBLIC pingshen_options)
  pingshen_link_(${target} PUBLIC ${ARG_DEPENDS})
  set_property(GLOBAL APPEND PROPERTY PINGSHEN_ROOMS ${target})
endfunction()

# Sources are compiled a dozen at a time: nearly all the time of one source goes into headers and into
# instances of the same templates. Names in anonymous namespaces must therefore differ within a
# library. The preset `alone` compiles each source by itself, so that none lives on another's includes.
# CMake's own UNITY_BUILD names sources by their whole path, which no other checkout finds in ccache.
option(PINGSHEN_UNITY "Compile the sources of a library a dozen at a time" ON)
set(PINGSHEN_BATCH 12)

# pingshen_batches_(NAME OUT a.cc …): OUT becomes the files to compile: the sources themselves, or
# files that include a batch of them each. Generated sources (absolute paths) stay by themselves.
function(pingshen_batches_ name out)
  set(result)
  set(batch)
  set(number 0)
  foreach(source IN LISTS ARGN)
    cmake_path(ABSOLUTE_PATH source NORMALIZE OUTPUT_VARIABLE path)
    cmake_path(IS_PREFIX PROJECT_BINARY_DIR "${path}" is_generated)
    if(NOT PINGSHEN_UNITY OR is_generated)
      list(APPEND result "${path}")
      continue()
    endif()
    cmake_path(RELATIVE_PATH path BASE_DIRECTORY "${PROJECT_SOURCE_DIR}")
    string(APPEND batch "#include \"${path}\"\n")
    math(EXPR number "${number} + 1")
    math(EXPR full "${number} % ${PINGSHEN_BATCH}")
    if(full EQUAL 0)
      pingshen_batch_file_(${name} ${number} "${batch}" result)
      set(batch)
    endif()
  endforeach()
  if(batch)
    pingshen_batch_file_(${name} ${number} "${batch}" result)
  endif()
  set(${out} ${result} PARENT_SCOPE)
endfunction()

function(pingshen_batch_file_ name number text out)
  set(file "${CMAKE_CURRENT_BINARY_DIR}/${name}_to_${number}.cc")
  file(CONFIGURE OUTPUT "${file}" CONTENT "${text}" @ONLY)
  set(${out} ${${out}} "${file}" PARENT_SCOPE)
endfunction()

# pingshen_test(NAME forms_test SOURCES a_test.cc … DEPENDS pingshen::forms … [SHARDS 4])
# One GoogleTest program; one ctest, or SHARDS of them that share its cases: long programs, which begin
# first, so that none is still running when all others have ended. Tests see:
#   PINGSHEN_SOURCE_DIR  the checkout, as seen from where ctest starts them, which is the checkout
#   PINGSHEN_SHARED_DIR  further vectors, or "" when there are none: then skip (GTEST_SKIP)
function(pingshen_test)
  cmake_parse_arguments(ARG "" "NAME;SHARDS" "SOURCES;DEPENDS" ${ARGN})
  if(ARG_UNPARSED_ARGUMENTS OR NOT ARG_NAME OR NOT ARG_SOURCES)
    message(FATAL_ERROR "pingshen_test: wants NAME, SOURCES, DEPENDS, SHARDS; got ${ARGN}")
  endif()
  pingshen_batches_(${ARG_NAME} sources ${ARG_SOURCES})
  add_executable(${ARG_NAME} ${sources})
  target_link_libraries(${ARG_NAME} PRIVATE pingshen_options third_party::gtest)
  pingshen_link_(${ARG_NAME} PRIVATE ${ARG_DEPENDS})
  target_compile_definitions(${ARG_NAME} PRIVATE
    PINGSHEN_SOURCE_DIR="." PINGSHEN_SHARED_DIR="${PINGSHEN_SHARED_DIR}")
  # Tests are compiled for speed of compiling; what they test is not.
  if(NOT EMSCRIPTEN)
    target_compile_options(${ARG_NAME} PRIVATE -O0 -g1)
  endif()
  if(EMSCRIPTEN)
    # -O1: the linker's whole-program optimiser costs ten seconds for each program and finds no bug.
    target_link_options(${ARG_NAME} PRIVATE -O1 -sENVIRONMENT=node -sNODERAWFS -sEXIT_RUNTIME
      -sALLOW_MEMORY_GROWTH -sSTACK_SIZE=${PINGSHEN_STACK_BYTES} -sASSERTIONS=1)
  endif()
  # A program under Node does not see the environment that tells a shard its number.
  if(ARG_SHARDS AND NOT EMSCRIPTEN)
    math(EXPR last "${ARG_SHARDS} - 1")
    foreach(shard RANGE ${last})
      pingshen_add_test_(${ARG_NAME}_${shard} ${ARG_NAME})
      set_tests_properties(${ARG_NAME}_${shard} PROPERTIES COST 100
        ENVIRONMENT "GTEST_TOTAL_SHARDS=${ARG_SHARDS};GTEST_SHARD_INDEX=${shard}")
    endforeach()
  else()
    pingshen_add_test_(${ARG_NAME} ${ARG_NAME})
    if(ARG_SHARDS)
      set_tests_properties(${ARG_NAME} PROPERTIES COST 100)
    endif()
  endif()
endfunction()

function(pingshen_add_test_ name program)
  add_test(NAME ${name} COMMAND ${program} --gtest_brief=1 WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  set_tests_properties(${name} PROPERTIES TIMEOUT 900)
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
