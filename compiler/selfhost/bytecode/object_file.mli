(** Object files (.cmo) and libraries (.cma) as they are before linking, any
    version: relocations have one form here (the tags differ before and after 5.2). *)

type input = { name : string; bytes : string }
(** A file that is not read yet. *)

type target =
  | Literal of Marshal_reader.value  (** a structured constant up to 5.0, the value itself from 5.1 on *)
  | Get_unit of string
  | Get_predefined of string
  | Set_unit of string
  | Primitive of string

type relocation = { word : int;  (** of the unit's code, to be replaced by a number *) target : target }

type compilation_unit = {
  unit_name : string;
  code : Byte_reader.section;  (** whole words *)
  relocations : relocation list;
  required : string list;  (** units that must come before *)
  force_link : bool;
  events : Byte_reader.section option;  (** a marshalled list, perhaps compressed *)
}

type contents = {
  version : Image.version;
  library : bool;
  descriptor : Marshal_reader.t;  (** what relocations' literals are in *)
  units : compilation_unit array;
}

val read : input -> contents
(** @raise Diagnostic.Error of kind [Input]: another kind of file, an unknown version, a damaged descriptor. *)
