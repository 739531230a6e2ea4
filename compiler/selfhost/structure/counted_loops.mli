(** Loops that count: one parameter of the header goes up or down by one each time
    round, until it meets a limit that doesn't change. Lua has a statement for them,
    [for], whose test and step cost it a fifth of what they cost as code. For
    [Structure]. *)

type input = {
  f : Ir.func;
  folding : Folding.t;
  order : int array;  (** the reachable blocks *)
  preds : Cfg.edge_ref array array;
  nest : Loops.t;
  conditions : Tree.condition array;  (** by block that ends in a branch *)
  placed_inside : bool array;  (** by block: it stands where the one way to it leads *)
}

val find : input -> Tree.counted_loop list
(** A loop is counted when its test is its only way out but those that leave the
    function. Two shapes: the test comes at the end, [counter <> limit], behind a test
    [start <= limit] before the loop (OCaml's [for]), or first, [counter < limit]
    (functions that call themselves). No use of the counter may be outside. Linear. *)
