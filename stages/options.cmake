# What can be set with -DNAME=VALUE before -P, and its defaults.
#
#   LOO_STAGES      the folder that everything is written to (build/stages)
#   LOO_STAGE0      the compiler in C++ (build/lua_of_ocaml); LOO_STAGE0_CLANG: the same, built by clang++
#   LOO_SEED        a B to use instead of LOO_STAGES/lua_of_ocaml.bc; its hash must be the expected one
#   LOO_TARGETS     what to translate for; LOO_HOSTS: on which Luas (lists; all by default)
#   LOO_HOST_name   the path of a host's interpreter, for one that isn't in PATH
#   LOO_EXPECTED    the file of expected hashes (stages/expected.sha256)
#   LOO_JOBS        edges at a time (one per processor); LOO_TIMEOUT: seconds per edge
#   LOO_EXPLAIN     ON: say why each edge ran (also --explain)
#   LOO_COMPARE     ON: make nothing, compare what is there (also --compare)
#   LOO_RELEASE     ON: a host that is missing, or a B that isn't the expected one, is a failure (also --release)

set(LOO_ALL_TARGETS portable lua5.1 lua5.2 lua5.3 lua5.4 luajit)
set(LOO_ALL_HOSTS lua5.1 lua5.2 lua5.3 lua5.4 nvim luajit) # the slow ones first: they end last

# Sets `name` in the caller's scope unless it's set.
macro(loo_default name)
  if(NOT DEFINED ${name} OR "${${name}}" STREQUAL "")
    set(${name} ${ARGN})
  endif()
endmacro()

# A release archive carries B and what it should become; a checkout has neither.
macro(loo_read_options)
  set(LOO_ARCHIVE OFF)
  if(EXISTS "${LOO_ROOT}/lua_of_ocaml.bc" AND EXISTS "${LOO_ROOT}/SHA256SUMS")
    set(LOO_ARCHIVE ON)
    loo_default(LOO_SEED "${LOO_ROOT}/lua_of_ocaml.bc")
  endif()
  loo_default(LOO_STAGES "${LOO_ROOT}/build/stages")
  loo_default(LOO_STAGE0 "${LOO_ROOT}/build/lua_of_ocaml")
  loo_default(LOO_STAGE0_CLANG "${LOO_ROOT}/build/stage0-clang/lua_of_ocaml")
  loo_default(LOO_TARGETS ${LOO_ALL_TARGETS})
  loo_default(LOO_HOSTS ${LOO_ALL_HOSTS})
  loo_default(LOO_EXPECTED "${LOO_ROOT}/stages/expected.sha256")
  cmake_host_system_information(RESULT loo_processors QUERY NUMBER_OF_LOGICAL_CORES)
  loo_default(LOO_JOBS ${loo_processors})
  loo_default(LOO_TIMEOUT 900)
  loo_default(LOO_EXPLAIN OFF)
  loo_default(LOO_COMPARE OFF)
  loo_default(LOO_RELEASE OFF)
  foreach(name IN ITEMS LOO_STAGES LOO_STAGE0 LOO_STAGE0_CLANG LOO_EXPECTED LOO_SEED)
    if(NOT "${${name}}" STREQUAL "")
      cmake_path(ABSOLUTE_PATH ${name} NORMALIZE)
    endif()
  endforeach()
  loo_read_words()
endmacro()

# The words after `-P bootstrap.cmake`: flags, and regular expressions for the
# names of the edges that are wanted (LOO_ONLY).
macro(loo_read_words)
  loo_default(LOO_ONLY "")
  set(loo_after_script OFF)
  set(loo_position 1)
  while(loo_position LESS CMAKE_ARGC)
    set(loo_word "${CMAKE_ARGV${loo_position}}")
    math(EXPR loo_position "${loo_position} + 1")
    if(loo_word STREQUAL "-P")
      math(EXPR loo_position "${loo_position} + 1")
      set(loo_after_script ON)
    elseif(NOT loo_after_script OR loo_word STREQUAL "--")
      continue()
    elseif(loo_word STREQUAL "--explain")
      set(LOO_EXPLAIN ON)
    elseif(loo_word STREQUAL "--compare")
      set(LOO_COMPARE ON)
    elseif(loo_word STREQUAL "--release")
      set(LOO_RELEASE ON)
    elseif(loo_word MATCHES "^-")
      message(FATAL_ERROR "bootstrap: unknown option ${loo_word}: --explain, --compare, --release, or edges")
    else()
      list(APPEND LOO_ONLY "${loo_word}")
    endif()
  endwhile()
endmacro()
