(** The checks behind {!Image}'s invariant, so that no later phase needs its own. *)

val cut_and_validate : Image.t -> file:string -> unit
(** Fills [units] and checks [code] against the other tables: opcodes known to the
    version, whole instructions, operands in range, branch and closure targets at
    instructions of the same unit; then {!Stack_check.check_stack}. [file] is for
    messages. Two linear passes over the code.

    @raise Diagnostic.Error of kind [Input], with the offset in CODE. *)
