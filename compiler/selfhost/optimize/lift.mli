(** Lambda lifting: a local function that is only ever called, never used as a
    value, takes its free variables as further parameters and needs no closure.
    LuaJIT cannot compile the creation of a closure, and every other Lua pays for
    it, so this is what makes local functions cheap. *)

val lift_closures : Ir.program -> unit
