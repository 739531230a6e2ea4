(** Checks the invariants of the IR: operands exist and are defined on every path
    to their use, edges carry one argument per parameter, calls of known functions
    have as many arguments as parameters, ids are in range. *)

val verify : Ir.program -> string -> unit
(** [verify program phase], after that phase.

    @raise Diagnostic.Error of kind [Internal], naming the function and the value,
    when an invariant is broken. *)
