(** Which place in the source each line of the output stands for, so that the runtime
    can make a backtrace of Lua's stack as OCaml's runtime makes it of its own.

    Calls, and what may raise, begin their lines with a mark, the pc of their
    instruction ({!Expression.place_mark}). Where OCaml's machine has the pc of a return
    address, or of a raise, on its stack, it looks for the debug event there, or one word
    behind (runtime/backtrace_byt.c), and so does this, once and for all. stage0's
    link/locations.h has the form of the table. *)

val table_mark : string
(** The arguments of the call of [rt_located] that a section begins with, until they are known. *)

val is_marked : Marked_text.t -> bool
(** Whether there are marks of places. *)

val settle : Image.t -> string -> string
(** A section without its marks, and with the table in the place of {!table_mark}. *)
