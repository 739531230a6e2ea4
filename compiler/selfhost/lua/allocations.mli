(** What a program that asks for its allocations can tell of how a function is written.
    Allocations that follow each other in a block, with nothing between them that has an
    effect, are one, as native code's are (asmcomp/comballoc.ml): they are sampled
    together, behind the last. And a variable keeps its value alive until the function
    returns: one that is used in its own block alone is cleared behind its last use, if
    something follows there that could find the value alive. Linear. *)

(** By node; empty in programs that don't ask. *)
type t = {
  joined : bool array;  (** is one allocation with the next *)
  cleared : int list array;  (** variables that the node's statement uses last *)
}

val find : Ir.program -> Ir.func -> Folding.t -> items:int array -> t
(** [items], by node: those that aren't [Ir.none] are named elsewhere. *)
