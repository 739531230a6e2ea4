(** Inlining: the code of a called function in its caller's place. A call costs Lua more
    than most of what small functions do, and a function that is given to List.iter and
    the like is known, and free of its closure, where the loop stands in its caller.

    Needs known calls ({!Flow}) and loops for self tail calls ({!Tail_loops}). Callees
    come before their callers, so each function is copied in its last form; the time is
    linear in the code before and after. *)

val inline_calls : Ir.program -> traces:bool -> unit
(** Simplifies the functions that it changes. Functions that nothing mentions any more
    are left to {!Reach}. [traces]: the target compiles traces, where recursion that calls
    itself from more places isn't faster. *)
