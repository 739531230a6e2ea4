(** The loop nest of a reducible graph. For [Structure]. *)

type t = {
  header : int array;  (** by block: header of the innermost loop it lies in, or [Ir.none] *)
  outer : int array;  (** by header: header of the loop around it, or [Ir.none] *)
  is_header : bool array;
  mutable reducible : bool;  (** if not, the rest is not complete *)
}

val contains : t -> int -> int -> bool
(** [contains nest h b]: block [b] lies in the loop of header [h]. *)

val loop_nest : Ir.func -> Cfg.edge_ref array array -> Cfg.dominators -> t
