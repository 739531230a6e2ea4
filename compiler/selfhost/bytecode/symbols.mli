(** The SYMB section: which global has which slot (symtable.ml, [global_map]).
    Literals have slots too, without a name. *)

val read : Byte_reader.section -> version:Image.version -> slots:int -> string array
(** Names by slot, [""] where none is known. Predefined exceptions bear their OCaml
    name: ["Not_found"].

    @raise Diagnostic.Error when the table has an unknown form or names a slot that isn't there. *)

val predefined_exceptions : string array
(** They have slots 0 to 11, in this order. *)
