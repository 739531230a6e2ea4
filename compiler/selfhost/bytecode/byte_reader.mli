(** Parts of a file and a cursor over them. Big endian, as OCaml's file formats
    are. Nothing is copied.

    A count that a file holds may be wider than an [int] on Lua (32 bits), or a
    lie: unsigned reads answer {!huge} for all that don't fit, which is longer
    than any file, so one comparison with what is left refuses both. *)

type section = {
  file : string;
  name : string;  (** ["CODE"], or [""] for the whole file *)
  bytes : string;  (** of the whole file *)
  start : int;
  size : int;
}

val whole : file:string -> string -> section

val part : section -> offset:int -> size:int -> section
(** The part from [offset] on; both must be within. *)

val fail : section -> string -> 'a
(** @raise Diagnostic.Error of kind [Input], with the section but no offset. *)

val fail_at : section -> int -> string -> 'a
(** The same with an offset from the section's start. *)

val huge : int
(** 2{^31} - 1. *)

type t = { bytes : string; mutable offset : int;  (** in the file *) stop : int }

val create : section -> t

val at : section -> int -> t
(** A cursor at an offset from the section's start. *)

val has : t -> int -> bool
(** Whether as many bytes are left: to be asked before each read below, since reads
    themselves don't check. *)

val remaining : t -> int
val skip : t -> int -> unit
val u8 : t -> int
val s8 : t -> int
val u16 : t -> int
val s16 : t -> int
val u32 : t -> int
val s32 : t -> int
val u64 : t -> int
val s64 : t -> int64

val s64_le : t -> int64
(** Little endian. *)

val code_words : section -> int array -> int -> unit
(** [code_words section code at] puts the 32-bit words of [section], which are
    little endian and signed, into [code] from index [at] on. *)
