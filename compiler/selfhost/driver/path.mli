(** Names of files, on systems that separate folders with [/]. *)

val name : string -> string
(** What is behind the last folder. *)

val extension : string -> string
(** With its dot, or "". *)

val with_extension : string -> string -> string
(** [with_extension ".lua" path] has that extension instead of its own. *)

val join : string -> string -> string
val absolute : string -> string

val quote : string -> string
(** As one word of the shell. *)
