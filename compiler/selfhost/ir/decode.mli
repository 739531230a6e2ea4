(** An instruction in its plain form: [ACC3], [PUSHACC3] and [PUSHACC 3] are all
    [ACC] with operand 3, the last two with [push] set. Private to the builder. *)

type plain = {
  op : Opcodes.op;
  push : bool;  (** the accumulator is pushed first *)
  implied : bool;  (** [operand] comes from the opcode, not from the code *)
  operand : int;
}

val plain_form : Opcodes.op -> plain
