(** Parameters that a function with known callers only does not use. *)

val remove_unused_params : Ir.program -> int Vec.t
(** Removes them, and the arguments. Returns the functions that changed: the
    arguments may have been the only uses of other values there. *)
