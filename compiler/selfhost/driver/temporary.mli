(** A folder of its own under the system's temporary folder. *)

val with_folder : (string -> 'a) -> 'a
(** Calls the function with the folder's path; removes it with the files in it
    when the function returns or raises.
    @raise Diagnostic.Error of kind [Output] when none can be made. *)
