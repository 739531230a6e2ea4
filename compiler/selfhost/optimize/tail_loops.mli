(** Self tail calls become jumps to a loop header, and so do self calls whose result
    only fills a field of a new block that is returned ("tail modulo cons": Leijen and
    Lorenzen, "Tail Recursion Modulo Context", 2023). Linear. *)

val loop_self_tail_calls : Ir.func -> int -> unit
(** [loop_self_tail_calls f id], where [f] is function [id]. *)
