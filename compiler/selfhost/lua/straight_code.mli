(** Statements without others in them: what a block computes, stores, closures that
    know each other, and the moves from arguments to parameters. Private to
    {!Statements}. *)

open Function_printer

val at : Expression.t -> Expression.precedence -> string
val block : t -> int -> Ir.block
val node : t -> int -> Ir.node
val value_text : t -> int -> string

val declare : t -> int array -> int -> unit
(** [declare t values indent]: [local] lines for the variables of the values. *)

val block_body : t -> int -> int -> unit
(** [block_body t b indent]: what block [b] computes. *)

val publish : t -> int -> unit
(** Behind the assignment of a value that other functions may use. *)

val moved_params : t -> Ir.edge -> int array
(** The parameters that moves along the edge assign. *)

val moves : t -> int -> int -> local:bool -> int -> unit
(** [moves t b e ~local indent]: the arguments of the edge [e] of block [b] to its
    target's parameters, which [local] declares. *)
