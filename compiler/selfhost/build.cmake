# Compiles MODULES (.ml and .mli, any order) to one program. All of it happens on
# copies in FOLDER and by their names, so that the bytecode is the same bytes
# wherever the sources are.
# Usage: cmake -DCOMPILER=ocamlc -DOCAMLDEP=ocamldep -DMODULES="a.ml;a.mli" [-DFLAGS=-g] -DFOLDER=PATH -DOUTPUT=FILE -P build.cmake
cmake_minimum_required(VERSION 3.25)

file(REMOVE_RECURSE "${FOLDER}")
file(MAKE_DIRECTORY "${FOLDER}")
set(names "")
foreach(module IN LISTS MODULES)
  get_filename_component(name "${module}" NAME)
  file(COPY_FILE "${module}" "${FOLDER}/${name}")
  list(APPEND names "${name}")
endforeach()
list(SORT names)

execute_process(
  COMMAND "${OCAMLDEP}" -sort ${names}
  WORKING_DIRECTORY "${FOLDER}" OUTPUT_VARIABLE sorted COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "[^ \n]+" sorted "${sorted}")
execute_process(
  COMMAND "${COMPILER}" ${FLAGS} -strict-sequence -w +a-4-9-40-41-42-44-45-70 -warn-error +a -o program ${sorted}
  WORKING_DIRECTORY "${FOLDER}" COMMAND_ERROR_IS_FATAL ANY)
file(RENAME "${FOLDER}/program" "${OUTPUT}")
