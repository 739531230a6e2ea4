(** Where a program may be interrupted. Lua's collector says at any time, even
    within a primitive, that a value is gone; its finaliser has to wait until the
    program calls a primitive that reads, writes or allocates much. In a program
    that registers any, those go by the name [rt_polled_NAME]
    ([rt_poll] in [runtime/lua/weak.lua]) from here on. Domains take turns where the program
    polls: in one that makes any, each loop does so, and each function that
    recurses or ends in a call. Other programs are as they were. Linear. *)

val polled_prefix : string

val add : Ir.program -> unit
(** Of a whole program, behind the optimizer; a unit by itself doesn't know of
    the others. *)
