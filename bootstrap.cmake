# cmake [-DCOMPILER=path] -P bootstrap.cmake
# Compiles a sample with lua_of_ocaml for the portable target and for each Lua's
# own, runs it on every Lua of this machine, and ends in one line. Exit status: 0
# when all agree, 1 when one differs or none could run.
cmake_minimum_required(VERSION 3.25)

if(NOT COMPILER)
  set(COMPILER "${CMAKE_CURRENT_LIST_DIR}/build/lua_of_ocaml")
endif()
set(sample "${CMAKE_CURRENT_LIST_DIR}/runtime/examples/hello_lua/hello_lua.ml")
set(expected "Hello from Lua_of_ocaml!\n")
if(NOT EXISTS "${COMPILER}")
  message(FATAL_ERROR "bootstrap: ${COMPILER} isn't built; see scripts/bootstrap")
endif()

set(agree "")
set(differ "")
foreach(lua IN ITEMS lua5.1 lua5.2 lua5.3 lua5.4 luajit nvim)
  find_program(path_${lua} ${lua} NO_CACHE)
  if(NOT path_${lua})
    message("bootstrap: SKIP ${lua}: not installed")
    continue()
  endif()
  foreach(target IN ITEMS portable own)
    set(option "")
    if(target STREQUAL portable)
      set(option --target portable)
    endif()
    execute_process(COMMAND "${COMPILER}" run --lua ${lua} ${option} "${sample}"
      OUTPUT_VARIABLE output ERROR_VARIABLE error RESULT_VARIABLE status)
    if(NOT status STREQUAL "0" OR NOT output STREQUAL expected)
      list(APPEND differ "${lua} (${target})")
      message("bootstrap: ${lua} (${target}): exit status ${status}, output `${output}`, ${error}")
    endif()
  endforeach()
  list(APPEND agree ${lua})
endforeach()

list(JOIN agree ", " names)
if(differ OR NOT agree)
  list(JOIN differ ", " names)
  message(FATAL_ERROR "bootstrap: FAILED  ${names}")
endif()
message("bootstrap: OK  the sample runs on ${names}")
