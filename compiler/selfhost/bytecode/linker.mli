(** Links object files as ocamlc does (bytelink.ml, symtable.ml): a first pass, from
    the last file to the first, finds the units that are needed; a second one, in
    order, gives slots to globals and literals and numbers to primitives, in the
    order in which relocations ask for them. Slots are those that ocamlc gives;
    primitives are only the ones that are used. *)

val link_objects : Object_file.input list -> debug_events:bool -> Image.t
(** Links the files in the order given; members of a .cma only when something needs
    them or they are force_link. [debug_events]: reads those, too.

    @raise Diagnostic.Error of kind [Input], or [Usage] when there are no files. *)

type unit_info = {
  name : string;
  needs : string list;  (** other units, in order of the alphabet *)
  library : bool;  (** linked only when something needs it, *)
  force_link : bool;  (** but for this *)
}

val describe_units : Object_file.input -> unit_info list
(** The units of a .cmo or .cma, in their order.
    @raise Diagnostic.Error of kind [Input]. *)

type unit_image = { image : Image.t; info : unit_info }
(** A unit of an object file by itself: what it uses of others is looked up when it runs. *)

val read_units : Object_file.input -> only:string list -> debug_events:bool -> unit_image list
(** The units of a .cmo or .cma, in their order: all, or [only] those of these names.

    @raise Diagnostic.Error of kind [Input]. *)
