(** Debug events: the DBUG section of executables and the events of object files.
    Read only when somebody asks for them. *)

val read_section : Byte_reader.section -> version:Image.version -> code_words:int -> Image.event array
(** All events of a DBUG section: u32 number of units, then for each of them u32
    offset of its code in bytes, marshalled list of events, marshalled list of
    directories. Sorted by pc. [code_words] is the length of the code.

    @raise Diagnostic.Error of kind [Input]. *)

type unit_events = {
  section : Byte_reader.section;  (** a marshalled list, perhaps compressed *)
  origin : int;
  words : int;
}
(** The events of an object file's unit, whose code was placed at word [origin]. *)

val of_units : unit_events list -> version:Image.version -> Image.event array
(** The events of all units, sorted by pc. Compressed ones are left out: there is no
    zstd here, and locations are an extra.

    @raise Diagnostic.Error of kind [Input]. *)
