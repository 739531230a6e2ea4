(** What a program needs of the runtime, as a section. *)

type t = {
  section : Chunk.section;  (** the fragments, each behind what it needs itself *)
  used : string list;  (** primitives that are mentioned already, sorted *)
  missing : string list;  (** primitives without a fragment, sorted: they raise *)
  missing_symbols : int array;
}

val traced_prefix : string
(** A primitive is traced where the program calls it by this and its name. *)

val create : Symbol_table.t -> Dialect.t -> t
(** For the runtime's symbols that are there; more may join them. *)

val nothing : t
val names : Symbol_table.t -> string list
(** Of the runtime's symbols, sorted. *)
