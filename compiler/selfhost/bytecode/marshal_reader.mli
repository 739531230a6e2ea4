(** OCaml's marshalled values (runtime/intern.c) as trees. Sharing and cycles are
    kept: an object is the same [Object] wherever it is referred to.

    One pass without recursion; the memory is bounded by the input, since a block
    can't claim more fields than there are bytes left. *)

type value =
  | Int of int  (** within 32 bits *)
  | Wide of int64  (** an integer of up to 63 bits that isn't within 32 *)
  | Atom of int  (** the block of this tag without fields *)
  | Object of int * contents  (** numbered from 0 in the order of the input *)

and contents =
  | Block of int * value array  (** tag; at least one field *)
  | String of string
  | Floating of float
  | Float_array of float array
  | Int32 of int64
  | Int64 of int64
  | Nativeint of int64

type t = {
  root : value;
  object_count : int;
  size : int;  (** bytes that the value took, its header included *)
}

val length : Byte_reader.section -> int
(** Bytes of the value that starts there, header included, compressed or not; 0 if
    there is none, or if it's longer than what is there. *)

val is_compressed : Byte_reader.section -> bool
(** Whether a value in the compressed format (5.1+, zstd) starts there. *)

val read : Byte_reader.section -> t
(** Reads the value that a section starts with.

    @raise Diagnostic.Error with the offset: not a marshalled value, cut short,
    compressed, code pointers, unknown custom blocks. *)
