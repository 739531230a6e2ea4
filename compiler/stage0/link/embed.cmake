# Writes OUTPUT, a C++ file that holds the runtime's fragments.
# Usage: cmake -DOUTPUT=FILE -DFILES="a.lua;b.lua" -P embed.cmake
cmake_minimum_required(VERSION 3.25)
include("${CMAKE_CURRENT_LIST_DIR}/fragments.cmake")

read_fragments("${FILES}")
set(entries "")
foreach(key IN LISTS fragment_keys)
  # Compilers limit the length of one literal: pieces of 8,000 bytes.
  string(LENGTH "${${key}_text}" length)
  set(literals "")
  set(at 0)
  while(at LESS length)
    string(SUBSTRING "${${key}_text}" ${at} 8000 piece)
    string(APPEND literals "R\"loo(${piece})loo\"sv\n")
    math(EXPR at "${at} + 8000")
  endwhile()
  string(APPEND entries "  {\"${${key}_name}\", \"${${key}_condition}\", ${literals}},\n")
endforeach()
set(out "// Generated from runtime/lua by link/embed.cmake.
#include \"link/runtime_library.h\"

namespace loo {

using namespace std::string_view_literals;

namespace {

constexpr Fragment fragments[] = {
${entries}};

} // namespace

std::span<const Fragment> embedded_runtime() { return fragments; }

} // namespace loo
")
file(WRITE "${OUTPUT}.new" "${out}")
file(COPY_FILE "${OUTPUT}.new" "${OUTPUT}" ONLY_IF_DIFFERENT)
file(REMOVE "${OUTPUT}.new")
