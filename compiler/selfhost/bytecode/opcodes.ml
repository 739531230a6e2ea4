open Opcodes_table

type op = Opcodes_table.op

external number : op -> int = "%identity"

let known = count
let op_at (code : int array) pc = ops.(code.(pc))
let name op = names.(number op)
let shape op = shapes.(number op)

(* The code is signed: a shift must not see the sign. *)
let switch_cases sizes = (sizes land 0xffff) + ((sizes asr 16) land 0xffff)
let label (code : int array) ~base word = base + code.(word)

(* By opcode; 0 when the size depends on an operand. *)
let fixed_sizes =
  Array.map
    (function
      | Shape_no_operands -> 1
      | Shape_int1 | Shape_label -> 2
      | Shape_int2 | Shape_int1_label -> 3
      | Shape_int3 -> 4
      | Shape_switch_table | Shape_closurerec -> 0)
    shapes

let instruction_size (code : int array) pc =
  let op = code.(pc) in
  let size = fixed_sizes.(op) in
  if size > 0 then size
  else
    match shapes.(op) with
    | Shape_switch_table -> 2 + switch_cases code.(pc + 1)
    | Shape_closurerec -> 3 + code.(pc + 1)
    | Shape_no_operands | Shape_int1 | Shape_int2 | Shape_int3 | Shape_label | Shape_int1_label -> 1
