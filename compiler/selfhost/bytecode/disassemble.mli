(** The code as text, for [--dump=bytecode]: one instruction a line, branch targets
    as pcs, primitives by name. *)

val disassemble : Image.t -> string
