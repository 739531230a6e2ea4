# Writes the generated modules of the self-hosted compiler into the folder OUTPUT:
# ir_ops.ml, opcodes_table.ml, primitives.ml from compiler/spec, embedded_runtime.ml
# from runtime/lua, version.ml. A file that would not change isn't touched.
# Usage: cmake -DOUTPUT=FOLDER -DSPEC=FOLDER -DRUNTIME="a.lua;b.lua" -DVERSION=1.2.3 -P generate.cmake
cmake_minimum_required(VERSION 3.25)

function(write name text)
  set(file "${OUTPUT}/${name}")
  file(WRITE "${file}.new" "${text}")
  file(COPY_FILE "${file}.new" "${file}" ONLY_IF_DIFFERENT)
  file(REMOVE "${file}.new")
endfunction()

# The lines of a table in compiler/spec that begin with MACRO.
function(read_rows file macro result)
  file(STRINGS "${SPEC}/${file}" rows REGEX "^${macro}\\(")
  set(${result} "${rows}" PARENT_SCOPE)
endfunction()

function(capitalize word result)
  string(SUBSTRING "${word}" 0 1 first)
  string(TOUPPER "${first}" first)
  string(SUBSTRING "${word}" 1 -1 rest)
  set(${result} "${first}${rest}" PARENT_SCOPE)
endfunction()

# The number of `kind_a | kind_b`, as Ir has it.
function(kinds_number text result)
  set(kind_int 1)
  set(kind_float 2)
  set(kind_string 4)
  set(kind_block 8)
  set(kind_function 16)
  set(kind_any 31)
  set(kind_data 15)
  string(REGEX MATCHALL "kind_[a-z]+" kinds "${text}")
  set(number 0)
  foreach(kind IN LISTS kinds)
    if(NOT DEFINED ${kind})
      message(FATAL_ERROR "unknown kind ${kind}")
    endif()
    math(EXPR number "${number} | ${${kind}}")
  endforeach()
  set(${result} ${number} PARENT_SCOPE)
endfunction()

write(version.ml "let number = \"${VERSION}\"\n")

# -- ir_ops.ml

read_rows(ir_ops.def LOO_IR_OP rows)
set(types "")
set(names "")
set(effects "")
set(results "")
foreach(row IN LISTS rows)
  if(NOT row MATCHES "^LOO_IR_OP\\(([a-z_]+), ([a-z]+), ([a-z_]+)\\)")
    message(FATAL_ERROR "ir_ops.def: ${row}")
  endif()
  set(name "${CMAKE_MATCH_1}")
  capitalize("${name}" constructor)
  capitalize("${CMAKE_MATCH_2}" effect)
  kinds_number("${CMAKE_MATCH_3}" kinds)
  string(APPEND types "  | ${constructor}\n")
  string(APPEND names "  | ${constructor} -> \"${name}\"\n")
  string(APPEND effects "  | ${constructor} -> ${effect}\n")
  string(APPEND results "  | ${constructor} -> ${kinds}\n")
endforeach()
write(ir_ops.ml "(* Generated from spec/ir_ops.def. *)

type effects = Pure | Read | Effect

type opcode =
${types}
let name = function
${names}
let effects = function
${effects}
(* What the operation may give, as a set of kinds. *)
let result = function
${results}")

# -- opcodes_table.ml

read_rows(opcodes.def LOO_OPCODE rows)
list(LENGTH rows count)
set(types "")
set(ops "")
set(names "")
set(shapes "")
foreach(row IN LISTS rows)
  if(NOT row MATCHES "^LOO_OPCODE\\(([A-Z0-9_]+), ([a-z0-9_]+)\\)")
    message(FATAL_ERROR "opcodes.def: ${row}")
  endif()
  string(APPEND types "  | ${CMAKE_MATCH_1}\n")
  string(APPEND ops "  ${CMAKE_MATCH_1};\n")
  string(APPEND names "  \"${CMAKE_MATCH_1}\";\n")
  string(APPEND shapes "  Shape_${CMAKE_MATCH_2};\n")
endforeach()
write(opcodes_table.ml "(* Generated from spec/opcodes.def. *)

type shape =
  | Shape_no_operands
  | Shape_int1
  | Shape_int2
  | Shape_int3
  | Shape_label
  | Shape_int1_label
  | Shape_switch_table
  | Shape_closurerec

type op =
${types}
let count = ${count}

let ops = [|
${ops}|]

let names = [|
${names}|]

let shapes = [|
${shapes}|]
")

# -- primitives.ml

read_rows(primitives.def LOO_PRIMITIVE rows)
set(all "")
foreach(row IN LISTS rows)
  if(NOT row MATCHES "^LOO_PRIMITIVE\\(([A-Za-z0-9_]+), ([a-z]+), ([a-z_ |]+), ([a-z]+), (\"([^\"\\]|\\\\.)*\")\\)")
    message(FATAL_ERROR "primitives.def: ${row}")
  endif()
  set(name "${CMAKE_MATCH_1}")
  set(text "${CMAKE_MATCH_5}")
  set(kinds "${CMAKE_MATCH_3}")
  capitalize("${CMAKE_MATCH_4}" form)
  capitalize("${CMAKE_MATCH_2}" effect)
  kinds_number("${kinds}" kinds)
  set(what "effects = Ir_ops.${effect}; result = ${kinds}; form = ${form}")
  string(APPEND all "  { name = \"${name}\"; ${what}; text = ${text} };\n")
endforeach()
write(primitives.ml "(* Generated from spec/primitives.def. *)

type form = Call | Value | Truth

type t = { name : string; effects : Ir_ops.effects; result : int; form : form; text : string }

let all = [|
${all}|]
")

# -- embedded_runtime.ml

include("${CMAKE_CURRENT_LIST_DIR}/../stage0/link/fragments.cmake")
read_fragments("${RUNTIME}")
set(all "")
foreach(key IN LISTS fragment_keys)
  set(header "name = \"${${key}_name}\"; condition = \"${${key}_condition}\"")
  string(APPEND all "  { ${header}; text = {loo|${${key}_text}|loo} };\n")
endforeach()
write(embedded_runtime.ml "(* Generated from runtime/lua: its fragments in the order of their names; the
   variants of a name as in their file. *)

type fragment = {
  name : string;
  condition : string;  (* what follows `if` in its header, or \"\" *)
  text : string;  (* all behind the header, with comments *)
}

let fragments = [|
${all}|]
")
