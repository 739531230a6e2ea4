(** Constants of the DATA section as Lua. *)

type t
(** A printer for one program and target. *)

val create : Ir.program -> Dialect.t -> Symbol_table.t -> t

val text : t -> symbol:int -> int -> string
(** Statements that define [symbol] as the constant: ["SYMBOL = {...}"], in pieces
    where it nests too deep for Lua's parser or is cyclic. Sharing is kept. *)
