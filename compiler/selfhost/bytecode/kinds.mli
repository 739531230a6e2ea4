(** What a file is by its magic numbers, and which OCaml it comes from. Files are
    strings of their bytes. *)

type kind = Executable | Cmo | Cma | Cmi | Elf | Other

val file_kind : string -> kind

val magic_size : int
(** Bytes of a magic number, ["Caml1999Xnnn"]. *)

val trailer_size : int
(** Bytes of an executable's trailer: the number of sections, the magic number. *)

val magic_number : string -> int -> char -> int
(** The number in the magic number at an offset, if it is there and of this letter, or -1. *)

val version_of_magic : int -> file:string -> Image.version
(** @raise Diagnostic.Error if it is not one of 4.08 to 5.4. *)

val executable_version : string -> file:string -> Image.version
(** By its trailer.

    @raise Diagnostic.Error that says what the file is instead, when it is none. *)

val version_name : Image.version -> string
(** ["4.13"]. *)
