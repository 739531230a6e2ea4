(** Strings that are put together: OCaml's [^] makes bytes, copies two strings into them
    and takes the bytes for a string. Lua has an operator for that, which copies once. *)

val join_strings : Ir.program -> Ir.func -> unit
(** A function that does this becomes that operator. What isn't needed any more is left to
    {!Simplify}. *)
