(** The literals of object files up to 5.0: structured constants of the compiler
    (lambda.mli), to be turned into the values that they stand for. From 5.1 on
    literals are values already. *)

type t

val create : Constants.Table.t -> Marshal_reader.t -> t
(** Strings and boxed integers are shared as they are in the marshalled value; blocks
    are made anew for each literal, as ocamlc does. Since a forged file could share
    constants so that they grow without end, at most as many nodes are made as the
    value has bytes. *)

val translate : t -> Marshal_reader.value -> int option
(** The number of the literal's constant, or nothing if it has an unknown form. *)

val float_of_literal : string -> float option
(** The text of a float literal, decimal or hexadecimal, with underscores. *)
