(** The stack discipline of the code, checked by following the flow of control
    through each function once: no instruction reaches below its frame, no read
    meets a trap frame or a return address, paths that meet agree on the height and
    the open traps, a function leaves with an empty frame, environments are as big
    as their accesses, and no instruction belongs to two functions. *)

val check_stack : Image.t -> file:string -> unit
(** Wants code that passed the linear checks of {!Validate}, and the image's units.
    Linear in the reachable code.

    @raise Diagnostic.Error of kind [Input], with the offset in CODE. *)
