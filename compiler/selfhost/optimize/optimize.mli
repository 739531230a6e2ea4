(** The optimiser. *)

val optimize : Ir.program -> int -> traces:bool -> unit
(** [optimize program level ~traces], in place. Level 0 does what the later phases need and
    what makes the program readable, level 1 works within functions, level 2 over
    the whole program. [traces]: the target compiles traces. *)
