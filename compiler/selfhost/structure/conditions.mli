(** [a && b], [a || b]: a branch whose one way leads to a block that only
    computes another condition, with one target in common. For [Structure]. *)

val all_expressions : Folding.t -> int Vec.t -> int -> bool
(** The nodes of a block's body up to that index are all parts of expressions. *)

val combine_conditions : Ir.func -> Folding.t -> Tree.condition array
(** By block: the condition that its branch tests (of blocks that don't end in a
    branch: without meaning). Blocks whose condition went into another's become
    unreachable. *)
