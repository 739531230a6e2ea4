(** Value flow over the whole program, without changing it. Private to {!Flow}.

    Where two functions (or two allocations) meet, the value is unknown and both
    escape: they may be called (read, written) from anywhere. Only functions that
    can be reached are analysed. All transfer functions are monotone, so the least
    fixpoint does not depend on the order of work.

    Sparse: after the first pass over a function, only the users of what changed
    are evaluated again. ocamlc.byte: 1.3 evaluations a node. *)

type function_flow = {
  mutable values : Abstract_value.t array;  (** by node; empty when it isn't reached *)
  mutable result : Abstract_value.t;
  mutable reached : bool;
  mutable escapes : bool;
}

val analyse_values : Ir.program -> function_flow array
(** By function. *)
