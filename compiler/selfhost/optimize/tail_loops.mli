(** Self tail calls become jumps to a loop header. Linear. *)

val loop_self_tail_calls : Ir.func -> int -> unit
(** [loop_self_tail_calls f id], where [f] is function [id]. *)
