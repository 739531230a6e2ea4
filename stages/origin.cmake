# Where in OCaml the function is from that a difference is in. stage0 tells it in
# comments (--debug-info). B has no debug information, so of B it's the unit and the pc
# of the function; the line is that of the function in which the same two translators
# differ about a B compiled with -g.

# Runs a command in LOO_STAGES, without a word. Sets `out` to whether it succeeds.
function(loo_run_quietly out)
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY "${LOO_STAGES}" INPUT_FILE "${LOO_STAGES}/run/empty"
    OUTPUT_QUIET ERROR_QUIET RESULT_VARIABLE status TIMEOUT ${LOO_TIMEOUT})
  set(${out} OFF PARENT_SCOPE)
  if(status STREQUAL "0")
    set(${out} ON PARENT_SCOPE)
  endif()
endfunction()

# B for `target` by stage0, with comments: run/commented.lua. Sets `out` to it, or to "".
function(loo_make_commented target out)
  set(${out} "" PARENT_SCOPE)
  if(EXISTS "${LOO_STAGE0}")
    loo_run_quietly(good "${LOO_STAGE0}" compile lua_of_ocaml.bc -o run/commented.lua --target ${target} --debug-info)
    if(good)
      set(${out} run/commented.lua PARENT_SCOPE)
    endif()
  endif()
endfunction()

# run/debug.bc, B with debug information, from the sources beside this file; none unless
# they give B itself without.
function(loo_make_debug_b)
  if(EXISTS "${LOO_STAGES}/run/debug.bc" OR NOT EXISTS "${LOO_ROOT}/compiler/selfhost/build.cmake")
    return()
  endif()
  find_program(ocamlc ocamlc NO_CACHE)
  find_program(ocamldep ocamldep NO_CACHE)
  if(NOT ocamlc OR NOT ocamldep)
    return()
  endif()
  file(STRINGS "${LOO_ROOT}/CMakeLists.txt" project REGEX "^project\\(")
  string(REGEX MATCH "[0-9]+\\.[0-9.]+" version "${project}")
  file(GLOB runtime "${LOO_ROOT}/runtime/lua/*.lua")
  set(folder "${LOO_STAGES}/run/debug")
  execute_process(COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${folder}/generated" "-DSPEC=${LOO_ROOT}/compiler/spec"
    "-DRUNTIME=${runtime}" "-DVERSION=${version}" -P "${LOO_ROOT}/compiler/selfhost/generate.cmake"
    OUTPUT_QUIET ERROR_QUIET)
  file(GLOB modules "${LOO_ROOT}/compiler/selfhost/*/*.ml" "${LOO_ROOT}/compiler/selfhost/*/*.mli" "${folder}/generated/*.ml")
  file(SHA256 "${LOO_STAGES}/lua_of_ocaml.bc" b)
  foreach(flags IN ITEMS "" "-g")
    execute_process(COMMAND "${CMAKE_COMMAND}" "-DCOMPILER=${ocamlc}" "-DOCAMLDEP=${ocamldep}" "-DMODULES=${modules}"
      "-DFLAGS=${flags}" "-DFOLDER=${folder}/objects" "-DOUTPUT=${folder}/made.bc"
      -P "${LOO_ROOT}/compiler/selfhost/build.cmake" OUTPUT_QUIET ERROR_QUIET RESULT_VARIABLE status)
    if(NOT status STREQUAL "0")
      return()
    endif()
    if(flags STREQUAL "")
      file(SHA256 "${folder}/made.bc" made)
      if(NOT made STREQUAL b)
        return()
      endif()
    endif()
  endforeach()
  file(RENAME "${folder}/made.bc" "${LOO_STAGES}/run/debug.bc")
endfunction()

# File, line and definition of the function in which stage0 and the edge differ about
# run/debug.bc.
function(loo_show_source name)
  if(NOT EXISTS "${LOO_STAGE0}")
    return()
  endif()
  loo_make_debug_b()
  if(NOT EXISTS "${LOO_STAGES}/run/debug.bc")
    return()
  endif()
  set(arguments compile run/debug.bc --target ${${name}.target} --debug-info -o)
  loo_run_quietly(good_reference "${LOO_STAGE0}" ${arguments} run/debug.stage0.lua)
  loo_edge_command(${name} "${arguments};run/debug.edge.lua" command)
  loo_run_quietly(good_edge ${command})
  if(good_reference AND good_edge)
    loo_place(run/debug.stage0.lua run/debug.edge.lua "" text)
    if(text MATCHES "\nfrom ([^\n]*), pc [0-9]+")
      message("  source: ${CMAKE_MATCH_1} (so with a B that has debug information)")
    endif()
  endif()
  file(REMOVE "${LOO_STAGES}/run/debug.edge.lua")
endfunction()
