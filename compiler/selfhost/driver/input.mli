(** From the files on the command line to an image: bytecode is read as it is,
    object files are linked with the standard library, and sources go through
    ocamlc, in a temporary folder so that nothing appears beside them. *)

val load_image : Command_line.arguments -> Image.t
(** @raise Diagnostic.Error of kind [Input] (a file, ocamlc absent or failing). *)

val load_embedded : Command_line.arguments -> (string * string) list
(** Names and contents of the files of --file.
    @raise Diagnostic.Error of kind [Input]. *)
