(** Values that exist once per program. A closure of a unit's main code outside
    of loops is made once; its free variables are then values of the program
    ("items"), and the closure itself is a constant ([Function]). The same holds
    for fields of a unit's block, read from anywhere, and, step by step, for
    closures inside whose free variables are all constants. *)

val resolve_statics : Ir.program -> unit
(** Linear. Functions are visited parents first (their ids ascend). *)
