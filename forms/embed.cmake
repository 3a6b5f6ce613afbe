# cmake -DOUTPUT=forms.cc -P embed.cmake -- a.json b.json …
# Writes a C++ source that holds the exact bytes of the files.
set(files)
set(after_dashes FALSE)
foreach(i RANGE 1 ${CMAKE_ARGC})
  if(after_dashes AND DEFINED CMAKE_ARGV${i})
    list(APPEND files "${CMAKE_ARGV${i}}")
  elseif("${CMAKE_ARGV${i}}" STREQUAL "--")
    set(after_dashes TRUE)
  endif()
endforeach()

set(arrays "")
set(entries "")
set(number 0)
foreach(file IN LISTS files)
  file(READ "${file}" hex HEX)
  string(REGEX REPLACE "(................................)" "\\1\n" hex "${hex}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," hex "${hex}")
  cmake_path(GET file FILENAME name)
  string(APPEND arrays "// ${name}\nconstexpr std::uint8_t kForm${number}[] = {\n${hex}};\n\n")
  string(APPEND entries "      Bytes(std::begin(kForm${number}), std::end(kForm${number})),\n")
  math(EXPR number "${number} + 1")
endforeach()

file(WRITE "${OUTPUT}" "#include \"forms/built_in.h\"

#include <cstdint>
#include <iterator>

namespace pingshen::forms {
namespace {

${arrays}}  // namespace

std::vector<Bytes> BuiltInForms() {
  return {
${entries}  };
}

}  // namespace pingshen::forms
")
