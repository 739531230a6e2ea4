(** Value flow over the whole program: which function a call reaches, which
    functions escape to places that are not known, what a function may return.
    {!Flow_analysis} finds it, this rewrites the program by it. *)

val analyse_flow : Ir.program -> unit
(** Turns calls of known functions into [Call_known] / [Tail_known] (over-application
    is split), reads of fields that hold a known function into that function, and
    sets [escapes], [known_calls] and [result_kinds] of each function. *)
