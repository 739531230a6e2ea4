(** Where the text of a function names variables: each use and each assignment,
    in the order of the text, and how control goes from one to the next.

    A place is a basic block (by number), or an edge that moves arguments to
    parameters (numbered behind the blocks). Positions count what is evaluated:
    operands have a smaller one than the variable that gets the result. *)

type occurrence = {
  mutable value : int;  (** whose variable; several nodes may share one *)
  node : int;
  seq : Tree.seq;  (** the statement that holds it: number [index] of [seq] *)
  index : int;
  position : int;
  place : int;
  loops : int;  (** around it *)
  assigned : bool;
  born : bool;  (** by an assignment that may be a [local] statement *)
}

type place = {
  block : int;  (** the edge's source *)
  edge : int;
  mutable place_loops : int;
  mutable first : int;  (** positions; none: it names nothing *)
  mutable last : int;
}

type t = {
  list : occurrence Vec.t;
  places : place Vec.t;
  edge_places : int array array;  (** by block, by edge: its place, or none *)
  mutable edge_sources : int array array;
      (** by block, by edge: the place behind which it leads on; [[||]] where that is the block, for all. A
          loop that is a [for] has moved what goes round when it ends. *)
}

val source : t -> int -> int -> int

val find : Ir.func -> Folding.t -> Tree.t -> named_elsewhere:bool array -> t
(** [named_elsewhere], by node: values that are no variables of this function's text. *)
