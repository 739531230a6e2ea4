(** The runtime as fragments: the Lua text of each primitive, found by name for a
    dialect. The files of runtime/lua are embedded by the build, fragment by
    fragment ({!Embedded_runtime}); their format is described in
    runtime/lua/README.md. *)

type t
(** Fragments chosen for one dialect. *)

val create : Dialect.t -> t

type fragment
(** A fragment of the runtime as it is in its file. *)

val find : t -> string -> fragment option

val names : t -> string list
(** Of all fragments that there are, sorted. *)

val render : t -> fragment -> Symbol_table.t -> Chunk.kind * Marked_text.t
(** The fragment's text without comments, its own name and the names of other
    fragments as symbols; the kind says whether it begins with [function]. *)
