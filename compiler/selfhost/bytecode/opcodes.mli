(** The opcodes of OCaml's bytecode, 4.08 to 5.4: one table serves all (see
    [spec/opcodes.def], from which {!Opcodes_table} is made). *)

type op = Opcodes_table.op

external number : op -> int = "%identity"
(** An opcode's number in the code: the table is in that order. *)

val known : int
(** How many there are; the numbers below are opcodes. *)

val op_at : int array -> int -> op
(** The opcode of the instruction at a pc. *)

val name : op -> string
val shape : op -> Opcodes_table.shape

val instruction_size : int array -> int -> int
(** Words taken by the instruction at a pc, operands included; the code must be valid. *)

val switch_cases : int -> int
(** How many labels follow the first operand of a SWITCH: those of the constants
    in its lower 16 bits, those of the tags in the upper. *)

val label : int array -> base:int -> int -> int
(** The pc that the label in a word of valid code means, relative to [base]. *)
