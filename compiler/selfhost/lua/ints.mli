(** Operations on ints: exact first, then wrapped to the target's width where they may
    leave it. [value] prints an operand, see {!Operations.value}. *)

open Function_printer

type printer = t -> int -> Expression.t

val wrap : t -> Expression.t -> Expression.t
(** The int of the target's width that is congruent to an exact result. *)

val opposite_text : int -> string
(** The digits of -n, n < 0. *)

val plus : Expression.t -> int -> Expression.t

val length_plus : printer -> t -> int -> int -> Expression.t
(** The length of what a node [length] measures, and the tag's place, plus n. *)

val arithmetic : printer -> t -> int -> Expression.t
(** [neg] to [mod]. *)

val bits : printer -> t -> Ir.node -> Expression.t
(** [and], [or], [xor]. *)

val shift : printer -> t -> int -> Expression.t
val compare : printer -> t -> Ir.opcode -> int array -> Expression.t

val compare_unsigned : printer -> t -> Ir.opcode -> int array -> Expression.t
(** [ult] and [uge]. *)

val byte_text : printer -> t -> int -> string
(** The low 8 bits of an int. *)
