(** Dead code across the whole program: functions that nothing live calls or
    makes, values of units that nothing live reads, the blocks of units that are
    only read field by field. Linear. *)

val remove_unreachable : ?prepare:(int -> unit) -> Ir.program -> unit
(** Marks dead functions ([Ir.func.dead]), removes dead nodes everywhere.
    [prepare] is called once for each live function before its code is looked at,
    the units' main code first. *)
