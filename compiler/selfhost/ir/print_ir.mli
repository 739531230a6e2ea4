(** The IR as text, for [--dump] and for tests. Both compilers print the same text,
    so that the first phase in which they differ can be named. *)

val print_ir : Ir.program -> string
