(** The subcommands: from parsed arguments to what is written.
    All raise {!Diagnostic.Error}. *)

val compile : Command_line.arguments -> unit
val link : Command_line.arguments -> unit
val info : Command_line.arguments -> unit

val check_runtime : Command_line.arguments -> bool
(** Whether no primitive is missing. *)

val targets : unit -> unit

val print : string -> unit
(** To the standard output. *)
