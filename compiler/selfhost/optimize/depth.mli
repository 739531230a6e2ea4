(** Which functions can be on the stack more than once, and so have to watch its
    depth: Lua's stack holds a few thousand frames, OCaml programs recurse deeper.

    A call graph with one node for everything unknown: a function that makes an
    unknown call leads there, and from there to every function that escapes. A
    strongly connected part with a call in it that is not a tail call is
    recursive; its functions count their frames. *)

val analyse_depth : Ir.program -> unit
(** Sets [recursive], [checks_depth] and [shows_depth] of each function. Linear. *)
