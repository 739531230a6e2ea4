(** Hashes of floats for a Lua that doesn't tell them from ints. There
    [caml_hash] takes a number without a fraction for an int, since equal values
    must hash alike. In a program in which each value that is hashed is known to
    be a float, or known to be none, those calls that hash floats go by the name
    [rt_hash_float] ([runtime/lua/hash.lua]), which gives OCaml's result; others
    are as they were. Linear. *)

val hash_floats : Ir.program -> unit
(** Of a whole program, behind the optimizer; a unit by itself doesn't know of
    the others. *)
