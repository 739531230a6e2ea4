(** What generated code mentions beyond its own variables. Symbols are numbered
    in order of first mention, which is the same in every run.

    (The twin of stage0's lua/symbols; [Symbols] is the reader's module for the
    symbols of object files.) *)

type kind =
  | Body  (** id: function; called with exact arguments, no checks *)
  | Entry  (** id: function; its value, called by code that does not know it *)
  | Maker  (** id: group; makes its closures from their free variables *)
  | Item  (** id: item of the program *)
  | Literal  (** id: constant of the program *)
  | Global  (** id: slot; a unit's block or a predefined exception *)
  | Runtime  (** id: index into names *)
  | Table  (** id: index into names: the text of a constant table of ints *)

type symbol = { kind : kind; id : int }
type t

val create : unit -> t

val intern : t -> kind -> int -> int
(** The number of the symbol: a new one at its first mention. *)

val runtime : t -> string -> int
(** The symbol of a fragment of the runtime. *)

val table : t -> string -> int
(** The symbol of a constant table. *)

val get : t -> int -> symbol
val size : t -> int

val name : t -> int -> string
(** The name (or text) of an [id] of kind [Runtime] or [Table]. *)
