(** Where the functions of a program are from, as comments of its Lua (--debug-info).

    A function's event is the first one at or after its first instruction, before the
    next function of its unit begins: ocamlc -g puts one at the start of each body.
    Main code goes on behind the functions of its unit. Building takes one pass over
    the code, a comment two binary searches. *)

type t

val create : Image.t -> t

val comment : t -> Ir.func -> string
(** ["-- FILE:LINE DEFINITION, pc N\n"], or ["-- UNIT, pc N\n"] for a function without an
    event, or whose event has no line, since ocamlc made it up. Names come from files:
    what isn't printable ASCII is shown as [?], and they are cut at 200 bytes. *)
