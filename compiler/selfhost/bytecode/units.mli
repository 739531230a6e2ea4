(** Cuts linked code into its compilation units. ocamlc lays a unit out as
    [BRANCH init; function bodies; init: main code; SETGLOBAL slot of the unit],
    one unit behind the other, and a STOP behind the last: the main code falls from
    a unit into the next. SETGLOBAL is used for nothing else, so the cuts need no
    debug information. *)

val cut_units : int array -> string array -> Image.code_unit array
(** [cut_units code global_names]: one pass over code whose instructions are whole
    and known, with SETGLOBALs to known slots. *)
