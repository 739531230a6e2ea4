(** Values that exist once per program. A closure of a unit's main code outside
    of loops is made once; its free variables are then values of the program
    ("items"), and the closure itself is a constant ([Function]). The same holds
    for fields of a unit's block, read from anywhere, and, step by step, for
    closures inside whose free variables are all constants. *)

type t

val create : Ir.program -> t
(** The main code of all units must be there. Linear in it. *)

val visit : t -> int -> unit
(** Rewrites one function; the one that makes it must have been visited. Linear. *)
