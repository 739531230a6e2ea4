(** Values as expressions.

    Symbols are numbered at their first mention, and their numbers show in the
    output: where an expression has several operands, the order in which they are
    printed matters. It is the one of stage0, right before left. *)

open Function_printer

val value : t -> int -> Expression.t
(** As an OCaml value. *)

val list : t -> int array -> string
(** The values as arguments of a call or fields of a table. *)

val condition : t -> int -> negated:bool -> Expression.t
(** As a Lua boolean. *)

val condition_tree : t -> Tree.condition -> Expression.t

val operation : t -> int -> Expression.t
(** What the node computes, whatever its {!Folding.form}. *)

val counted : t -> int -> Expression.t -> int -> Expression.t
(** The new value of a node, of so many words in OCaml. *)

val is_call : Expression.t -> bool
(** A call, or an expression in parentheses. *)

val index_text : t -> int -> int -> string
(** An index plus an offset. *)

val field_text : t -> int -> int -> string
(** A field of a block. *)

val access : t -> Ir.node -> Primitive_table.access
(** What a [C_call] does to an array, string or bytes. *)

val arguments : t -> Ir.func -> int array -> string
(** As the function takes them; without the depth. *)

val depth : t -> string
(** The variable that holds the depth of the stack. *)

val maker_arguments : t -> int -> int array -> string
(** Free variables, in parentheses, as the maker of that group takes them. *)

val unknown_call : t -> int -> int array -> Expression.t

val known_call : t -> int -> int -> int array -> Expression.t
(** Of that function, with that closure where it needs one. *)
