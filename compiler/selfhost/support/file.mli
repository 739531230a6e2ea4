(** Whole files in and out. *)

val read : string -> string
(** The bytes of the file at a path (["-"] is the standard input).

    @raise Diagnostic.Error of kind [Input]: missing, not readable, a directory,
    longer than 1 GB (so that a device or a wrong path never fills the memory). *)

val write : ?executable:bool -> string -> string array -> unit
(** [write path pieces], whole or not at all: a temporary file beside the target,
    renamed over it when every byte has been written. Its mode is 0777 under the
    umask if [executable], else 0666. ["-"] is the standard output; what is below
    [/dev] is written in place. Without Unix a symbolic link can't be told from a
    file: it is replaced.

    @raise Diagnostic.Error of kind [Output]; the old file, if any, is then as it was. *)
