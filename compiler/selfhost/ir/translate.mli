(** The instructions, one by one (runtime/interp.c of OCaml tells what each does). *)

val translate : Function_builder.t -> Region.block -> unit
(** Runs a block: its nodes and its terminator. Closures that it makes are left to
    {!Build}; a [try] body is built at once.

    @raise Diagnostic.Error of kind [Input] when the code is malformed. *)
