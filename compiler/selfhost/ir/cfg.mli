(** Views of a function's control flow: predecessors, reverse postorder,
    dominators, loops. Each is computed in (near) linear time and owned by the
    caller; none survives a change of the graph. Blocks are ids; every function
    has its entry, block 0. *)

type edge_ref = {
  from : int;  (** a block *)
  edge : int;  (** an index into its terminator's edges *)
}

val reverse_postorder : Ir.func -> int array
(** Reachable blocks; the first successor's side comes first. *)

val predecessors : Ir.func -> int array -> edge_ref array array
(** Incoming edges by block, those from reachable blocks only, ordered by
    [(from, edge)]. The array: the reachable blocks. *)

type dominators = {
  order : int array;  (** the blocks in reverse postorder *)
  position : int array;  (** block -> index in [order], [Ir.none] if unreachable *)
  parent : int array;  (** immediate dominator; of the entry: itself; [Ir.none] if unreachable *)
  depth : int array;  (** in the dominator tree; 0 for the entry and unreachable blocks *)
}

val dominators : Ir.func -> edge_ref array array -> int array -> dominators
(** From the results of {!predecessors} and {!reverse_postorder}. Cooper, Harvey, Kennedy: "A Simple, Fast
    Dominance Algorithm" (2001). *)

val dominates : dominators -> int -> int -> bool
(** [dominates d a b]: every path from the entry to [b] leads through [a]
    ([a] itself included). *)

val blocks_in_loops : Ir.func -> bool array
(** By block: whether it lies on some cycle. *)
